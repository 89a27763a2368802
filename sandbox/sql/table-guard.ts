import { type SelectQuery, selectQuery } from "./select-query";
import { SqlError } from "./sql-error";
import { SqlReader } from "./sql-reader";

/** What a trigger refuses: its SELECT is asked about the changed table, `@schema` and `@object`, and its error raised where there are rows. */
export interface TableGuard {
    readonly query: SelectQuery;
    readonly error: SqlError;
}

/**
 * The guards in the body of a trigger: `IF EXISTS (select) BEGIN ROLLBACK; THROW number, 'message', state; END`, after any SET and DECLARE; that
 * the names come from EVENTDATA() is taken for granted.
 *
 * @throws SqlError where the body does anything else
 */
export function tableGuards(body: string): readonly TableGuard[] {
    const reader = new SqlReader(body);
    while (reader.sees("SET") || reader.sees("DECLARE")) {
        reader.untilSemicolon();
        reader.expect(";");
    }
    const guards: TableGuard[] = [];
    do {
        guards.push(readGuard(reader));
    } while (!reader.ended);
    return guards;
}

function readGuard(reader: SqlReader): TableGuard {
    reader.expect("IF", "EXISTS", "(");
    const query = selectQuery(reader.enclosed());
    reader.expect("BEGIN");
    reader.expect("ROLLBACK");
    reader.takes("TRANSACTION");
    reader.expect(";", "THROW");
    const number = Number(reader.piece("number"));
    reader.expect(",");
    const message = reader.piece("string");
    reader.expect(",");
    reader.piece("number");
    reader.takes(";");
    reader.expect("END");
    reader.takes(";");
    return { query, error: new SqlError(number, message, 16, true) };
}
