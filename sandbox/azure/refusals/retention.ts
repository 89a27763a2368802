import type { Json } from "../../../arm/json";
import type { Refusal } from "../refusal";
import { badRequest } from "./answers";
import { numberAt, textAt } from "./body";
import { parentId } from "./ids";
import { sqlSpec, wordsUnverified } from "./sources";

const SHORT = ["Microsoft.Sql/servers/databases/backupShortTermRetentionPolicies"];
const LONG = ["Microsoft.Sql/servers/databases/backupLongTermRetentionPolicies"];
const methods = ["PUT"] as const;
const PITR = `${sqlSpec("BackupShortTermRetentionPolicies")}; MicrosoftDocs/azure-docs, SQL automated backups, 2022`;

/** Longest kept, in each unit: ten years. */
const LONGEST: Readonly<Record<string, number>> = { D: 3650, W: 520, M: 120, Y: 10 };

/** True for a retention that is off, or a whole number of days, weeks, months or years within ten years. */
function possible(retention: string | undefined): boolean {
    if (retention === undefined || /^(PT0S|P0[DWMY])$/.test(retention)) {
        return true;
    }
    const [, count, unit = ""] = /^P(\d+)([DWMY])$/.exec(retention) ?? [];
    return count !== undefined && Number(count) <= (LONGEST[unit] ?? 0);
}

const isOn = (body: Json, field: string): boolean =>
    !["PT0S", "P0Y", undefined].includes(textAt(body, `properties.${field}`));

export const RETENTION_REFUSALS: readonly Refusal[] = [
    {
        id: "short-retention-days",
        title: "Point-in-time restore reaches back 1 to 35 days.",
        source: PITR,
        types: SHORT,
        methods,
        judge: ({ arm }) => {
            const days = numberAt(arm.body, "properties.retentionDays");
            return days === undefined || (days >= 1 && days <= 35)
                ? undefined
                : badRequest(
                      "InvalidBackupRetentionPeriod",
                      `The retention days of ${days} is not a valid configuration. Valid backup retention in days must be between 1 and 35.`,
                  );
        },
    },
    {
        id: "short-retention-differential",
        title: "Differential backups are made every 12 or 24 hours.",
        source: PITR,
        types: SHORT,
        methods,
        judge: ({ arm }) => {
            const hours = numberAt(arm.body, "properties.diffBackupIntervalInHours");
            return hours === undefined || [12, 24].includes(hours)
                ? undefined
                : badRequest(
                      "InvalidDiffBackupIntervalHours",
                      `The differential backup interval hours of ${hours} is not a valid configuration. Valid differential backup interval must be 12 or 24 hours.`,
                  );
        },
    },
    {
        id: "short-retention-basic",
        title: "A database of tier Basic keeps its seven days of point-in-time restore.",
        source: wordsUnverified(PITR),
        types: SHORT,
        methods,
        judge: ({ id, arm }, cloud) =>
            textAt(cloud.get(parentId(id))?.body, "sku.tier") === "Basic" &&
            (numberAt(arm.body, "properties.retentionDays") ?? 7) !== 7
                ? badRequest(
                      "InvalidBackupRetentionPeriod",
                      "The retention of a Basic database cannot be changed from 7 days.",
                  )
                : undefined,
    },
    {
        id: "long-retention-week",
        title: "Yearly backups need the week of the year, 1 to 52.",
        source: sqlSpec("LongTermRetentionPolicies"),
        types: LONG,
        methods,
        judge: ({ arm }) => {
            const week = numberAt(arm.body, "properties.weekOfYear") ?? 0;
            return isOn(arm.body, "yearlyRetention") && (week < 1 || week > 52)
                ? badRequest(
                      "LongTermRetentionMissingWeekOfYear",
                      "WeekOfYear is required to be set between 1 and 52 in order to set yearly retention.",
                  )
                : undefined;
        },
    },
    {
        id: "long-retention-length",
        title: "Long-term backups are kept for at most ten years.",
        source: `${sqlSpec("LongTermRetentionPolicies")}; the bounds of each unit [U]`,
        types: LONG,
        methods,
        judge: ({ arm }) =>
            ["weeklyRetention", "monthlyRetention", "yearlyRetention"].every((field) =>
                possible(textAt(arm.body, `properties.${field}`)),
            )
                ? undefined
                : badRequest("LongTermRetentionPolicyInvalid", "Long Term Retention policy is invalid."),
    },
];
