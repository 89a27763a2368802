import { DATABASE_FIREWALL_RULE, DATABASE_GUARD, DATABASE_USER } from "../allowed-types";
import { DATABASE } from "../azure-types";
import { isTransient, tag } from "../data-class";
import { isTriggerInForce } from "../guard-trigger";
import { isMark, UnreadableError } from "../marks";
import type { ResourceView } from "../model";
import { type Report, stackRule } from "../rule";
import { found } from "../show";
import { isReplica } from "../sql-relations";

/** What a guard keeps in a database: its list, the type of what is on the list, and the name of that. */
const LISTS = [
    { list: "users", type: DATABASE_USER, name: "userName", what: "user" },
    { list: "rules", type: DATABASE_FIREWALL_RULE, name: "ruleName", what: "firewall rule" },
] as const;

export const sqlDbGuarded = stackRule([DATABASE], (database, report, { stack }) => {
    if (tag(database, "tenant") === undefined || isTransient(database) || isReplica(database)) {
        return;
    }
    const [guard, ...more] = stack.referrers(database, "database", DATABASE_GUARD);
    if (guard === undefined) {
        report("has no guard");
        return;
    }
    if (more.length > 0) {
        report(`has ${more.length + 1} guards, and each takes away what only another keeps`);
        return;
    }
    const { trigger } = guard.props;
    if (!isTriggerInForce(trigger)) {
        report(`its guard's ${found("trigger", trigger)}, so that nothing refuses a password in the open`);
    }
    for (const { list, type, name, what } of LISTS) {
        const kept: unknown = guard.props[list];
        if (Array.isArray(kept)) {
            const there = stack.referrers(database, "database", type);
            const unplaced = stack.ofType(type).find(({ inputs }) => isMark(inputs.database));
            compare(kept, there, name, what, report, unplaced);
        } else {
            report(`its guard's ${found(list, kept)}`);
        }
    }
});

function compare(
    kept: readonly unknown[],
    there: readonly ResourceView[],
    name: string,
    what: string,
    report: Report,
    unplaced: ResourceView | undefined,
): void {
    const keeps = new Set(kept);
    const puts = new Set<unknown>(there.map(({ props }) => props[name]));
    for (const each of [...puts].filter((put) => !keeps.has(put))) {
        report(`its guard takes away ${what} '${each}', which the plan puts into it`);
    }
    for (const each of [...keeps].filter((keep) => !puts.has(keep))) {
        if (unplaced) {
            throw new UnreadableError(`database of ${unplaced.name}`);
        }
        report(`its guard keeps ${what} '${each}', which the plan does not put into it`);
    }
}
