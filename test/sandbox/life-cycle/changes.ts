import { parseDocument } from "yaml";
import type { Environment } from "../../../stacks/settings/environments";
import { street } from "../../street";

/** A changed setting and all that it may change. */
interface Change {
    /** Path below `figlo-advisor:`. */
    readonly setting: readonly string[];
    readonly value: unknown;
    /** Each as `<operation> <type>::<logical name> <changed properties>`. */
    readonly changes: readonly string[];
}

/** One policy of each database and of each copy that the failover group makes. */
const ofEachDatabase = (type: string, policy: string, changed: string): readonly string[] =>
    street().productie.data.tenants.flatMap(({ id }) =>
        ["primary", "secondary"].map(
            (role) => `update sql:${type}::shard-01-tenant-${id}-${role}-${policy} ${changed}`,
        ),
    );

const inBothRegions = (change: string): readonly string[] =>
    ["primary", "secondary"].map((role) => change.replace("ROLE", role));

const CHANGES: Readonly<Record<Environment, readonly Change[]>> = {
    ontwikkeling: [
        {
            setting: ["web", "sessionHours"],
            value: 4,
            changes: ["back-end", "front-end"].flatMap((site) =>
                inBothRegions(
                    `update web:WebAppAuthSettingsV2WithoutSecrets::ROLE-${site}-authentication login.cookieExpiration.timeToExpiration`,
                ),
            ),
        },
        {
            setting: ["web", "plan", "instances"],
            value: 3,
            changes: inBothRegions("update web:AppServicePlan::ROLE-hosting-plan-plan sku.capacity"),
        },
        {
            setting: ["sql", "firewall"],
            value: [
                {
                    name: "office-utrecht",
                    start: "203.0.113.16",
                    end: "203.0.113.31",
                    reason: "Database administrators at the office in Utrecht restore and tune databases.",
                },
            ],
            changes: [
                ...inBothRegions("create sql:FirewallRule::shard-01-ROLE-firewall-office-utrecht"),
                ...inBothRegions("update sql:Server::shard-01-ROLE-server publicNetworkAccess"),
            ],
        },
    ],
    test: [
        {
            setting: ["monitoring", "retentionDays"],
            value: 120,
            changes: inBothRegions("update operationalinsights:Workspace::ROLE-monitoring-workspace retentionInDays"),
        },
        {
            setting: ["monitoring", "alertEmails"],
            value: ["night-watch@figlo.example"],
            changes: [
                ...inBothRegions(
                    "update monitor:ActionGroup::ROLE-alerts-group emailReceivers[0].emailAddress,emailReceivers[0].name",
                ),
                "update resources:DeploymentAtSubscriptionScope::security-contact-template properties.template.resources[0].properties.emails",
                ...inBothRegions("update sql:ServerSecurityAlertPolicy::shard-01-ROLE-audit-alerts emailAddresses[0]"),
            ],
        },
    ],
    acceptatie: [
        {
            setting: ["backup", "documents", "softDeleteDays"],
            value: 45,
            changes: [
                "update storage:BlobServiceProperties::documents-recovery containerDeleteRetentionPolicy.days,deleteRetentionPolicy.days",
            ],
        },
        {
            setting: ["sql", "pool", "capacity"],
            value: 10,
            changes: inBothRegions("update sql:ElasticPool::shard-01-ROLE-pool-pool sku.capacity"),
        },
    ],
    productie: [
        {
            setting: ["backup", "pointInTimeDays"],
            value: 28,
            changes: ofEachDatabase("BackupShortTermRetentionPolicy", "point-in-time", "retentionDays"),
        },
        {
            setting: ["backup", "longTerm", "weeks"],
            value: 16,
            changes: ofEachDatabase("LongTermRetentionPolicy", "long-term", "weeklyRetention"),
        },
    ],
};

/** The settings of an environment with those of its changes. */
export function changed(environment: Environment, settings: string): string {
    const document = parseDocument(settings);
    for (const { setting, value } of CHANGES[environment]) {
        const [top, ...below] = setting;
        document.setIn(["config", `figlo-advisor:${top}`, ...below], value);
    }
    return document.toString();
}

/** All that these settings may change together, sorted. */
export const allowedChanges = (environment: Environment): readonly string[] =>
    CHANGES[environment].flatMap(({ changes }) => changes).sort();
