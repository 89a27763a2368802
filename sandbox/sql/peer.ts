import { lastOf } from "../azure/refusals/ids";
import { attentionTokens, batchTokens, callTokens, errorTokens, loginTokens } from "./answer-tokens";
import { readLogin } from "./login7";
import { isInNetwork, isPublic, placeOf, serverOf } from "./place";
import { called } from "./procedures";
import { bodyOf, readCall } from "./remote-call";
import { type BatchAnswer, Session } from "./session";
import { asSqlError } from "./sql-error";
import { failureOf } from "./sql-faults";
import { refused } from "./sql-refusals";
import type { SqlWorld } from "./sql-world";
import { ATTENTION, LOGIN, PRELOGIN, REMOTE_CALL, SQL_BATCH, type TdsPeer } from "./tds-server";

/** Somebody who connects: only with the token of this sandbox, and then as the administrator, from inside the network. */
export class Peer implements TdsPeer {
    private session: Session | undefined;
    private server = "";

    constructor(
        private readonly world: SqlWorld,
        private readonly token: string,
    ) {}

    async answer(type: number, payload: Buffer): Promise<Buffer | undefined> {
        switch (type) {
            case PRELOGIN:
                return (require("./tds-framing") as typeof import("./tds-framing")).preloginAnswer();
            case LOGIN:
                return this.login(payload);
            case ATTENTION:
                return attentionTokens();
            default:
                return this.session && this.work(this.session, type, payload);
        }
    }

    gone(): void {
        this.session?.end();
    }

    private login(payload: Buffer): Buffer | undefined {
        const { host, database, token } = readLogin(payload);
        try {
            const server = serverOf(this.world.cloud, host);
            this.server = lastOf(server.id);
            if (!isPublic(server) && !isInNetwork(this.world.cloud, server)) {
                throw refused("closedServer");
            }
            if (token !== this.token) {
                throw refused("noLogin");
            }
            const fault = this.world.faults.due("login", database);
            if (fault?.kind === "drop") {
                return undefined;
            }
            if (fault !== undefined) {
                throw failureOf(fault.kind as number);
            }
            this.session = new Session(this.world, placeOf(this.world.cloud, server, database));
            return loginTokens();
        } catch (error) {
            const refusal = asSqlError(error);
            // SQL Server says of a database that is not there both that and that the login failed.
            const all = refusal.number === refused("noDatabase").number ? [refusal, refused("noLogin")] : [refusal];
            return errorTokens(this.server, all);
        }
    }

    private async work(session: Session, type: number, payload: Buffer): Promise<Buffer | undefined> {
        if (type === SQL_BATCH) {
            const { answers, isCut } = await session.batch(bodyOf(payload).toString("ucs2"));
            return isCut ? undefined : batchTokens(this.server, answers);
        }
        if (type !== REMOTE_CALL) {
            return errorTokens(this.server, [refused("syntax", `message ${type}`)]);
        }
        try {
            const { answers, isCut } = await remoteCall(session, payload);
            return isCut ? undefined : callTokens(this.server, answers);
        } catch (error) {
            return callTokens(this.server, [{ error: asSqlError(error) }]);
        }
    }
}

/** `sp_executesql` with its statement, the declaration of its parameters, and their values; or another procedure. */
function remoteCall(session: Session, payload: Buffer): Promise<BatchAnswer> {
    const { procedure, parameters } = readCall(payload);
    if (procedure.toLowerCase() === "sp_executesql") {
        const [sql, , ...values] = parameters;
        return session.batch(
            String(sql?.given.value ?? ""),
            new Map(values.map(({ name, given }) => [name.toLowerCase(), given])),
        );
    }
    return session.run([
        called(
            procedure,
            parameters.map(({ name, given }) => ({ name, argument: given })),
        ),
    ]);
}
