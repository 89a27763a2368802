import { CALL_REFUSALS } from "./refusals/calls";
import { DATABASE_REFUSALS } from "./refusals/databases";
import { RULE_REFUSALS } from "./refusals/firewall";
import { LANGUAGE_REFUSALS } from "./refusals/language";
import { LOGIN_REFUSALS } from "./refusals/logins";
import { OBJECT_REFUSALS } from "./refusals/objects";
import { PRINCIPAL_REFUSALS } from "./refusals/principals";
import { TRANSACTION_REFUSALS } from "./refusals/transactions";
import { SqlError } from "./sql-error";
import type { SqlRefusal } from "./sql-refusal";

/** Everything that the played SQL Server refuses, by a name of our own. */
export const SQL_REFUSALS = {
    ...LOGIN_REFUSALS,
    ...LANGUAGE_REFUSALS,
    ...CALL_REFUSALS,
    ...TRANSACTION_REFUSALS,
    ...PRINCIPAL_REFUSALS,
    ...OBJECT_REFUSALS,
    ...RULE_REFUSALS,
    ...DATABASE_REFUSALS,
};

/** The answer that a refusal gives. */
export function refused(name: keyof typeof SQL_REFUSALS, ...values: readonly string[]): SqlError {
    const { number, text, severity, endsBatch }: SqlRefusal = SQL_REFUSALS[name];
    const left = [...values];
    return new SqlError(
        number,
        text.replace(/%s/g, () => left.shift() ?? ""),
        severity,
        endsBatch,
    );
}
