import { RETENTION_REFUSALS } from "../../../../sandbox/azure/refusals/retention";
import { describeRefusals } from "./describe-refusals";
import type { Asked } from "./played-street";

const short = (change: Asked["change"]): Asked => ({
    method: "PUT",
    type: "sql:BackupShortTermRetentionPolicy",
    change,
});
const long = (change: Asked["change"]): Asked => ({ method: "PUT", type: "sql:LongTermRetentionPolicy", change });

describeRefusals("retention of SQL backups", RETENTION_REFUSALS, {
    "short-retention-days": {
        refused: short({ retentionDays: 36 }),
        allowed: short({ retentionDays: 35 }),
        message: "between 1 and 35",
    },
    "short-retention-differential": {
        refused: short({ diffBackupIntervalInHours: 13 }),
        allowed: short({ diffBackupIntervalInHours: 12 }),
        message: "must be 12 or 24 hours",
    },
    "short-retention-basic": {
        given: [
            {
                method: "PUT",
                type: "sql:Database",
                name: "shard-01-tenant-t-tst7a1-database",
                change: {
                    databaseName: "small",
                    elasticPoolId: undefined,
                    sku: { name: "Basic", tier: "Basic" },
                },
            },
        ],
        refused: short({ databaseName: "small", retentionDays: 8 }),
        allowed: short({ databaseName: "small", retentionDays: 7 }),
    },
    "long-retention-week": {
        refused: long({ yearlyRetention: "P1Y", weekOfYear: 53 }),
        allowed: long({ yearlyRetention: "P1Y", weekOfYear: 52 }),
        message: "between 1 and 52",
    },
    "long-retention-length": {
        refused: long({ yearlyRetention: "P11Y", weekOfYear: 1 }),
        allowed: long({ yearlyRetention: "P10Y", weekOfYear: 1 }),
    },
});
