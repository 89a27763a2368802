import type { Cloud } from "../azure/cloud";
import type { DatabaseState } from "./database-state";
import type { SelectQuery } from "./select-query";
import type { SqlReader } from "./sql-reader";

/** A value that T-SQL is given or gives. */
export type SqlValue = string | number | boolean | Uint8Array | null;

/** A value that comes in: of text is known which of both types it is, as procedures of the server's own take no other than theirs. */
export interface GivenValue {
    readonly value: SqlValue;
    readonly textType?: TextType;
}

export type TextType = "nvarchar" | "varchar";

/** The parameters of a call, by their names in lower case, `@` included. */
export type SqlValues = ReadonlyMap<string, GivenValue>;

/** A change of a table, as triggers hear of it. */
export interface TableEvent {
    readonly type: "CREATE_TABLE" | "ALTER_TABLE" | "RENAME";
    readonly schema: string;
    /** The table whose columns changed; of a table that got another name, the one it had. */
    readonly object: string;
}

export interface Changed {
    readonly state: DatabaseState;
    readonly event?: TableEvent;
}

/** Changes one database. */
export interface ChangeStatement {
    readonly kind: "change";
    /** @throws SqlError */
    apply(state: DatabaseState, values: SqlValues): Changed;
}

/** Changes which databases there are; in master only. */
export interface CloudStatement {
    readonly kind: "cloud";
    readonly verb: "ALTER DATABASE" | "DROP DATABASE";
    /** @throws SqlError */
    apply(cloud: Cloud, serverId: string): void;
}

export type SqlStatement =
    | { readonly kind: "setting"; readonly xactAbort?: boolean }
    | { readonly kind: "transaction"; readonly verb: "BEGIN" | "COMMIT" | "ROLLBACK" }
    | { readonly kind: "select"; readonly query: SelectQuery }
    | ChangeStatement
    | CloudStatement;

/** How a statement is written. */
export interface StatementForm {
    /** The words that it begins with. */
    readonly words: readonly string[];
    /** As the documentation shows it. */
    readonly shown: string;
    /** Whether it must be the first of its batch, and by which name SQL Server says so. */
    readonly first?: string;
    /** Reads the rest of it. */
    read(reader: SqlReader): SqlStatement;
}

export const change = (apply: ChangeStatement["apply"]): ChangeStatement => ({ kind: "change", apply });
