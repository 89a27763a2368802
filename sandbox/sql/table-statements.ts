import { type ColumnDefinition, columnDefinition } from "./column-definition";
import { type DatabaseState, type InsideColumn, type InsideTable, named, sameName, without } from "./database-state";
import { findTable, withTable } from "./find-table";
import type { QualifiedName, SqlReader } from "./sql-reader";
import { refused } from "./sql-refusals";
import { type Changed, type ChangeStatement, change, type StatementForm, type TableEvent } from "./sql-statement";
import { schemasOf } from "./system-views";

/** Tables without rows: what a guard over their columns sees. */
export const TABLE_FORMS: readonly StatementForm[] = [
    { words: ["CREATE", "TABLE"], shown: "CREATE TABLE [s].[t] (column, …)", read: createTable },
    {
        words: ["ALTER", "TABLE"],
        shown: "ALTER TABLE [s].[t] ADD column, … | ALTER COLUMN column | DROP COLUMN [c]",
        read: alterTable,
    },
    { words: ["DROP", "TABLE"], shown: "DROP TABLE [s].[t]", read: dropTable },
    {
        words: ["CREATE", "SCHEMA"],
        shown: "CREATE SCHEMA [s], first in its batch",
        first: "CREATE SCHEMA",
        read: createSchema,
    },
];

function createTable(reader: SqlReader): ChangeStatement {
    const asked = reader.qualifiedName();
    reader.expect("(");
    const columns = columnList(reader);
    reader.expect(")");
    return change((state) => {
        const schema = named(schemasOf(state), asked.schema ?? "dbo")?.name;
        if (schema === undefined) {
            throw refused("noSchema", asked.schema ?? "dbo");
        }
        if (findTable(state, { schema, name: asked.name }) !== undefined) {
            throw refused("objectExists", asked.name);
        }
        const id = state.lastId + 1;
        const table: InsideTable = { id, schema, name: asked.name, columns: [] };
        return told(withTable({ ...state, lastId: id }, withColumns(table, columns)), "CREATE_TABLE", table);
    });
}

function columnList(reader: SqlReader): readonly ColumnDefinition[] {
    const columns: ColumnDefinition[] = [];
    do {
        columns.push(columnDefinition(reader));
    } while (reader.takes(","));
    return columns;
}

function alterTable(reader: SqlReader): ChangeStatement {
    const asked = reader.qualifiedName();
    if (reader.takes("ADD")) {
        const columns = columnList(reader);
        return altered(asked, (table) => withColumns(table, columns));
    }
    if (reader.takes("ALTER", "COLUMN")) {
        const column = columnDefinition(reader);
        return altered(asked, (table) => {
            const { id, name } = requireColumn(table, column.name, "ALTER");
            const columns = table.columns.map((one) => (one.id === id ? { ...column, id, name } : one));
            return { ...table, columns };
        });
    }
    reader.expect("DROP", "COLUMN");
    const name = reader.name();
    return altered(asked, (table) => {
        requireColumn(table, name, "DROP");
        return { ...table, columns: without(table.columns, name) };
    });
}

const altered = (asked: QualifiedName, alter: (table: InsideTable) => InsideTable): ChangeStatement =>
    change((state) => {
        const table = findTable(state, asked);
        if (table === undefined) {
            throw refused("noTable", [asked.schema, asked.name].filter(Boolean).join("."));
        }
        return told(withTable(state, alter(table)), "ALTER_TABLE", table);
    });

function withColumns(table: InsideTable, added: readonly ColumnDefinition[]): InsideTable {
    let { columns } = table;
    for (const column of added) {
        if (columns.some(({ name }) => sameName(name, column.name))) {
            throw refused("twoColumns", column.name, table.name);
        }
        columns = [...columns, { ...column, id: Math.max(0, ...columns.map(({ id }) => id)) + 1 }];
    }
    return { ...table, columns };
}

function requireColumn(table: InsideTable, name: string, verb: string): InsideColumn {
    const column = named(table.columns, name);
    if (column === undefined) {
        throw refused("noColumnToAlter", verb, name, table.name);
    }
    return column;
}

function dropTable(reader: SqlReader): ChangeStatement {
    const asked = reader.qualifiedName();
    return change((state) => {
        const table = findTable(state, asked);
        if (table === undefined) {
            throw refused("nothingToDrop", "table", asked.name);
        }
        return { state: { ...state, tables: state.tables.filter(({ id }) => id !== table.id) } };
    });
}

function createSchema(reader: SqlReader): ChangeStatement {
    const name = reader.name();
    return change((state) => {
        if (named(schemasOf(state), name) !== undefined) {
            throw refused("objectExists", name);
        }
        const id = 5 + state.schemas.length;
        return { state: { ...state, schemas: [...state.schemas, { id, name }] } };
    });
}

const told = (state: DatabaseState, type: TableEvent["type"], { schema, name }: InsideTable): Changed => ({
    state,
    event: { type, schema, object: name },
});
