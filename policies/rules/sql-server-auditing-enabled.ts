import { AUDITING_POLICIES, DIAGNOSTIC_SETTING, SERVER } from "../azure-types";
import { isMark } from "../marks";
import type { ResourceView } from "../model";
import { physicalName } from "../physical-name";
import { parseResourceId } from "../resource-id";
import { stackRule } from "../rule";
import { found, list, text } from "../show";

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
        } else if (!stack.ofType(DIAGNOSTIC_SETTING).some((each) => isOnMaster(each, server) && collectsAudit(each))) {
            // Azure Monitor as a target writes nothing until a diagnostic setting on `master` collects the category.
            report("its audit goes to Azure Monitor and no diagnostic setting collects SQLSecurityAuditEvents");
        }
    }
});

/** The id of `master` is made from its server alone; of a known one all that is known of the server must agree. */
function isOnMaster(setting: ResourceView, server: ResourceView): boolean {
    const { resourceUri } = setting.inputs;
    if (isMark(resourceUri)) {
        const [only, ...others] = setting.dependencyUrns("resourceUri");
        return only === server.urn && others.length === 0;
    }
    const id = parseResourceId(text(resourceUri));
    const group = text(server.inputs.resourceGroupName).toLowerCase();
    return (
        id?.armType === "microsoft.sql/servers/databases" &&
        id.names[0] === physicalName(server) &&
        id.names[1] === "master" &&
        (isMark(server.inputs.resourceGroupName) || group === "" || group === id.group)
    );
}

const collectsAudit = (setting: ResourceView): boolean =>
    setting.has("workspaceId") &&
    list(setting.props.logs).some(
        (log) =>
            log?.enabled === true &&
            (log.category === "SQLSecurityAuditEvents" || ["allLogs", "audit"].includes(log.categoryGroup)),
    );
