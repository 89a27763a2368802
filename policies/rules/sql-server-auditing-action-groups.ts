import { AUDITING_POLICIES } from "../azure-types";
import { resourceRule } from "../rule";
import { found, list } from "../show";

/** Who signed in, who tried to, and what was run. */
const GROUPS = [
    "BATCH_COMPLETED_GROUP",
    "FAILED_DATABASE_AUTHENTICATION_GROUP",
    "SUCCESSFUL_DATABASE_AUTHENTICATION_GROUP",
];

export const sqlServerAuditingActionGroups = resourceRule(AUDITING_POLICIES, (policy, report) => {
    const groups = list(policy.props.auditActionsAndGroups);
    const missing = GROUPS.filter((group) => !groups.includes(group));
    if (missing.length > 0) {
        report(`auditActionsAndGroups lacks ${missing.join(", ")}`);
    }
    if (policy.has("predicateExpression")) {
        report(`${found("predicateExpression", policy.props.predicateExpression)}, which leaves events out`);
    }
});
