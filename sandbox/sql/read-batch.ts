import { DATABASE_FORMS } from "./database-statements";
import { RIGHT_FORMS } from "./right-statements";
import { SESSION_FORMS } from "./session-statements";
import { SOURCE_FORMS } from "./source-statements";
import { SqlReader } from "./sql-reader";
import { refused } from "./sql-refusals";
import type { SqlStatement, StatementForm } from "./sql-statement";
import { TABLE_FORMS } from "./table-statements";
import { TRIGGER_FORMS } from "./trigger-statements";
import { USER_FORMS } from "./user-statements";

/** Everything that is understood. */
export const STATEMENT_FORMS: readonly StatementForm[] = [
    ...SESSION_FORMS,
    ...USER_FORMS,
    ...RIGHT_FORMS,
    ...TRIGGER_FORMS,
    ...TABLE_FORMS,
    ...SOURCE_FORMS,
    ...DATABASE_FORMS,
];

/** @throws SqlError where any of it is not understood: then nothing of it is executed */
export function readBatch(sql: string): readonly SqlStatement[] {
    const reader = new SqlReader(sql);
    const statements: SqlStatement[] = [];
    while (reader.takes(";")) {
        // An empty statement.
    }
    while (!reader.ended) {
        statements.push(readStatement(reader, statements.length === 0));
        while (reader.takes(";")) {
            // One or more end a statement.
        }
    }
    return statements;
}

function readStatement(reader: SqlReader, isFirst: boolean): SqlStatement {
    const form = STATEMENT_FORMS.find(({ words }) => reader.sees(...words));
    if (form === undefined) {
        throw reader.wrong();
    }
    if (form.first !== undefined && !isFirst) {
        throw refused("notFirst", form.first);
    }
    reader.takes(...form.words);
    return form.read(reader);
}
