import type { ExampleStack } from "../example-stack";
import { customer } from "./tags";

/** The documents store and its daily backup. */
export function documents(stack: ExampleStack): ExampleStack {
    return stack
        .plus("storage:StorageAccount", "store", { ...closedAccount, tags: customer }, {}, true)
        .plus("storage:BlobServiceProperties", "store-recovery", recovery, { accountName: ["store"] }, true)
        .plus(
            "storage:BlobContainer",
            "container",
            { containerName: "documents-k7f3", publicAccess: "None" },
            { accountName: ["store"] },
            true,
        )
        .plus("authorization:ManagementLockByScope", "store-lock", { level: "CanNotDelete" }, { scope: ["store"] })
        .plus("dataprotection:BackupVault", "backups", backupVault, {}, true)
        .plus("authorization:ManagementLockByScope", "backups-lock", { level: "CanNotDelete" }, { scope: ["backups"] })
        .plus(
            "dataprotection:BackupPolicy",
            "nightly",
            { properties: { policyRules } },
            { vaultName: ["backups"] },
            true,
        )
        .plus(
            "dataprotection:BackupInstance",
            "backup",
            { properties: { policyInfo: { policyId: { $unknown: true }, policyParameters } }, tags: customer },
            { vaultName: ["backups"], properties: ["store", "nightly"] },
            true,
        );
}

/** What every account must say of itself. */
export const closedAccount = {
    location: "westeurope",
    sku: { name: "Standard_RAGZRS" },
    enableHttpsTrafficOnly: true,
    minimumTlsVersion: "TLS1_2",
    allowBlobPublicAccess: false,
    allowSharedKeyAccess: false,
    isLocalUserEnabled: false,
    publicNetworkAccess: "Disabled",
    networkRuleSet: { defaultAction: "Deny" },
    allowCrossTenantReplication: false,
    sasPolicy: { sasExpirationPeriod: "1.00:00:00", expirationAction: "Block" },
};

export const recovery = {
    deleteRetentionPolicy: { enabled: true, days: 30 },
    containerDeleteRetentionPolicy: { enabled: true, days: 30 },
    isVersioningEnabled: true,
};

const backupVault = {
    location: "westeurope",
    properties: {
        securitySettings: { immutabilitySettings: { state: "Locked" }, softDeleteSettings: { state: "On" } },
        featureSettings: { crossSubscriptionRestoreSettings: { state: "Disabled" } },
        storageSettings: [{ datastoreType: "VaultStore", type: "GeoRedundant" }],
    },
    tags: customer,
};

const policyParameters = { backupDatasourceParametersList: [{ containersList: ["documents-k7f3"] }] };

const vaultStore = { dataStoreType: "VaultStore" };

const policyRules = [
    {
        objectType: "AzureRetentionRule",
        lifecycles: [{ deleteAfter: { duration: "P90D" }, sourceDataStore: vaultStore }],
    },
    {
        objectType: "AzureBackupRule",
        dataStore: vaultStore,
        trigger: { schedule: { repeatingTimeIntervals: ["R/2024-01-01T02:00:00+00:00/P1D"] } },
    },
];
