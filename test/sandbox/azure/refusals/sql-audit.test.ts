import { SQL_AUDIT_REFUSALS } from "../../../../sandbox/azure/refusals/sql-audit";
import { describeRefusals } from "./describe-refusals";
import type { Asked } from "./played-street";

const SERVER = "shard-01-primary-server";

const audit = (change: Asked["change"]): Asked => ({
    method: "PUT",
    type: "sql:ServerBlobAuditingPolicy",
    name: `shard-01-primary-audit-auditing`,
    change,
});
const groups = (...auditActionsAndGroups: string[]): Asked => audit({ auditActionsAndGroups });
const storage = (account: string): Asked => audit({ storageEndpoint: `https://${account}.blob.core.windows.net/` });

describeRefusals("audit logs", SQL_AUDIT_REFUSALS, {
    "sql-audit-groups": {
        refused: groups("BATCH_COMPLETED_GROUP", "SELECT"),
        allowed: groups("BATCH_COMPLETED_GROUP", "DBCC_GROUP"),
        message: "Invalid audit actions or action groups.",
    },
    "sql-audit-outbound": {
        given: [
            {
                method: "PUT",
                type: "sql:Server",
                name: SERVER,
                as: "sql:OutboundFirewallRule",
                change: ({ resourceGroupName, serverName }) => ({
                    resourceGroupName,
                    serverName,
                    outboundRuleFqdn: "staudit.blob.core.windows.net",
                }),
            },
        ],
        refused: storage("stother"),
        allowed: storage("staudit"),
        message: "Storage account 'stother' is not in the list of Outbound Firewall Rules",
    },
});
