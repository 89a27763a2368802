import { columnLength, columnType } from "./column-types";
import type { InsideColumn } from "./database-state";
import type { SqlReader } from "./sql-reader";
import { refused } from "./sql-refusals";

/** A column as it is declared; `id` is given by the table. */
export type ColumnDefinition = Omit<InsideColumn, "id">;

/** Reads `name type(length) options`. */
export function columnDefinition(reader: SqlReader): ColumnDefinition {
    const name = reader.name();
    const written = reader.name();
    const declared = reader.takes("(") ? declaredLength(reader) : undefined;
    const options = columnOptions(reader);
    const type = columnType(written);
    if (type === undefined) {
        throw refused("noType", "1", written);
    }
    return { name, type: type.name, length: columnLength(type, declared), nullable: true, identity: false, ...options };
}

function declaredLength(reader: SqlReader): number | "max" {
    const length = reader.takes("MAX") ? "max" : Number(reader.piece("number"));
    if (reader.takes(",")) {
        reader.piece("number");
    }
    reader.expect(")");
    return length;
}

function columnOptions(reader: SqlReader): Partial<ColumnDefinition> {
    let options: Partial<ColumnDefinition> = {};
    for (let more: Partial<ColumnDefinition> | undefined = {}; more !== undefined; more = columnOption(reader)) {
        options = { ...options, ...more };
    }
    return options;
}

/** Undefined where none comes next. */
function columnOption(reader: SqlReader): Partial<ColumnDefinition> | undefined {
    if (reader.takes("NOT", "NULL")) {
        return { nullable: false };
    }
    if (reader.takes("NULL")) {
        return { nullable: true };
    }
    if (reader.takes("PRIMARY", "KEY")) {
        return { nullable: false };
    }
    if (reader.takes("IDENTITY")) {
        if (reader.takes("(")) {
            reader.enclosed();
        }
        return { identity: true, nullable: false };
    }
    if (reader.takes("COLLATE")) {
        reader.name();
        return {};
    }
    if (reader.takes("ENCRYPTED", "WITH", "(")) {
        return { encryption: encryptionType(reader) };
    }
    return undefined;
}

function encryptionType(reader: SqlReader): InsideColumn["encryption"] {
    const words = reader.enclosed().map(({ text }) => text.toUpperCase());
    const type = words[words.indexOf("ENCRYPTION_TYPE") + 2];
    if (!words.includes("ENCRYPTION_TYPE") || (type !== "DETERMINISTIC" && type !== "RANDOMIZED")) {
        throw reader.wrong();
    }
    return type;
}
