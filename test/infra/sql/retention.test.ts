import { retention, retentionMistakes, type SqlBackup } from "../../../infra/sql/retention";
import { deployed } from "../../planned";
import { backup } from "./examples";

const policies = (changes: Partial<SqlBackup> = {}) =>
    deployed(() => {
        retention("kept", { resourceGroupName: "rg", serverName: "s", databaseName: "d", backup: backup(changes) }, {});
    });

describe("retention", () => {
    it("keeps every moment of the declared days, with differential backups", async () => {
        const plan = await policies();
        expect(plan.one("sql:BackupShortTermRetentionPolicy").inputs).toEqual({
            resourceGroupName: "rg",
            serverName: "s",
            databaseName: "d",
            policyName: "default",
            retentionDays: 14,
            diffBackupIntervalInHours: 12,
        });
    });

    it("keeps weekly, monthly and yearly backups, in ISO 8601", async () => {
        const plan = await policies();
        expect(plan.one("sql:LongTermRetentionPolicy").inputs).toEqual({
            resourceGroupName: "rg",
            serverName: "s",
            databaseName: "d",
            policyName: "default",
            weeklyRetention: "P10W",
            monthlyRetention: "P12M",
            yearlyRetention: "P7Y",
            weekOfYear: 1,
        });
    });

    it("says PT0S where none is kept, as Azure does", async () => {
        const plan = await policies({ weeks: 0, months: 0, years: 0 });
        expect(plan.one("sql:LongTermRetentionPolicy").inputs).toMatchObject({
            weeklyRetention: "PT0S",
            monthlyRetention: "PT0S",
            yearlyRetention: "PT0S",
        });
    });

    it("uses neither the preview of 2017 for long-term retention nor two changes of a database at a time", async () => {
        const plan = await policies();
        expect(plan.ofType("sql:BackupLongTermRetentionPolicy")).toEqual([]);
        expect(plan.one("sql:LongTermRetentionPolicy").dependencies).toEqual([
            plan.one("sql:BackupShortTermRetentionPolicy").urn,
        ]);
    });
});

describe("retentionMistakes", () => {
    it("refuses to keep nothing for long: weeks, months and years all 0", () => {
        expect(retentionMistakes("backup", backup({ weeks: 0, months: 0, years: 0 }))).toEqual([
            "backup: weeks, months and years are all 0, and nothing would be kept for long; give one of them",
        ]);
    });

    it("accepts both ends of every bound", () => {
        expect(
            retentionMistakes("backup", {
                pointInTimeDays: 7,
                differentialHours: 12,
                weeks: 1,
                months: 0,
                years: 0,
                weekOfYear: 1,
            }),
        ).toEqual([]);
        expect(
            retentionMistakes("backup", {
                pointInTimeDays: 35,
                differentialHours: 24,
                weeks: 520,
                months: 120,
                years: 10,
                weekOfYear: 52,
            }),
        ).toEqual([]);
    });

    it.each([
        ["pointInTimeDays", 6, "7 to 35"],
        ["pointInTimeDays", 36, "7 to 35"],
        ["pointInTimeDays", 7.5, "7 to 35"],
        ["weeks", 521, "0 to 520"],
        ["months", 121, "0 to 120"],
        ["years", 11, "0 to 10"],
        ["years", -1, "0 to 10"],
        ["weekOfYear", 0, "1 to 52"],
        ["weekOfYear", 53, "1 to 52"],
    ] as const)("refuses %s of %d", (field, value, bounds) => {
        expect(retentionMistakes("backup", backup({ [field]: value }))).toEqual([
            `backup.${field}: expected a whole number from ${bounds}, got ${value}`,
        ]);
    });

    it("refuses differential backups every other number of hours", () => {
        expect(retentionMistakes("backup", backup({ differentialHours: 6 as 12 }))).toEqual([
            "backup.differentialHours: expected 12 or 24, got 6",
        ]);
    });
});
