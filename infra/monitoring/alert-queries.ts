/** One alert: what is looked for in the logs of a region, how often, and from which value on somebody is told. */
export interface AlertQuery {
    readonly id: string;
    readonly description: string;
    /** 0 critical, 1 error, 2 warning, 3 information. */
    readonly severity: 0 | 1 | 2 | 3;
    /** ARM type of the resources whose logs or metrics are read: a rule stands in a workspace to which one of them writes. */
    readonly source: string;
    /** Kusto. Rows keep `TimeGenerated` and `_ResourceId`, so that the rule itself groups by time and by resource. */
    readonly query: string;
    /** How the rows of one window and one resource become a number: their count, or a column. */
    readonly measure: "Count" | { readonly column: string; readonly by: "Average" | "Minimum" | "Maximum" | "Total" };
    readonly operator: "GreaterThan" | "LessThan";
    readonly threshold: number;
    /** ISO 8601 durations. */
    readonly window: "PT15M" | "PT1H" | "P1D";
    readonly frequency: "PT5M" | "PT15M" | "PT1H";
}

const metric = (resourceProvider: string, name: string, where = ""): string =>
    `AzureMetrics | where ResourceProvider =~ "${resourceProvider}" and MetricName == "${name}"${where}`;

const pool = (name: string): string => metric("MICROSOFT.SQL", name, ' and _ResourceId contains "/elasticpools/"');

/** A table of many services, whose columns exist only from the first row that has them. */
const vaultAudit = 'AzureDiagnostics | where ResourceProvider =~ "MICROSOFT.KEYVAULT" and Category == "AuditEvent"';

const vaultEvents = (...operations: string[]): string =>
    `${vaultAudit} | where OperationName in (${operations.map((operation) => `"${operation}"`).join(", ")})`;

/**
 * Metrics reach the workspace through diagnostic settings; they lose their dimensions on the way, so a Traffic Manager profile
 * shows its worst endpoint as its minimum [U]. Names of metrics: azure-monitor-docs `reference/supported-metrics`, July 2026. The
 * columns of the backup table and its values are not verified [U]. SQL's own backups write no log: a nightly check asks for them.
 */
