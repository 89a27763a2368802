import type { ResourceTypes } from "../resource-type";

const STORAGE = "2024-01-01";
const DATA_PROTECTION = "2025-01-01";

export const STORAGE_TYPES: ResourceTypes = {
    "azure-native:dataprotection:BackupInstance": {
        armType: "Microsoft.DataProtection/backupVaults/backupInstances",
        apiVersion: DATA_PROTECTION,
        names: ["vaultName", "backupInstanceName"],
        properties: "input",
    },
    "azure-native:dataprotection:BackupPolicy": {
        armType: "Microsoft.DataProtection/backupVaults/backupPolicies",
        apiVersion: DATA_PROTECTION,
        names: ["vaultName", "backupPolicyName"],
        properties: "input",
    },
    "azure-native:dataprotection:BackupVault": {
        armType: "Microsoft.DataProtection/backupVaults",
        apiVersion: DATA_PROTECTION,
        names: ["vaultName"],
        top: ["eTag", "identity"],
        properties: "input",
    },
    "azure-native:storage:BlobContainer": {
        armType: "Microsoft.Storage/storageAccounts/blobServices/containers",
        apiVersion: STORAGE,
        names: ["accountName", { fixed: "default" }, "containerName"],
    },
    "azure-native:storage:BlobServiceProperties": {
        armType: "Microsoft.Storage/storageAccounts/blobServices",
        apiVersion: STORAGE,
        names: ["accountName", { input: "blobServicesName", otherwise: "default" }],
    },
    "azure-native:storage:ManagementPolicy": {
        armType: "Microsoft.Storage/storageAccounts/managementPolicies",
        apiVersion: STORAGE,
        names: ["accountName", { input: "managementPolicyName", otherwise: "default" }],
    },
    "azure-native:storage:StorageAccount": {
        armType: "Microsoft.Storage/storageAccounts",
        apiVersion: STORAGE,
        names: ["accountName"],
        top: ["extendedLocation", "identity", "kind", "sku"],
        renames: {
            enableHttpsTrafficOnly: "supportsHttpsTrafficOnly",
            enableNfsV3: "isNfsV3Enabled",
            encryptionFederatedIdentityClientId: "federatedIdentityClientId",
            encryptionIdentity: "identity",
            encryptionUserAssignedIdentity: "userAssignedIdentity",
            iPAddressOrRange: "value",
            keyName: "keyname",
            keyVaultProperties: "keyvaultproperties",
            keyVaultUri: "keyvaulturi",
            keyVersion: "keyversion",
            networkRuleSet: "networkAcls",
            virtualNetworkResourceId: "id",
        },
    },
};
