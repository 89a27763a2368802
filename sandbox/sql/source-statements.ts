import { named, without } from "./database-state";
import type { SqlReader } from "./sql-reader";
import { refused } from "./sql-refusals";
import { type ChangeStatement, change, type StatementForm } from "./sql-statement";

/** Ways out of a database, so that a test can make one. */
export const SOURCE_FORMS: readonly StatementForm[] = [
    {
        words: ["CREATE", "EXTERNAL", "DATA", "SOURCE"],
        shown: "CREATE EXTERNAL DATA SOURCE [n] WITH (TYPE = …, LOCATION = '…', …)",
        read: createSource,
    },
    { words: ["DROP", "EXTERNAL", "DATA", "SOURCE"], shown: "DROP EXTERNAL DATA SOURCE [n]", read: dropSource },
];

function createSource(reader: SqlReader): ChangeStatement {
    const name = reader.name();
    reader.expect("WITH", "(");
    const said = new Map<string, string>();
    do {
        const option = reader.oneOf("TYPE", "LOCATION", "DATABASE_NAME", "SHARD_MAP_NAME", "CREDENTIAL");
        reader.expect("=");
        const isText = option !== "TYPE" && option !== "CREDENTIAL";
        said.set(option, isText ? reader.piece("string") : reader.name());
    } while (reader.takes(","));
    reader.expect(")");
    const location = said.get("LOCATION");
    if (location === undefined) {
        throw reader.wrong();
    }
    return change((state) => {
        if (named(state.externalSources, name) !== undefined) {
            throw refused("sourceExists", name);
        }
        const id = state.lastId + 1;
        const source = { id, name, type: said.get("TYPE")?.toUpperCase() ?? "BLOB_STORAGE", location };
        return { state: { ...state, externalSources: [...state.externalSources, source], lastId: id } };
    });
}

function dropSource(reader: SqlReader): ChangeStatement {
    const name = reader.name();
    return change((state) => {
        if (named(state.externalSources, name) === undefined) {
            throw refused("noPrincipal", "drop", "external data source", name);
        }
        return { state: { ...state, externalSources: without(state.externalSources, name) } };
    });
}
