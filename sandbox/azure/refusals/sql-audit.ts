import type { Refusal } from "../refusal";
import { badRequest } from "./answers";
import { textAt, textsAt } from "./body";
import { childrenOf, lastOf, parentId, sameText } from "./ids";
import { SDK, sqlSpec } from "./sources";

/** The same setting under two names. */
const types = ["Microsoft.Sql/servers/auditingSettings", "Microsoft.Sql/servers/extendedAuditingSettings"];
const methods = ["PUT"] as const;
const source = sqlSpec("BlobAuditing");
const OUTBOUND = "Microsoft.Sql/servers/outboundFirewallRules";

/** As the SDK's documentation of the policy lists them. Actions such as SELECT are for a database's policy only. */
const GROUPS: readonly string[] = [
    "APPLICATION_ROLE_CHANGE_PASSWORD_GROUP",
    "BACKUP_RESTORE_GROUP",
    "BATCH_COMPLETED_GROUP",
    "BATCH_STARTED_GROUP",
    "DATABASE_CHANGE_GROUP",
    "DATABASE_LOGOUT_GROUP",
    "DATABASE_OBJECT_CHANGE_GROUP",
    "DATABASE_OBJECT_OWNERSHIP_CHANGE_GROUP",
    "DATABASE_OBJECT_PERMISSION_CHANGE_GROUP",
    "DATABASE_OPERATION_GROUP",
    "DATABASE_OWNERSHIP_CHANGE_GROUP",
    "DATABASE_PERMISSION_CHANGE_GROUP",
    "DATABASE_PRINCIPAL_CHANGE_GROUP",
    "DATABASE_PRINCIPAL_IMPERSONATION_GROUP",
    "DATABASE_ROLE_MEMBER_CHANGE_GROUP",
    "DBCC_GROUP",
    "FAILED_DATABASE_AUTHENTICATION_GROUP",
    "LEDGER_OPERATION_GROUP",
    "SCHEMA_OBJECT_ACCESS_GROUP",
    "SCHEMA_OBJECT_CHANGE_GROUP",
    "SCHEMA_OBJECT_OWNERSHIP_CHANGE_GROUP",
    "SCHEMA_OBJECT_PERMISSION_CHANGE_GROUP",
    "SUCCESSFUL_DATABASE_AUTHENTICATION_GROUP",
    "USER_CHANGE_PASSWORD_GROUP",
];

export const SQL_AUDIT_REFUSALS: readonly Refusal[] = [
    {
        id: "sql-audit-groups",
        title: "A server's audit log takes the action groups that are listed, and no single actions.",
        source: `${source}; ${SDK} (sql.ServerBlobAuditingPolicy); that case does not matter [U]`,
        types,
        methods,
        judge: ({ arm }) =>
            textsAt(arm.body, "properties.auditActionsAndGroups[]").every((name) =>
                GROUPS.some((group) => sameText(group, name)),
            )
                ? undefined
                : badRequest("InvalidBlobAuditActionsAndGroups", "Invalid audit actions or action groups."),
    },
    {
        id: "sql-audit-outbound",
        title: "A server that restricts outbound access writes its audit log only to a storage account that its outbound rules name.",
        source: `${source} (code); the words as a public template quotes them; that the setting must be enabled, and the status [U]`,
        types,
        methods,
        judge: ({ id, arm }, cloud) => {
            const server = parentId(id);
            const host = hostOf(textAt(arm.body, "properties.storageEndpoint") ?? "");
            return host === undefined ||
                textAt(arm.body, "properties.state") !== "Enabled" ||
                textAt(cloud.get(server)?.body, "properties.restrictOutboundNetworkAccess") !== "Enabled" ||
                childrenOf(cloud, server, OUTBOUND).some((rule) => sameText(lastOf(rule.id), host))
                ? undefined
                : badRequest(
                      "BlobAuditingStorageOutboundFirewallNotAllowed",
                      `Storage account '${host.split(".")[0]}' is not in the list of Outbound Firewall Rules on the Azure SQL Server. Please add the target to the Outbound Firewall Rules on server '${lastOf(server)}' and retry the operation.`,
                  );
        },
    },
];

const hostOf = (endpoint: string): string | undefined =>
    URL.canParse(endpoint) ? new URL(endpoint).hostname : undefined;
