/** A row of an answer, by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** Text that is sent as nvarchar, or, where what is called takes no other, as varchar. */
export type TextValue = string | { readonly varchar: string };

/** One connection to one database; it answers one question at a time. */
export interface Session {
    /** One statement, with values for its `@names`. */
    query(sql: string, values?: Readonly<Record<string, TextValue>>): Promise<readonly Row[]>;
    /** A batch of its own, as `CREATE TRIGGER` wants. */
    batch(sql: string): Promise<unknown>;
}
