import type { ExampleStack } from "../example-stack";
import { customer } from "./tags";

/** One tenant's database, copied and kept. */
export function databases(stack: ExampleStack): ExampleStack {
    const on = (where: string) => ({ databaseName: ["database"], serverName: [where] });
    return stack
        .plus(
            "sql:ElasticPool",
            "pool",
            {
                location: "westeurope",
                zoneRedundant: true,
                sku: { name: "GP_Gen5", tier: "GeneralPurpose", capacity: 8 },
                perDatabaseSettings: { minCapacity: 0, maxCapacity: 2 },
                tags: customer,
            },
            { serverName: ["server"] },
            true,
        )
        .plus(
            "sql:Database",
            "database",
            {
                databaseName: "sqldb-k7f3",
                location: "westeurope",
                createMode: "Default",
                requestedBackupStorageRedundancy: "Geo",
                zoneRedundant: true,
                tags: { ...customer, tenant: "k7f3" },
            },
            { serverName: ["server"], elasticPoolId: ["pool"] },
            true,
        )
        .plus(
            "monitor:DiagnosticSetting",
            "database-logs",
            { logs: [{ category: "Errors", enabled: true }] },
            { resourceUri: ["database"], workspaceId: ["logs"] },
        )
        .plus("sql:TransparentDataEncryption", "encryption", { state: "Enabled" }, on("server"))
        .plus("sql:BackupShortTermRetentionPolicy", "restore", restore, on("server"))
        .plus("sql:BackupShortTermRetentionPolicy", "partner-restore", restore, on("partner"))
        .plus("sql:LongTermRetentionPolicy", "archive", archive, on("server"))
        .plus("sql:LongTermRetentionPolicy", "partner-archive", archive, on("partner"))
        .plus(
            "sql:FailoverGroup",
            "failover",
            {
                readWriteEndpoint: { failoverPolicy: "Manual" },
                partnerServers: [{ id: { $unknown: true } }],
                databases: [{ $unknown: true }],
                tags: customer,
            },
            { serverName: ["server"], partnerServers: ["partner"], databases: ["database"] },
            true,
        )
        .plus(
            "authorization:ManagementLockByScope",
            "database-lock",
            { level: "CanNotDelete" },
            { scope: ["database"] },
        )
        .plus("authorization:ManagementLockByScope", "copy-lock", { level: "CanNotDelete" }, { scope: ["failover"] });
}

const restore = { retentionDays: 35, diffBackupIntervalInHours: 12 };
const archive = { weeklyRetention: "P5W", monthlyRetention: "P12M", yearlyRetention: "P7Y", weekOfYear: 1 };
