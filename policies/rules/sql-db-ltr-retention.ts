import { DATABASE } from "../azure-types";
import { isTransient } from "../data-class";
import { daysOf } from "../duration";
import type { ResourceView } from "../model";
import { stackRule } from "../rule";
import { isReplica, policiesByServer } from "../sql-relations";

const POLICY = "azure-native:sql:LongTermRetentionPolicy";

export const sqlDbLtrRetention = stackRule([DATABASE], (database, report, { stack }) => {
    if (isTransient(database) || isReplica(database)) {
        return;
    }
    for (const { where, policies } of policiesByServer(database, POLICY, stack)) {
        if (policies.length === 0) {
            report(`has no long-term retention policy ${where}`);
        } else if (!policies.every(keeps)) {
            report(`its long-term retention policy keeps nothing ${where}`);
        }
    }
});

/** Azure takes a week at least; `PT0S` is how it writes "not at all". */
const LEAST_DAYS = 7;

const keeps = ({ props }: ResourceView): boolean =>
    [props.weeklyRetention, props.monthlyRetention, props.yearlyRetention].some(
        (period) => daysOf(period) >= LEAST_DAYS,
    );
