import { DIAGNOSTIC_SETTING, SERVER } from "../azure-types";
import type { ResourceView, StackView } from "../model";
import { physicalName } from "../physical-name";
import { stackRule } from "../rule";
import { found, list, text } from "../show";

export const sqlServerAuditingEnabled = stackRule([SERVER], (server, report, { stack }) => {
    const policies = stack.referrers(
        server,
        "serverName",
        "azure-native:sql:ExtendedServerBlobAuditingPolicy",
        "azure-native:sql:ServerBlobAuditingPolicy",
    );
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
        } else if (!settings(server, stack).some(collectsAudit)) {
            // Azure Monitor as a target writes nothing until a diagnostic setting on `master` collects the category.
            report("its audit goes to Azure Monitor and no diagnostic setting collects SQLSecurityAuditEvents");
        }
    }
});

/** A setting on `master` depends on the server, or spells the server's name in its id. */
function settings(server: ResourceView, stack: StackView): readonly ResourceView[] {
    const name = physicalName(server);
    const spelled = name === undefined ? undefined : `/servers/${name}/databases/master`;
    const byName = stack
        .ofType(DIAGNOSTIC_SETTING)
        .filter(({ inputs }) => spelled && text(inputs.resourceUri).toLowerCase().endsWith(spelled));
    return byName.length > 0 ? byName : stack.referrers(server, "resourceUri", DIAGNOSTIC_SETTING);
}

const collectsAudit = ({ props }: ResourceView): boolean =>
    list(props.logs).some(
        (log) =>
            log?.enabled === true &&
            (log.category === "SQLSecurityAuditEvents" || ["allLogs", "audit"].includes(log.categoryGroup)),
    );
