import * as sql from "@pulumi/azure-native/sql";
import type * as pulumi from "@pulumi/pulumi";
import { boundMistakes } from "./mistakes";

/** How long backups of a database are kept. */
export interface SqlBackup {
    /** Days back to which a database can be restored to any second. */
    readonly pointInTimeDays: number;
    /** Hours between differential backups. */
    readonly differentialHours: 12 | 24;
    /** Weeks that each week's backup is kept; 0 keeps none. */
    readonly weeks: number;
    /** Months that each month's first backup is kept; 0 keeps none. */
    readonly months: number;
    /** Years that one backup of each year is kept; 0 keeps none. */
    readonly years: number;
    /** Week whose backup is the year's. */
    readonly weekOfYear: number;
}

/** Everything that is wrong with the retention, each with its path below `path`. */
export function retentionMistakes(path: string, backup: SqlBackup): string[] {
    const hours: number = backup.differentialHours;
    return [
        ...boundMistakes(`${path}.pointInTimeDays`, backup.pointInTimeDays, 7, 35),
        ...(hours === 12 || hours === 24 ? [] : [`${path}.differentialHours: expected 12 or 24, got ${hours}`]),
        // The bounds of long-term retention are those that other tools check; not verified with Azure itself.
        ...boundMistakes(`${path}.weeks`, backup.weeks, 0, 520),
        ...boundMistakes(`${path}.months`, backup.months, 0, 120),
        ...boundMistakes(`${path}.years`, backup.years, 0, 10),
        ...boundMistakes(`${path}.weekOfYear`, backup.weekOfYear, 1, 52),
        ...(backup.weeks || backup.months || backup.years
            ? []
            : [`${path}: weeks, months and years are all 0, and nothing would be kept for long; give one of them`]),
    ];
}

export interface RetentionArgs {
    readonly resourceGroupName: pulumi.Input<string>;
    readonly serverName: pulumi.Input<string>;
    readonly databaseName: pulumi.Input<string>;
    readonly backup: SqlBackup;
}

/**
 * Both retention policies of one database, one after the other; returns the last. They always exist in Azure: taking one out of the
 * program sets it back to seven days, or to no long-term backups at all.
 *
 * Not protected, unlike the settings of a server: a tenant that leaves would need its four policies unprotected beside its database,
 * and who does that often does it too widely. That none is missing beside a database is for the policy pack to refuse.
 */
export function retention(name: string, args: RetentionArgs, opts: pulumi.CustomResourceOptions): pulumi.Resource {
    const { backup, ...database } = args;
    const pointInTime = new sql.BackupShortTermRetentionPolicy(
        `${name}-point-in-time`,
        {
            ...database,
            policyName: "default",
            retentionDays: backup.pointInTimeDays,
            diffBackupIntervalInHours: backup.differentialHours,
        },
        opts,
    );
    return new sql.LongTermRetentionPolicy(
        `${name}-long-term`,
        {
            ...database,
            policyName: "default",
            weeklyRetention: duration(backup.weeks, "W"),
            monthlyRetention: duration(backup.months, "M"),
            yearlyRetention: duration(backup.years, "Y"),
            weekOfYear: backup.weekOfYear,
        },
        // One change of a database at a time: the provider does not repeat what Azure refuses with ConflictingDatabaseOperation.
        { ...opts, dependsOn: pointInTime },
    );
}

/** ISO 8601; Azure's word for none is `PT0S`. */
const duration = (count: number, unit: "W" | "M" | "Y"): string => (count === 0 ? "PT0S" : `P${count}${unit}`);
