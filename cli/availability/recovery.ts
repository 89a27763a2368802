import type { PlanResource } from "../plan/plan";
import { inputAt, listAt, type PlannedResources } from "../plan/planned-resources";
import { activeServer } from "./database-way";
import type { SourceId } from "./sources";

/** What goes wrong, how long it takes until that works again, and what may be lost of the last work. */
export interface Recovery {
    readonly what: string;
    /** RTO in words. */
    readonly time: string;
    /** RPO in words. */
    readonly loss: string;
    readonly sources: readonly SourceId[];
}

/** How an environment comes back, from what is planned. */
export const recoveries = (plan: PlannedResources): readonly Recovery[] => [
    ...plan.ofType("trafficmanager:Profile").map(webFailover),
    ...databaseRecoveries(plan),
    ...documentRecoveries(plan),
];

/**
 * Seconds until visitors reach the other region: an interval may have begun just before the fault, then as many failures as are tolerated and
 * one more, of which the last takes its timeout; after that, what resolvers remember.
 */
export function failoverSeconds(profile: PlanResource): number | undefined {
    const [interval, timeout, tolerated] = ["intervalInSeconds", "timeoutInSeconds", "toleratedNumberOfFailures"].map(
        (name) => inputAt(profile, "monitorConfig", name),
    );
    const ttl = inputAt(profile, "dnsConfig", "ttl");
    return [interval, timeout, tolerated, ttl].every((value) => typeof value === "number")
        ? Number(interval) * (Number(tolerated) + 1) + Number(timeout) + Number(ttl)
        : undefined;
}

function webFailover(profile: PlanResource): Recovery {
    const seconds = failoverSeconds(profile);
    return {
        what: "an application fails in one region",
        time:
            seconds === undefined
                ? "not known: the profile leaves its probes to Azure's defaults"
                : `${seconds} s by itself, for resolvers that keep to the TTL: (tolerated failures + 1) × interval + timeout + TTL`,
        loss: "nothing: applications hold no data",
        sources: ["traffic-monitoring"],
    };
}

function databaseRecoveries(plan: PlannedResources): readonly Recovery[] {
    const databases = plan.ofType("sql:Database");
    const server = activeServer(plan);
    const policies = server ? plan.referrers(server, "serverName", "sql:BackupShortTermRetentionPolicy") : [];
    const days = policies.map((policy) => inputAt(policy, "retentionDays")).filter((each) => typeof each === "number");
    const geo = databases.every((each) =>
        ["Geo", "GeoZone"].includes(String(inputAt(each, "requestedBackupStorageRedundancy"))),
    );
    return [
        ...plan.ofType("sql:FailoverGroup").map((group) => databaseFailover(group, isCritical(plan))),
        ...(days.length > 0 ? [pointInTime(Math.min(...days))] : []),
        ...(databases.length > 0 && geo ? [GEO_RESTORE] : []),
    ];
}

/** The published 30 s are those of one database: for a whole group none were found. */
function databaseFailover(group: PlanResource, critical: boolean): Recovery {
    const isManual = inputAt(group, "readWriteEndpoint", "failoverPolicy") === "Manual";
    return {
        what: "the region of the databases fails",
        time: isManual
            ? "an operator's decision, and some 30 s after it (published for one database, not for a group)"
            : "1 h or more, by Azure's decision",
        loss: `5 s, ${critical ? "promised for this tier" : "promised for Business Critical only"}`,
        sources: ["sql-continuity", "availability-sql-blog"],
    };
}

const isCritical = (plan: PlannedResources): boolean =>
    plan.ofType("sql:ElasticPool").every((pool) => inputAt(pool, "sku", "tier") === "BusinessCritical");

const pointInTime = (days: number): Recovery => ({
    what: `a mistake is found in a database within ${days} days`,
    time: "less than 12 h for most databases",
    loss: "up to 10 min: logs are backed up every 5 to 10 min",
    sources: ["sql-continuity"],
});

const GEO_RESTORE: Recovery = {
    what: "both servers are lost, and databases are restored from their copies in the paired region",
    time: "12 h",
    loss: "1 h",
    sources: ["sql-continuity"],
};

function documentRecoveries(plan: PlannedResources): readonly Recovery[] {
    const stores = plan.ofType("storage:StorageAccount").filter(isCustomers);
    const copied = stores.some((store) => /_(RA)?GZ?RS$/.test(String(inputAt(store, "sku", "name"))));
    const hours = plan.ofType("dataprotection:BackupPolicy").map(hoursBetweenBackups);
    return [...(copied ? [DOCUMENTS_COPY] : []), ...hours.filter((each) => each !== undefined).map(documentsBackup)];
}

const isCustomers = (store: PlanResource): boolean => inputAt(store, "tags", "dataClass") === "customer";

const DOCUMENTS_COPY: Recovery = {
    what: "the region of the documents fails",
    time: "an operator's decision; how long the failover of an account takes is not published",
    loss: "less than 15 min typically, without a promise",
    sources: ["storage-redundancy"],
};

const documentsBackup = (hours: number): Recovery => ({
    what: "documents are lost, and restored from the backup vault",
    time: "not published: it depends on how many they are",
    loss: `up to ${hours} h: that is between two backups`,
    sources: [],
});

/** The longest time between two backups of a policy, from `R/<start>/P1D` and the like; `undefined` where it has no such schedule. */
export function hoursBetweenBackups(policy: PlanResource): number | undefined {
    const rules = listAt(policy, "properties", "policyRules");
    const found = /"R\/[^"/]+\/P(?:(\d+)D|T(\d+)H|(\d+)W)"/.exec(JSON.stringify(rules));
    const [, days, hours, weeks] = found ?? [];
    return found ? Number(weeks ?? 0) * 7 * 24 + Number(days ?? 0) * 24 + Number(hours ?? 0) : undefined;
}
