const serverName = "sql-figlo-proef";
const ofServer = { serverName };
const ofDatabase = { serverName, databaseName: "tenant-0001" };
const location = "westeurope";
const tags = { environment: "proef", owner: "platform-team", dataClass: "customer" };
const ID = "/subscriptions/22222222-2222-2222-2222-222222222222/resourceGroups/rg-figlo-advisor-proef-weu/providers";
const DAILY = "R/2026-01-01T02:00:00+00:00/P1D";
const store = (dataStoreType: string) => ({ dataStoreType, objectType: "DataStoreInfoBase" });

/** Inputs of what keeps customers' data, by type token without `azure-native:`. */
export const DATA_INPUTS: Readonly<Record<string, Record<string, unknown>>> = {
    "dataprotection:BackupInstance": {
        vaultName: "bvault-figlo-proef",
        backupInstanceName: "documents",
        properties: {
            objectType: "BackupInstance",
            dataSourceInfo: { resourceID: `${ID}/Microsoft.Storage/storageAccounts/stfigloproef` },
            policyInfo: {
                policyId: `${ID}/Microsoft.DataProtection/backupVaults/bvault-figlo-proef/backupPolicies/daily`,
            },
        },
    },
    "dataprotection:BackupPolicy": {
        vaultName: "bvault-figlo-proef",
        backupPolicyName: "daily",
        properties: {
            objectType: "BackupPolicy",
            datasourceTypes: ["Microsoft.Storage/storageAccounts/blobServices"],
            policyRules: [
                {
                    name: "daily",
                    objectType: "AzureBackupRule",
                    dataStore: store("VaultStore"),
                    trigger: {
                        objectType: "ScheduleBasedTriggerContext",
                        schedule: { repeatingTimeIntervals: [DAILY] },
                    },
                },
            ],
        },
    },
    "dataprotection:BackupVault": {
        vaultName: "bvault-figlo-proef",
        location,
        identity: { type: "SystemAssigned" },
        properties: { storageSettings: [{ datastoreType: "VaultStore", type: "GeoRedundant" }] },
        tags,
    },
    "sql:BackupShortTermRetentionPolicy": { ...ofDatabase, retentionDays: 14, diffBackupIntervalInHours: 12 },
    "sql:Database": {
        ...ofDatabase,
        location,
        elasticPoolId: `${ID}/Microsoft.Sql/servers/${serverName}/elasticPools/pool`,
        requestedBackupStorageRedundancy: "Geo",
        zoneRedundant: true,
        tags,
    },
    "sql:ElasticPool": {
        ...ofServer,
        elasticPoolName: "pool",
        location,
        sku: { name: "GP_Gen5", tier: "GeneralPurpose", family: "Gen5", capacity: 4 },
        perDatabaseSettings: { minCapacity: 0, maxCapacity: 2 },
        maxSizeBytes: 34_359_738_368,
        zoneRedundant: true,
        tags,
    },
    "sql:EncryptionProtector": {
        ...ofServer,
        serverKeyType: "AzureKeyVault",
        serverKeyName: "kv-figlo-proef_database_0",
        autoRotationEnabled: true,
    },
    "sql:ExtendedServerBlobAuditingPolicy": { ...ofServer, state: "Enabled", isAzureMonitorTargetEnabled: true },
    "sql:FailoverGroup": {
        ...ofServer,
        failoverGroupName: "sqlfog-figlo-proef",
        partnerServers: [{ id: `${ID}/Microsoft.Sql/servers/sql-figlo-proef-second` }],
        readWriteEndpoint: { failoverPolicy: "Manual" },
        readOnlyEndpoint: { failoverPolicy: "Disabled" },
        databases: [`${ID}/Microsoft.Sql/servers/${serverName}/databases/tenant-0001`],
        tags,
    },
    "sql:FirewallRule": {
        ...ofServer,
        firewallRuleName: "office",
        startIpAddress: "192.0.2.10",
        endIpAddress: "192.0.2.20",
    },
    "sql:IPv6FirewallRule": {
        ...ofServer,
        firewallRuleName: "office-6",
        startIPv6Address: "2001:db8::1",
        endIPv6Address: "2001:db8::2",
    },
    "sql:LongTermRetentionPolicy": {
        ...ofDatabase,
        weeklyRetention: "P5W",
        monthlyRetention: "P12M",
        yearlyRetention: "P7Y",
        weekOfYear: 1,
    },
    "sql:OutboundFirewallRule": { ...ofServer, outboundRuleFqdn: "stfigloproef.blob.core.windows.net" },
    "sql:Server": {
        ...ofServer,
        location,
        version: "12.0",
        minimalTlsVersion: "1.2",
        publicNetworkAccess: "Disabled",
        restrictOutboundNetworkAccess: "Enabled",
        identity: {
            type: "UserAssigned",
            userAssignedIdentities: [`${ID}/Microsoft.ManagedIdentity/userAssignedIdentities/id-figlo-proef`],
        },
        administrators: {
            administratorType: "ActiveDirectory",
            principalType: "Group",
            login: "sql-administrators",
            sid: "66666666-6666-6666-6666-666666666666",
            tenantId: "11111111-1111-1111-1111-111111111111",
            azureADOnlyAuthentication: true,
        },
        tags,
    },
    "sql:ServerBlobAuditingPolicy": { ...ofServer, state: "Enabled", isAzureMonitorTargetEnabled: true },
    "sql:ServerKey": {
        ...ofServer,
        keyName: "kv-figlo-proef_database_0",
        serverKeyType: "AzureKeyVault",
        uri: "https://kv-figlo-proef.vault.azure.net/keys/database/0",
    },
    "sql:ServerSecurityAlertPolicy": {
        ...ofServer,
        state: "Enabled",
        emailAccountAdmins: true,
        emailAddresses: ["security@figlo.example"],
    },
    "sql:SqlVulnerabilityAssessmentsSetting": { ...ofServer, state: "Enabled" },
    "sql:TransparentDataEncryption": { ...ofDatabase, state: "Enabled" },
    "storage:BlobContainer": { accountName: "stfigloproef", containerName: "tenant-0001", publicAccess: "None" },
    "storage:BlobServiceProperties": {
        accountName: "stfigloproef",
        isVersioningEnabled: true,
        changeFeed: { enabled: true },
        deleteRetentionPolicy: { enabled: true, days: 30 },
        restorePolicy: { enabled: true, days: 29 },
    },
    "storage:ManagementPolicy": {
        accountName: "stfigloproef",
        policy: {
            rules: [
                {
                    name: "old-versions",
                    enabled: true,
                    type: "Lifecycle",
                    definition: {
                        filters: { blobTypes: ["blockBlob"] },
                        actions: { version: { delete: { daysAfterCreationGreaterThan: 90 } } },
                    },
                },
            ],
        },
    },
    "storage:StorageAccount": {
        accountName: "stfigloproef",
        location,
        kind: "StorageV2",
        sku: { name: "Standard_GRS" },
        enableHttpsTrafficOnly: true,
        minimumTlsVersion: "TLS1_2",
        allowSharedKeyAccess: false,
        allowBlobPublicAccess: false,
        networkRuleSet: {
            bypass: "None",
            defaultAction: "Deny",
            ipRules: [{ action: "Allow", iPAddressOrRange: "192.0.2.1" }],
        },
        encryption: {
            keySource: "Microsoft.Keyvault",
            encryptionIdentity: { encryptionUserAssignedIdentity: `${ID}/x/y/z` },
            keyVaultProperties: { keyName: "documents", keyVaultUri: "https://kv-figlo-proef.vault.azure.net/" },
        },
        tags,
    },
};
