import type { Guidance } from "../guidance";

export const SQL_DATABASES: Guidance = {
    "sql-db-geo-backup": {
        why: "A region can be lost with every backup in it.",
        example: 'new sql.Database("tenant", { ...args, requestedBackupStorageRedundancy: "Geo" });',
    },
    "sql-db-ltr-retention": {
        why: "What was spoilt months ago can only be brought back from a backup that old.",
        example:
            'new sql.LongTermRetentionPolicy("tenant", { ...args, policyName: "default", weeklyRetention: "P5W", monthlyRetention: "P12M" });',
    },
    "sql-db-no-prod-copy": {
        why: "A copy of productie elsewhere holds the data of real customers behind the weaker doors of a test.",
        example: 'new sql.Database("tenant", { ...args, createMode: "Default" });',
    },
    "sql-db-no-sample": {
        why: "Sample data in a database of customers can be taken for theirs, and brings tables that nobody reviewed.",
        example: 'new sql.Database("tenant", { ...args }); // without sampleName',
    },
    "sql-db-per-tenant": {
        why: "In a shared database one forgotten WHERE shows customer A what belongs to B.",
        example:
            'new sql.Database("tenant", { ...args, databaseName: "sqldb-t-4f9k2c", tags: { ...tags, tenant: "t-4f9k2c" } });',
    },
    "sql-db-str-retention": {
        why: "Seven days are over before a mistake of last week is found.",
        example:
            'new sql.BackupShortTermRetentionPolicy("tenant", { ...args, policyName: "default", retentionDays: 35, diffBackupIntervalInHours: 12 });',
    },
    "sql-db-tde": {
        why: "Without encryption a stolen file is a stolen database.",
        example: 'new sql.TransparentDataEncryption("tenant", { ...args, tdeName: "current", state: "Enabled" });',
    },
    "sql-db-zone-redundant": {
        why: "One data centre of a region can fail by itself.",
        example: 'new sql.ElasticPool("pool", { ...args, zoneRedundant: true });',
    },
    "sql-failover-group": {
        why: "Without a copy in another region, the loss of one is the loss of the service; an automatic failover loses data without asking.",
        example: `
new sql.FailoverGroup("group", {
    ...args,
    databases: [tenant.id],
    partnerServers: [{ id: secondary.id }],
    readWriteEndpoint: { failoverPolicy: "Manual" },
});
`,
    },
    "sql-pool-per-db-cap": {
        why: "A customer that may take the whole pool takes the service from all others.",
        example:
            'new sql.ElasticPool("pool", { ...args, sku: { ...sku, capacity: 8 }, perDatabaseSettings: { minCapacity: 0, maxCapacity: 4 } });',
    },
};
