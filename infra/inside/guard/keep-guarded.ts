import { RULE_STATEMENTS } from "../found-rules";
import { quoteName } from "../quote-name";
import { RULE_KINDS } from "../rule-ends";
import type { Session } from "../session";
import { type GuardedDatabase, guardedDatabase } from "./guarded-database";
import { namesBeside } from "./same-names";
import { ENABLE_GUARD, GUARD_TRIGGER } from "./trigger";

/** What is declared of a database besides the trigger. */
export interface Admitted {
    readonly users: readonly string[];
    readonly rules: readonly string[];
}

/**
 * Puts the trigger, and takes away the users and rules that nobody declared. Each step can be done again, so that one that was cut off is
 * completed by the next try.
 *
 * @returns what is there now
 */
export async function keepGuarded(session: Session, { users, rules }: Admitted): Promise<GuardedDatabase> {
    await session.batch(GUARD_TRIGGER);
    await session.batch(ENABLE_GUARD);
    const found = await guardedDatabase(session);
    for (const stranger of namesBeside(found.users, users)) {
        await session.batch(`DROP USER IF EXISTS ${quoteName(stranger)};`);
    }
    for (const kind of RULE_KINDS) {
        for (const name of namesBeside(found.rules[kind], rules)) {
            await session.query(RULE_STATEMENTS[kind].remove, { name });
        }
    }
    return guardedDatabase(session);
}
