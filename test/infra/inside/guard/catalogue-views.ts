import initSqlJs, { type Database } from "sql.js";

/** A column as `sys.columns` tells of it; `max_length` is in bytes, -1 for no limit. */
export interface Column {
    readonly name: string;
    readonly type: string;
    readonly length?: number;
    /** 1 deterministic, 2 randomised; none where it is not under Always Encrypted. */
    readonly encryption?: 1 | 2;
}

export interface Table {
    readonly schema: string;
    readonly name: string;
    readonly columns: readonly Column[];
}

/** Their numbers in SQL Server. */
const TYPES: Readonly<Record<string, number>> = {
    uniqueidentifier: 36,
    date: 40,
    time: 41,
    datetime2: 42,
    datetimeoffset: 43,
    tinyint: 48,
    smallint: 52,
    int: 56,
    smalldatetime: 58,
    datetime: 61,
    bit: 104,
    bigint: 127,
    varbinary: 165,
    varchar: 167,
    binary: 173,
    char: 175,
    nvarchar: 231,
    nchar: 239,
    xml: 241,
};

/** The catalogue views of a database with these tables, as SQLite tables: `sys.columns` is `sys_columns`. */
export async function catalogueOf(tables: readonly Table[]): Promise<Database> {
    const { Database } = await initSqlJs();
    const database = new Database();
    database.run(`
        CREATE TABLE sys_schemas (schema_id INTEGER, name TEXT);
        CREATE TABLE sys_tables (object_id INTEGER, schema_id INTEGER, name TEXT);
        CREATE TABLE sys_types (user_type_id INTEGER, name TEXT);
        CREATE TABLE sys_columns (object_id INTEGER, name TEXT, system_type_id INTEGER, max_length INTEGER, encryption_type INTEGER);
    `);
    for (const [name, id] of Object.entries(TYPES)) {
        database.run("INSERT INTO sys_types VALUES (?, ?)", [id, name]);
    }
    const schemas = [...new Set(tables.map(({ schema }) => schema))];
    for (const [index, name] of schemas.entries()) {
        database.run("INSERT INTO sys_schemas VALUES (?, ?)", [index, name]);
    }
    for (const [object, { schema, name, columns }] of tables.entries()) {
        database.run("INSERT INTO sys_tables VALUES (?, ?, ?)", [object, schemas.indexOf(schema), name]);
        for (const { name: column, type, length = 100, encryption = null } of columns) {
            database.run("INSERT INTO sys_columns VALUES (?, ?, ?, ?, ?)", [
                object,
                column,
                // Types of a kind that has no row of its own.
                TYPES[type] ?? 240,
                length,
                encryption,
            ]);
        }
    }
    return database;
}

/** What a SELECT of ours answers there. */
export function answer(
    database: Database,
    select: string,
    parameters: Readonly<Record<string, string>> = {},
): readonly Readonly<Record<string, unknown>>[] {
    const statement = database.prepare(select.replaceAll("sys.", "sys_"));
    try {
        statement.bind(Object.fromEntries(Object.entries(parameters).map(([name, value]) => [`@${name}`, value])));
        const rows: Record<string, unknown>[] = [];
        while (statement.step()) {
            rows.push(statement.getAsObject());
        }
        return rows;
    } finally {
        statement.free();
    }
}
