import { type InsideTrigger, named, withItem, without } from "./database-state";
import type { SqlReader } from "./sql-reader";
import { refused } from "./sql-refusals";
import { type ChangeStatement, change, type StatementForm } from "./sql-statement";
import { tableGuards } from "./table-guard";

/** Events of tables, and others that a guard of columns may name; those raise nothing here, since their statements are not played. */
const EVENTS = [
    "CREATE_TABLE",
    "ALTER_TABLE",
    "RENAME",
    "DROP_TABLE",
    "CREATE_TYPE",
    "CREATE_VIEW",
    "ALTER_VIEW",
    "ALTER_SCHEMA",
    "DDL_TABLE_EVENTS",
] as const;

/** Triggers on the database that guard its tables. */
export const TRIGGER_FORMS: readonly StatementForm[] = [
    {
        words: ["CREATE", "OR", "ALTER", "TRIGGER"],
        shown: "CREATE [OR ALTER] TRIGGER [t] ON DATABASE FOR event, … AS IF EXISTS (select) BEGIN ROLLBACK; THROW number, 'message', state; END, first in its batch",
        first: "CREATE TRIGGER",
        read: (reader) => createTrigger(reader, true),
    },
    {
        words: ["CREATE", "TRIGGER"],
        shown: "",
        first: "CREATE TRIGGER",
        read: (reader) => createTrigger(reader, false),
    },
    {
        words: ["DROP", "TRIGGER"],
        shown: "DROP TRIGGER [IF EXISTS] [t] ON DATABASE",
        read: dropTrigger,
    },
    {
        words: ["ENABLE", "TRIGGER"],
        shown: "ENABLE | DISABLE TRIGGER [t] ON DATABASE",
        read: (reader) => switchTrigger(reader, false),
    },
    { words: ["DISABLE", "TRIGGER"], shown: "", read: (reader) => switchTrigger(reader, true) },
];

function createTrigger(reader: SqlReader, replaces: boolean): ChangeStatement {
    const name = reader.name();
    reader.expect("ON", "DATABASE");
    reader.oneOf("FOR", "AFTER");
    const events: string[] = [];
    do {
        const event = reader.name().toUpperCase();
        if (!(EVENTS as readonly string[]).includes(event)) {
            throw refused("noEvent", event);
        }
        events.push(event);
    } while (reader.takes(","));
    reader.expect("AS");
    // Read now, so that one that is not understood is never there.
    const body = reader.sql.slice(reader.token?.start ?? reader.sql.length);
    tableGuards(body);
    reader.rest();
    // SQL Server keeps the text as it was sent, but for these two words [unverified: with blanks in their place].
    const definition = reader.sql.replace(/\bCREATE(\s+)OR\s+ALTER\b/i, "CREATE$1 ");
    return change((state) => {
        const known = named(state.triggers, name);
        if (known !== undefined && !replaces) {
            throw refused("objectExists", name);
        }
        const id = known?.id ?? state.lastId + 1;
        const trigger: InsideTrigger = { id, name, events, definition, body, disabled: known?.disabled ?? false };
        return { state: { ...state, triggers: withItem(state.triggers, trigger), lastId: Math.max(id, state.lastId) } };
    });
}

function dropTrigger(reader: SqlReader): ChangeStatement {
    const mayMiss = reader.takes("IF", "EXISTS");
    const name = reader.name();
    reader.expect("ON", "DATABASE");
    return change((state) => {
        if (named(state.triggers, name) === undefined && !mayMiss) {
            throw refused("nothingToDrop", "trigger", name);
        }
        return { state: { ...state, triggers: without(state.triggers, name) } };
    });
}

function switchTrigger(reader: SqlReader, disabled: boolean): ChangeStatement {
    const name = reader.name();
    reader.expect("ON", "DATABASE");
    return change((state) => {
        const trigger = named(state.triggers, name);
        if (trigger === undefined) {
            throw refused("noObjectFound", name);
        }
        return { state: { ...state, triggers: withItem(state.triggers, { ...trigger, disabled }) } };
    });
}
