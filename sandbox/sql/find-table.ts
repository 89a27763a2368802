import { type DatabaseState, type InsideTable, sameName } from "./database-state";
import type { QualifiedName } from "./sql-reader";

/** A name without a schema is one of `dbo`, the administrator's own. */
export const findTable = (state: DatabaseState, { schema = "dbo", name }: QualifiedName): InsideTable | undefined =>
    state.tables.find((table) => sameName(table.schema, schema) && sameName(table.name, name));

/** With one table in place of that of the same number, or added. */
export function withTable(state: DatabaseState, table: InsideTable): DatabaseState {
    const known = state.tables.some(({ id }) => id === table.id);
    const tables = known ? state.tables.map((one) => (one.id === table.id ? table : one)) : [...state.tables, table];
    return { ...state, tables };
}
