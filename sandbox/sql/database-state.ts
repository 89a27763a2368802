/** What lies in one database: what T-SQL changes, and no rows of tables. Never changed, but made anew. */
export interface DatabaseState {
    readonly rules: readonly InsideRule[];
    readonly users: readonly InsideUser[];
    /** Of users in roles, by name. */
    readonly members: readonly { readonly role: string; readonly user: string }[];
    /** Rights on the whole database, granted or denied. */
    readonly grants: readonly { readonly right: string; readonly user: string; readonly denied?: true }[];
    readonly schemas: readonly { readonly id: number; readonly name: string }[];
    readonly tables: readonly InsideTable[];
    readonly triggers: readonly InsideTrigger[];
    readonly externalSources: readonly ExternalSource[];
    /** The highest number that was given to anything in it. */
    readonly lastId: number;
}

export interface InsideRule {
    readonly version: 4 | 6;
    readonly id: number;
    readonly name: string;
    readonly start: string;
    readonly end: string;
}

export interface InsideUser {
    readonly id: number;
    readonly name: string;
    /** E of an identity or person, X of a group. */
    readonly type: "E" | "X";
    /** Hexadecimal, 32 digits in lower case. */
    readonly sid: string;
}

export interface InsideTable {
    readonly id: number;
    readonly schema: string;
    readonly name: string;
    readonly columns: readonly InsideColumn[];
}

export interface InsideColumn {
    readonly id: number;
    readonly name: string;
    /** In lower case, as `sys.types` has it. */
    readonly type: string;
    /** In bytes, -1 for `max`. */
    readonly length: number;
    readonly nullable: boolean;
    readonly identity: boolean;
    /** Always Encrypted. */
    readonly encryption?: "DETERMINISTIC" | "RANDOMIZED";
}

export interface InsideTrigger {
    readonly id: number;
    readonly name: string;
    readonly events: readonly string[];
    /** As it was written, without OR ALTER. */
    readonly definition: string;
    /** What stands behind AS. */
    readonly body: string;
    readonly disabled: boolean;
}

export interface ExternalSource {
    readonly id: number;
    readonly name: string;
    readonly type: string;
    readonly location: string;
}

/** Users and roles that are made get numbers from 5, objects far above them; here they share one row. */
const FIRST_ID = 1000;

export const EMPTY_DATABASE: DatabaseState = {
    rules: [],
    users: [],
    members: [],
    grants: [],
    schemas: [],
    tables: [],
    triggers: [],
    externalSources: [],
    lastId: FIRST_ID,
};

/** Azure SQL compares names without case, unless a database was made with another collation. */
export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export const named = <Item extends { readonly name: string }>(items: readonly Item[], name: string): Item | undefined =>
    items.find((item) => sameName(item.name, name));

export const without = <Item extends { readonly name: string }>(
    items: readonly Item[],
    name: string,
): readonly Item[] => items.filter((item) => !sameName(item.name, name));

/** With one item in place of that of the same name, or added. */
export const withItem = <Item extends { readonly name: string }>(
    items: readonly Item[],
    item: Item,
): readonly Item[] =>
    named(items, item.name) === undefined
        ? [...items, item]
        : items.map((one) => (sameName(one.name, item.name) ? item : one));
