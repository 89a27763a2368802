import { street } from "../../street";
import { describeLifeOf } from "./life-cycle";

/** One policy of each database and of each copy that the failover group makes. */
const ofEachDatabase = (type: string, policy: string, changed: string): readonly string[] =>
    street()
        .productie.data.tenants.flatMap(({ id }) =>
            ["primary", "secondary"].map(
                (role) => `update sql:${type}::shard-01-tenant-${id}-${role}-${policy} ${changed}`,
            ),
        )
        .sort();

describeLifeOf("productie", [
    {
        title: "restores from fewer days, each database and its copy alike",
        setting: ["backup", "pointInTimeDays"],
        value: 28,
        changes: ofEachDatabase("BackupShortTermRetentionPolicy", "point-in-time", "retentionDays"),
    },
    {
        title: "keeps weekly backups longer, each database and its copy alike",
        setting: ["backup", "longTerm", "weeks"],
        value: 16,
        changes: ofEachDatabase("LongTermRetentionPolicy", "long-term", "weeklyRetention"),
    },
]);
