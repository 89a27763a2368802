import { STORAGE_ACCOUNT } from "../azure-types";
import { tag } from "../data-class";
import type { Props, ResourceView } from "../model";
import { stackRule } from "../rule";
import { list, text } from "../show";

const INSTANCE = "azure-native:dataprotection:BackupInstance";
const POLICY = "azure-native:dataprotection:BackupPolicy";

/** Judges accounts that hold what customers keep with us; one that does not say what it holds counts as such. */
export const documentsDailyBackup = stackRule([STORAGE_ACCOUNT], (account, report, { stack, config }) => {
    if (["none", "operational", "transient"].includes(tag(account, "dataClass") ?? "")) {
        return;
    }
    const instances = stack.referrers(account, "properties", INSTANCE);
    if (instances.length === 0) {
        report("holds customers' data and is in no backup vault");
        return;
    }
    const policies = instances.flatMap((instance) => instance.references("properties", POLICY));
    if (!policies.some(isDaily)) {
        report("no backup policy of it runs every day");
    }
    if (!policies.some((policy) => shortestRetention(policy) >= config.documentBackupDays)) {
        report(`no backup policy of it keeps backups for ${config.documentBackupDays} days`);
    }
});

/** A repeating interval of one day or less: `R/2024-01-01T02:00:00+00:00/P1D`. */
const isDaily = (policy: ResourceView): boolean =>
    rulesOf(policy, "AzureBackupRule").some((rule) =>
        list(rule.trigger?.schedule?.repeatingTimeIntervals).some((interval) =>
            /\/(P1D|PT([1-9]|1\d|2[0-4])H)$/.test(text(interval)),
        ),
    );

/** The shortest of its retentions in days; none is kept for no day. */
function shortestRetention(policy: ResourceView): number {
    const lifecycles = rulesOf(policy, "AzureRetentionRule").flatMap((rule) => list(rule.lifecycles));
    return lifecycles.length === 0 ? 0 : Math.min(...lifecycles.map((each) => daysOf(each?.deleteAfter?.duration)));
}

const rulesOf = ({ props }: ResourceView, objectType: string): readonly Props[] =>
    list(props.properties?.policyRules).filter((rule) => rule?.objectType === objectType);

const DAYS = { D: 1, W: 7, M: 30, Y: 365 } as const;

/** An ISO 8601 duration of one unit, in days; 0 for anything else. */
function daysOf(duration: unknown): number {
    const [, count, unit] = /^P(\d+)([DWMY])$/.exec(text(duration)) ?? [];
    return unit === undefined ? 0 : Number(count) * DAYS[unit as keyof typeof DAYS];
}
