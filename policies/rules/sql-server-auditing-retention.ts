import { AUDITING_POLICIES, SERVER, WORKSPACE } from "../azure-types";
import { UndecidedError } from "../marks";
import type { ResourceView } from "../model";
import { stackRule } from "../rule";
import { atLeast, found } from "../show";
import { auditLogsOf } from "../sql-audit";

const DATABASE_POLICIES = [
    "azure-native:sql:DatabaseBlobAuditingPolicy",
    "azure-native:sql:ExtendedDatabaseBlobAuditingPolicy",
];

const LEAST_DAYS = 90;

/** In storage the policy says how long; in a workspace the workspace does. */
export const sqlServerAuditingRetention = stackRule(
    [...AUDITING_POLICIES, ...DATABASE_POLICIES],
    (policy, report, { stack }) => {
        // Zero is how Azure writes "without end".
        if (policy.has("storageEndpoint") && policy.props.retentionDays !== 0) {
            const { retentionDays } = policy.props;
            if (!atLeast(retentionDays, LEAST_DAYS)) {
                report(`${found("retentionDays", retentionDays)}, less than ${LEAST_DAYS}`);
            }
        }
        if (!AUDITING_POLICIES.includes(policy.type) || policy.props.isAzureMonitorTargetEnabled !== true) {
            return;
        }
        const logs = policy.references("serverName", SERVER).flatMap((server) => auditLogsOf(server, stack));
        for (const { name, props } of logs.flatMap(workspacesOf)) {
            if (!atLeast(props.retentionInDays, LEAST_DAYS)) {
                report(
                    `${found("retentionInDays", props.retentionInDays)} of workspace ${name}, less than ${LEAST_DAYS}`,
                );
            }
        }
    },
);

function workspacesOf(setting: ResourceView): readonly ResourceView[] {
    const workspaces = setting.references("workspaceId", WORKSPACE);
    if (workspaces.length === 0) {
        throw new UndecidedError("how long its workspace keeps logs is not in the plan");
    }
    return workspaces;
}
