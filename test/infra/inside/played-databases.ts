import type { Where } from "../../../infra/inside/connection";
import { parseFaults } from "../../../sandbox/azure/parse-faults";
import { LISTENER, PlayedSql } from "../../sandbox/sql/played-sql";

export const DIRECTORY = "00000000-0000-0000-0000-00000000d1d1";
/** The database that the played servers have, behind the listener of their failover group. */
export const INSIDE: Where = { host: LISTENER, database: "db", directory: DIRECTORY };

/** Played servers that the providers find by the sandbox's variable, as under the real engine. */
export class PlayedDatabases {
    private constructor(readonly played: PlayedSql) {}

    /** @param faults as `otap sandbox --faults` takes them */
    static async start(faults?: string): Promise<PlayedDatabases> {
        const played = await PlayedSql.start({ faults: faults === undefined ? [] : parseFaults(faults).sqlFaults });
        process.env.OTAP_SANDBOX_SQL = played.sql.variable;
        return new PlayedDatabases(played);
    }

    get token(): string {
        return JSON.parse(this.played.sql.variable).token;
    }

    /** By hand, as an administrator. */
    execute(sql: string, at: { readonly host: string; readonly database: string } = INSIDE) {
        return this.played.sql.execute(at, sql);
    }

    stop(): Promise<void> {
        delete process.env.OTAP_SANDBOX_SQL;
        return this.played.stop();
    }
}

/** What a promise is broken with. */
export const thrown = (promise: Promise<unknown>): Promise<Error> =>
    promise.then(
        () => {
            throw new Error("it was kept");
        },
        (error: Error) => error,
    );