export const ALERT_QUERIES = [
    {
        id: "sql-pool-cpu",
        description: "The tenants of a pool use nearly all of its processor time.",
        severity: 2,
        source: "Microsoft.Sql/servers/elasticPools",
        query: pool("cpu_percent"),
        measure: { column: "Average", by: "Average" },
        operator: "GreaterThan",
        threshold: 90,
        window: "PT15M",
        frequency: "PT5M",
    },
    {
        id: "sql-pool-storage",
        description: "A pool is nearly full; when it is, its databases no longer accept writes.",
        severity: 1,
        source: "Microsoft.Sql/servers/elasticPools",
        query: pool("storage_percent"),
        measure: { column: "Maximum", by: "Maximum" },
        operator: "GreaterThan",
        threshold: 85,
        window: "PT1H",
        frequency: "PT15M",
    },
    {
        id: "sql-connections-failed",
        description: "A database refuses connections through a fault of its own.",
        severity: 1,
        source: "Microsoft.Sql/servers/databases",
        query: metric("MICROSOFT.SQL", "connection_failed"),
        measure: { column: "Total", by: "Total" },
        operator: "GreaterThan",
        threshold: 5,
        window: "PT15M",
        frequency: "PT5M",
    },
    {
        id: "sql-logins-refused",
        description: "Somebody tries to sign in to a database and may not.",
        severity: 2,
        source: "Microsoft.Sql/servers/databases",
        query: metric("MICROSOFT.SQL", "connection_failed_user_error"),
        measure: { column: "Total", by: "Total" },
        operator: "GreaterThan",
        threshold: 10,
        window: "PT15M",
        frequency: "PT5M",
    },
    {
        id: "sql-blocked-by-firewall",
        description:
            "An address that is not declared keeps trying to reach a database: more than a hundred times in an hour.",
        // Every public address is scanned all day, a few tries at a time; a rule that fires on each is soon ignored. Somebody who
        // insists, or a client of ours that nobody declared, tries every half minute or more often.
        severity: 2,
        source: "Microsoft.Sql/servers/databases",
        query: metric("MICROSOFT.SQL", "blocked_by_firewall"),
        measure: { column: "Total", by: "Total" },
        operator: "GreaterThan",
        threshold: 100,
        window: "PT1H",
        frequency: "PT15M",
    },
    {
        id: "sql-replication-lag",
        description:
            "The copy in the second region is more than five minutes behind: that much would be lost in a failover.",
        severity: 1,
        source: "Microsoft.Sql/servers/databases",
        query: metric("MICROSOFT.SQL", "replication_lag_seconds"),
        measure: { column: "Maximum", by: "Minimum" },
        operator: "GreaterThan",
        threshold: 300,
        window: "PT15M",
        frequency: "PT5M",
    },
    {
        id: "app-server-errors",
        description: "An application answers requests with errors of its own (HTTP 5xx).",
        severity: 1,
        source: "Microsoft.Web/sites",
        query: metric("MICROSOFT.WEB", "Http5xx"),
        measure: { column: "Total", by: "Total" },
        operator: "GreaterThan",
        threshold: 10,
        window: "PT15M",
        frequency: "PT5M",
    },
    {
        id: "app-unhealthy",
        description: "An application fails its health check on at least one instance.",
        severity: 1,
        source: "Microsoft.Web/sites",
        query: metric("MICROSOFT.WEB", "HealthCheckStatus"),
        measure: { column: "Average", by: "Average" },
        operator: "LessThan",
        threshold: 100,
        window: "PT15M",
        frequency: "PT5M",
    },
    {
        id: "traffic-endpoint-down",
        description: "Traffic Manager sees a region as down.",
        severity: 0,
        source: "Microsoft.Network/trafficManagerProfiles",
        query: metric("MICROSOFT.NETWORK", "ProbeAgentCurrentEndpointStateByProfileResourceId"),
        measure: { column: "Minimum", by: "Minimum" },
        operator: "LessThan",
        threshold: 1,
        // Not PT5M: a metric reaches the workspace minutes late, and a window that has passed by then is not looked at again.
        window: "PT15M",
        frequency: "PT5M",
    },
    {
        id: "vault-denied",
        description: "Somebody asks a vault for what they may not have.",
        severity: 1,
        source: "Microsoft.KeyVault/vaults",
        // Not 401: clients ask without a token first, to learn where to get one.
        query: `${vaultAudit} | where column_ifexists("httpStatusCode_d", 0.0) == 403`,
        measure: "Count",
        operator: "GreaterThan",
        threshold: 0,
        window: "PT15M",
        frequency: "PT15M",
    },
    {
        id: "certificate-near-expiry",
        description: "A certificate or secret ends within 30 days or has ended: nobody renewed it.",
        severity: 1,
        source: "Microsoft.KeyVault/vaults",
        // Logged whether or not anybody subscribes to the event (azure-security-docs, Key Vault logging).
        // A vault tells 30 days ahead (azure-docs, tutorial-rotation-dual), also of the secret that holds a certificate. Those that App Service
        // manages lie in no vault: Azure renews them, and logs nothing when it cannot.
        query: vaultEvents(
            "CertificateNearExpiryEventGridNotification",
            "CertificateExpiredEventGridNotification",
            "SecretNearExpiryEventGridNotification",
            "SecretExpiredEventGridNotification",
        ),
        measure: "Count",
        operator: "GreaterThan",
        threshold: 0,
        window: "P1D",
        frequency: "PT1H",
    },
    {
        id: "key-near-expiry",
        description: "A key was not rotated in time.",
        severity: 1,
        source: "Microsoft.KeyVault/vaults",
        query: vaultEvents("KeyNearExpiryEventGridNotification", "KeyExpiredEventGridNotification"),
        measure: "Count",
        operator: "GreaterThan",
        threshold: 0,
        window: "P1D",
        frequency: "PT1H",
    },
    {
        id: "backup-failed",
        description: "A backup of customers' documents failed.",
        severity: 1,
        source: "Microsoft.DataProtection/backupVaults",
        query: 'AddonAzureBackupJobs | where JobOperation == "Backup" and JobStatus == "Failed"',
        measure: "Count",
        operator: "GreaterThan",
        threshold: 0,
        window: "P1D",
        frequency: "PT1H",
    },
] as const satisfies readonly AlertQuery[];

export type AlertId = (typeof ALERT_QUERIES)[number]["id"];
