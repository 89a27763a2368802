import { type Argument, type Arguments, called } from "./procedures";
import { readSelect } from "./select-query";
import type { SqlReader } from "./sql-reader";
import type { ChangeStatement, SqlStatement, StatementForm } from "./sql-statement";

/** What every session says: settings, transactions, questions and calls. */
export const SESSION_FORMS: readonly StatementForm[] = [
    { words: ["SET"], shown: "SET XACT_ABORT ON | OFF, and the settings that drivers make", read: readSetting },
    {
        words: ["BEGIN"],
        shown: "BEGIN | COMMIT | ROLLBACK TRANSACTION",
        read: (reader) => readTransaction(reader, "BEGIN"),
    },
    { words: ["COMMIT"], shown: "", read: (reader) => readTransaction(reader, "COMMIT") },
    { words: ["ROLLBACK"], shown: "", read: (reader) => readTransaction(reader, "ROLLBACK") },
    {
        words: ["SELECT"],
        shown: "SELECT over the views below",
        read: (reader) => ({ kind: "select", query: readSelect(reader) }),
    },
    { words: ["EXECUTE"], shown: "EXECUTE procedure @parameter = value, …", read: readCall },
    { words: ["EXEC"], shown: "", read: readCall },
];

/** Settings of a session that change nothing of what is played, as tedious makes them when it connects. */
const DRIVER_SETTINGS =
    /^(ansi_nulls|ansi_null_dflt_on|ansi_padding|ansi_warnings|arithabort|concat_null_yields_null|cursor_close_on_commit|datefirst|dateformat|implicit_transactions|language|lock_timeout|nocount|numeric_roundabort|quoted_identifier|textsize)$/i;

function readSetting(reader: SqlReader): SqlStatement {
    if (reader.takes("XACT_ABORT")) {
        return { kind: "setting", xactAbort: reader.oneOf("ON", "OFF") === "ON" };
    }
    if (reader.takes("TRANSACTION", "ISOLATION", "LEVEL")) {
        reader.oneOf("READ", "REPEATABLE", "SNAPSHOT", "SERIALIZABLE");
        ["COMMITTED", "UNCOMMITTED", "READ"].some((word) => reader.takes(word));
        return { kind: "setting" };
    }
    if (!DRIVER_SETTINGS.test(reader.piece("word"))) {
        throw reader.wrong();
    }
    reader.takes("-");
    reader.next();
    return { kind: "setting" };
}

function readTransaction(reader: SqlReader, verb: "BEGIN" | "COMMIT" | "ROLLBACK"): SqlStatement {
    const said = reader.takes("TRANSACTION") || reader.takes("TRAN");
    if (verb === "BEGIN" && !said) {
        throw reader.wrong();
    }
    return { kind: "transaction", verb };
}

function readCall(reader: SqlReader): ChangeStatement {
    const { schema, name } = reader.qualifiedName();
    if (schema !== undefined && schema.toLowerCase() !== "sys") {
        throw reader.wrong();
    }
    const given: { name: string; argument: Argument }[] = [];
    if (reader.ended || reader.sees(";")) {
        return called(name, given);
    }
    do {
        given.push(readArgument(reader));
    } while (reader.takes(","));
    return called(name, given satisfies Arguments);
}

function readArgument(reader: SqlReader): Arguments[number] {
    if (reader.token?.kind !== "variable") {
        return { name: "", argument: readValue(reader) };
    }
    const variable = reader.next().text;
    return reader.takes("=") ? { name: variable, argument: readValue(reader) } : { name: "", argument: { variable } };
}

function readValue(reader: SqlReader): Argument {
    const { kind, text, start } = reader.next();
    switch (kind) {
        case "variable":
            return { variable: text };
        case "number":
            return { value: Number(text) };
        case "string":
            return { value: text, textType: reader.sql[start] === "'" ? "varchar" : "nvarchar" };
        default:
            throw reader.wrong();
    }
}
