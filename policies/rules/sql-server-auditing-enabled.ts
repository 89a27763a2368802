import { AUDITING_POLICIES, SERVER } from "../azure-types";
import { stackRule } from "../rule";
import { found } from "../show";
import { auditLogsOf } from "../sql-audit";

export const sqlServerAuditingEnabled = stackRule([SERVER], (server, report, { stack }) => {
    const policies = stack.referrers(server, "serverName", ...AUDITING_POLICIES);
    if (policies.length === 0) {
        report("has no auditing policy");
    }
    for (const policy of policies) {
        const { state, isAzureMonitorTargetEnabled } = policy.props;
        if (state !== "Enabled") {
            report(found("state of its auditing policy", state));
        } else if (isAzureMonitorTargetEnabled !== true) {
            if (!policy.has("storageEndpoint")) {
                report("its auditing policy names no target");
            }
        } else if (auditLogsOf(server, stack).length === 0) {
            // Azure Monitor as a target writes nothing until a diagnostic setting on `master` collects the category.
            report("its audit goes to Azure Monitor and no diagnostic setting collects SQLSecurityAuditEvents");
        }
    }
});
