import { dailySchedule } from "../../../infra/backup/daily-schedule";

describe("dailySchedule", () => {
    it("backs up to the vault at 02:00 UTC every day and keeps each backup as long as asked", () => {
        const vaultStore = { dataStoreType: "VaultStore", objectType: "DataStoreInfoBase" };
        expect(dailySchedule(30)).toEqual({
            objectType: "BackupPolicy",
            datasourceTypes: ["Microsoft.Storage/storageAccounts/blobServices"],
            policyRules: [
                {
                    objectType: "AzureRetentionRule",
                    name: "Default",
                    isDefault: true,
                    lifecycles: [
                        {
                            deleteAfter: { objectType: "AbsoluteDeleteOption", duration: "P30D" },
                            sourceDataStore: vaultStore,
                            targetDataStoreCopySettings: [],
                        },
                    ],
                },
                {
                    objectType: "AzureBackupRule",
                    name: "BackupDaily",
                    backupParameters: { objectType: "AzureBackupParams", backupType: "Discrete" },
                    dataStore: vaultStore,
                    trigger: {
                        objectType: "ScheduleBasedTriggerContext",
                        schedule: { timeZone: "UTC", repeatingTimeIntervals: ["R/2024-01-01T02:00:00+00:00/P1D"] },
                        taggingCriteria: [{ isDefault: true, taggingPriority: 99, tagInfo: { tagName: "Default" } }],
                    },
                },
            ],
        });
    });

    it("asks no clock: the same retention is the same schedule, so that a preview shows no change", () => {
        expect(dailySchedule(35)).toEqual(dailySchedule(35));
    });
});
