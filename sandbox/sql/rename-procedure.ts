import { type DatabaseState, named } from "./database-state";
import { findTable, withTable } from "./find-table";
import { SqlReader } from "./sql-reader";
import { refused } from "./sql-refusals";
import type { Changed } from "./sql-statement";

/** `sp_rename`: of a table, or with `COLUMN` of a column; the new name is taken as it is, brackets and all. */
export function rename(state: DatabaseState, [objectName = "", newName = "", kind = ""]: readonly string[]): Changed {
    const names = partsOf(objectName);
    switch (kind.toUpperCase()) {
        case "COLUMN":
            return renameColumn(state, names, newName);
        case "":
        case "OBJECT":
            return renameTable(state, names, newName, objectName);
        default:
            throw refused("noColumnToRename", kind);
    }
}

function partsOf(name: string): readonly string[] {
    const reader = new SqlReader(name);
    const parts = [reader.name()];
    while (reader.takes(".")) {
        parts.push(reader.name());
    }
    if (!reader.ended) {
        throw reader.wrong();
    }
    return parts;
}

function renameTable(state: DatabaseState, names: readonly string[], name: string, written: string): Changed {
    const [object = "", schema] = names.toReversed();
    const table = findTable(state, { schema, name: object });
    if (table === undefined || names.length > 2) {
        throw refused("nothingToRename", written, "", "(null)");
    }
    const taken = findTable(state, { schema: table.schema, name });
    if (taken !== undefined && taken.id !== table.id) {
        throw refused("newNameTaken", name, "OBJECT");
    }
    return {
        state: withTable(state, { ...table, name }),
        event: { type: "RENAME", schema: table.schema, object: table.name },
    };
}

function renameColumn(state: DatabaseState, names: readonly string[], name: string): Changed {
    const [columnName = "", object = "", schema] = names.toReversed();
    const table = findTable(state, { schema, name: object });
    const column = table && named(table.columns, columnName);
    if (table === undefined || column === undefined || names.length > 3) {
        throw refused("noColumnToRename", "COLUMN");
    }
    const taken = named(table.columns, name);
    if (taken !== undefined && taken.id !== column.id) {
        throw refused("newNameTaken", name, "COLUMN");
    }
    const columns = table.columns.map((one) => (one.id === column.id ? { ...one, name } : one));
    return {
        state: withTable(state, { ...table, columns }),
        event: { type: "RENAME", schema: table.schema, object: table.name },
    };
}
