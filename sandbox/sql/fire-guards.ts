import type { DatabaseState } from "./database-state";
import type { SqlError } from "./sql-error";
import type { TableEvent } from "./sql-statement";
import type { Sqlite } from "./sqlite";
import { viewsOf } from "./system-views";
import { tableGuards } from "./table-guard";

/** Events by the group that they are in (Microsoft, "DDL event groups"); RENAME is in none of them that is known here. */
const GROUPS: Readonly<Record<string, readonly string[]>> = { DDL_TABLE_EVENTS: ["CREATE_TABLE", "ALTER_TABLE"] };

/** Asks the triggers of a database about a table that was changed. @returns the error of the first that objects */
export function fireGuards(state: DatabaseState, event: TableEvent, engine: Sqlite): SqlError | undefined {
    const values = new Map([
        ["@schema", { value: event.schema }],
        ["@object", { value: event.object }],
    ]);
    return state.triggers
        .filter(
            ({ disabled, events }) =>
                !disabled && events.some((one) => one === event.type || GROUPS[one]?.includes(event.type)),
        )
        .flatMap(({ body }) => tableGuards(body))
        .find(({ query }) => engine.select(query, viewsOf(state), values).rows.length > 0)?.error;
}
