import type { Database, SqlJsStatic } from "sql.js";
import { likePattern } from "./like-pattern";
import type { SelectQuery } from "./select-query";
import type { SqlError } from "./sql-error";
import { refused } from "./sql-refusals";
import type { SqlValue, SqlValues } from "./sql-statement";
import { type SystemViews, VIEW_COLUMNS } from "./system-views";

/** The answer of a SELECT. */
export interface ResultSet {
    readonly columns: readonly ResultColumn[];
    readonly rows: readonly (readonly SqlValue[])[];
}

export interface ResultColumn {
    readonly name: string;
    readonly isBit: boolean;
}

/** Executes what was read as a SELECT. */
export interface Sqlite {
    /** @throws SqlError */
    select(query: SelectQuery, views: SystemViews, values: SqlValues): ResultSet;
}

let loading: Promise<Sqlite> | undefined;

/** SQLite, loaded when somebody first asks: most who start a sandbox ask nothing of a database. */
export function sqlite(): Promise<Sqlite> {
    loading ??= load();
    return loading;
}

async function load(): Promise<Sqlite> {
    const { default: initSqlJs } = await import("sql.js");
    const library: SqlJsStatic = await initSqlJs();
    const database = new library.Database();
    // Two names of one function, since this library keeps one number of arguments for each name: LIKE with ESCAPE has a third.
    database.create_function("like", (pattern: unknown, text: unknown) => matches(text, pattern));
    database.create_function("LIKE", (pattern: unknown, text: unknown, escaping: unknown) =>
        matches(text, pattern, String(escaping)),
    );
    database.create_function("len", (text: unknown) => (text === null ? null : String(text).trimEnd().length));
    return { select: (query, views, values) => select(database, query, views, values) };
}

const matches = (text: unknown, pattern: unknown, escaping?: string): number | null =>
    text === null || pattern === null ? null : Number(likePattern(String(pattern), escaping).test(String(text)));

function select(database: Database, query: SelectQuery, views: SystemViews, values: SqlValues): ResultSet {
    query.views.forEach((view) => void fill(database, view, views));
    const bound: Record<string, SqlValue> = {};
    for (const name of query.variables) {
        const given = values.get(name);
        if (given === undefined) {
            throw refused("undeclared", name);
        }
        bound[name] = stored(given.value);
    }
    try {
        const statement = database.prepare(query.text);
        try {
            statement.bind(bound as Record<string, string | number | Uint8Array | null>);
            const rows: SqlValue[][] = [];
            while (statement.step()) {
                rows.push(statement.get());
            }
            const columns = columnsOf(query, statement.getColumnNames());
            return { columns, rows: rows.map((row) => row.map((value, at) => told(value, columns[at]?.isBit))) };
        } finally {
            statement.free();
        }
    } catch (error) {
        throw asSqlError(String((error as Error).message));
    }
}

function fill(database: Database, view: string, views: SystemViews): void {
    const rows = views[view];
    if (rows === undefined) {
        throw refused("noObject", `sys.${view}`);
    }
    const columns = (VIEW_COLUMNS[view] ?? "").split(" ").map((column) => column.split(":"));
    database.run(`DROP TABLE IF EXISTS sys_${view}`);
    database.run(`CREATE TABLE sys_${view} (${columns.map(([name, type]) => `\`${name}\` ${DECLARED[type ?? ""]}`)})`);
    const insert = database.prepare(`INSERT INTO sys_${view} VALUES (${columns.map(() => "?")})`);
    for (const row of rows()) {
        insert.run(columns.map(([name]) => stored(row[name ?? ""] ?? null) as string | number | Uint8Array | null));
    }
    insert.free();
}

const DECLARED: Readonly<Record<string, string>> = {
    bit: "INT",
    int: "INT",
    text: "TEXT COLLATE NOCASE",
    // Blanks at the end do not count when texts are compared.
    char: "TEXT COLLATE RTRIM",
    binary: "BLOB",
};

const stored = (value: SqlValue): SqlValue => (typeof value === "boolean" ? Number(value) : value);

const told = (value: SqlValue, isBit = false): SqlValue => (isBit && typeof value === "number" ? value !== 0 : value);

const columnsOf = ({ columns }: SelectQuery, names: readonly string[]): readonly ResultColumn[] =>
    (columns ?? names.map((name) => ({ name, source: name }))).map(({ name, source }) => ({
        name,
        // In these views a column is a bit exactly when its name begins so.
        isBit: source?.startsWith("is_") ?? false,
    }));

function asSqlError(message: string): SqlError {
    const [, what = "", name = ""] =
        /^(no such column|no such table|ambiguous column name): (?:.*\.)?(.*)$/s.exec(message) ?? [];
    switch (what) {
        case "no such column":
            return refused("noColumn", name);
        case "no such table":
            return refused("noObject", name);
        case "ambiguous column name":
            return refused("ambiguousColumn", name);
        default:
            return refused("syntax", /near "(.*?)"/s.exec(message)?.[1] ?? message);
    }
}
