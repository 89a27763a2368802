import { sourceOf } from "../azure/geo-secondaries";
import { lastOf, sameText } from "../azure/refusals/ids";
import { databaseRows, linkRows } from "./cloud-databases";
import type { DatabaseState } from "./database-state";
import { fireGuards } from "./fire-guards";
import type { Place } from "./place";
import type { SqlError } from "./sql-error";
import { refused } from "./sql-refusals";
import type { ChangeStatement, CloudStatement, SqlStatement, SqlValues } from "./sql-statement";
import type { SqlWorld } from "./sql-world";
import type { ResultSet, Sqlite } from "./sqlite";
import { type SystemViews, viewsOf } from "./system-views";
import { Transaction } from "./transaction";

/** What a session does in its database, and what it has not committed. */
export class Work {
    private readonly transaction = new Transaction();
    private xactAbort = false;

    constructor(
        private readonly world: SqlWorld,
        private readonly place: Place,
    ) {}

    get isOpen(): boolean {
        return this.transaction.isOpen;
    }

    forget(): void {
        this.transaction.forget();
    }

    /**
     * Executes one statement.
     *
     * @param engine only what asks or changes needs it
     * @throws SqlError
     */
    execute(statement: SqlStatement, values: SqlValues, engine?: Sqlite): ResultSet | undefined {
        switch (statement.kind) {
            case "setting":
                this.xactAbort = statement.xactAbort ?? this.xactAbort;
                return undefined;
            case "transaction":
                return this.transact(statement.verb);
            case "select":
                return engine?.select(statement.query, this.views(), values);
            case "change":
                return this.change(statement, values, engine as Sqlite);
            case "cloud":
                return this.changeCloud(statement);
        }
    }

    /** @returns whether the rest of the batch is left out */
    afterError({ endsBatch }: SqlError): boolean {
        if (this.xactAbort) {
            this.forget();
        }
        return this.xactAbort || endsBatch;
    }

    private transact(verb: "BEGIN" | "COMMIT" | "ROLLBACK"): undefined {
        if (verb === "BEGIN") {
            this.transaction.begin();
        } else if (verb === "ROLLBACK") {
            this.transaction.rollback();
        } else {
            const state = this.transaction.commit();
            if (state !== undefined) {
                this.world.states.set(this.place.databaseId, state);
            }
        }
    }

    private change(statement: ChangeStatement, values: SqlValues, engine: Sqlite): undefined {
        const { databaseId } = this.place;
        const database = this.world.cloud.get(databaseId);
        if (database !== undefined && sourceOf(database) !== undefined) {
            throw refused("readOnly", lastOf(databaseId));
        }
        const { state, event } = statement.apply(this.state(), values);
        const objection = event && fireGuards(state, event, engine);
        if (objection !== undefined) {
            this.forget();
            throw objection;
        }
        if (this.isOpen) {
            this.transaction.change(state);
        } else {
            this.world.states.set(databaseId, state);
        }
    }

    private changeCloud({ verb, apply }: CloudStatement): undefined {
        if (!this.isMaster) {
            throw refused("notInMaster");
        }
        if (this.isOpen) {
            throw refused(verb === "DROP DATABASE" ? "dropInTransaction" : "inTransaction", verb);
        }
        apply(this.world.cloud, this.place.serverId);
    }

    private get isMaster(): boolean {
        return sameText(lastOf(this.place.databaseId), "master");
    }

    private state(): DatabaseState {
        return this.transaction.state ?? this.world.states.of(this.place.databaseId);
    }

    /** In master those of the server as well; elsewhere only master and the own database are seen of it. */
    private views(): SystemViews {
        const { cloud } = this.world;
        const { serverId, databaseId } = this.place;
        const isSeen = (name: unknown) =>
            this.isMaster || ["master", lastOf(databaseId)].some((one) => sameText(one, String(name)));
        return {
            ...viewsOf(this.state()),
            databases: () => databaseRows(cloud, serverId).filter(({ name }) => isSeen(name)),
            ...(this.isMaster ? { geo_replication_links: () => linkRows(cloud, serverId) } : {}),
        };
    }
}
