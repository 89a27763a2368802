import type * as dataprotection from "@pulumi/azure-native/dataprotection";

/** What Azure Backup calls the blobs of a storage account. */
export const BLOBS = "Microsoft.Storage/storageAccounts/blobServices";

/** Every day at 02:00 UTC, which has that hour every day; Amsterdam's clock skips it once a year. The date only anchors the series. */
const EVERY_NIGHT = "R/2024-01-01T02:00:00+00:00/P1D";

const RETENTION_RULE = "Default";
const VAULT_STORE = { dataStoreType: "VaultStore", objectType: "DataStoreInfoBase" };

/**
 * One backup to the vault every night, each kept for a number of days. Shape: Microsoft, "Quickstart: Back up a storage account
 * with Blob data using Azure Backup via a Bicep file" (learn.microsoft.com/azure/backup/backup-blobs-storage-account-bicep).
 */
export function dailySchedule(retentionDays: number): NonNullable<dataprotection.BackupPolicyArgs["properties"]> {
    return {
        objectType: "BackupPolicy",
        datasourceTypes: [BLOBS],
        policyRules: [
            {
                objectType: "AzureRetentionRule",
                name: RETENTION_RULE,
                isDefault: true,
                lifecycles: [
                    {
                        deleteAfter: { objectType: "AbsoluteDeleteOption", duration: `P${retentionDays}D` },
                        sourceDataStore: VAULT_STORE,
                        targetDataStoreCopySettings: [],
                    },
                ],
            },
            {
                objectType: "AzureBackupRule",
                name: "BackupDaily",
                backupParameters: { objectType: "AzureBackupParams", backupType: "Discrete" },
                dataStore: VAULT_STORE,
                trigger: {
                    objectType: "ScheduleBasedTriggerContext",
                    schedule: { timeZone: "UTC", repeatingTimeIntervals: [EVERY_NIGHT] },
                    taggingCriteria: [{ isDefault: true, taggingPriority: 99, tagInfo: { tagName: RETENTION_RULE } }],
                },
            },
        ],
    };
}
