import type {
    Declaration,
    DeclaredTenant,
    Exemption,
    ExternalTest,
    PeopleRight,
    Promised,
    StandingRight,
} from "./declared";
import type { Environment } from "./model";

/** What the pack must know of the stack that it judges; everything has a value that is safe. */
export interface PackConfig {
    /** A plan that is not ours is judged as productie. */
    readonly environment: Environment;
    /** `YYYY-MM-DD`, in UTC. */
    readonly today: string;
    /** Whether the European Economic Area outside the Union is allowed. */
    readonly allowEea: boolean;
    /** The shortest prefix of an IPv4 range that may be let through a firewall. */
    readonly widestIpv4Prefix: number;
    /** The same for IPv6; a /64 is one network. */
    readonly widestIpv6Prefix: number;
    /** Days that a database can be restored to any moment. */
    readonly pointInTimeDays: number;
    /** Days that logs are kept. */
    readonly logRetentionDays: number;
    /** Days that the daily backup of documents is kept. */
    readonly documentBackupDays: number;
    /** Hours after which a visitor signs in again. */
    readonly longestSessionHours: number;
    /** Whether databases must be encrypted with a key of our own. */
    readonly customerManagedKey: boolean;
    /** Ids of the subscriptions that the stack may speak of; left out where nobody says, as for a program that is not ours. */
    readonly subscriptions?: readonly string[];
    /** First parts of the type tokens of components that a plan does not show as such. */
    readonly componentPackages: readonly string[];
    /** Types of resources that are allowed besides those of the list; as type tokens without an API version. */
    readonly allowedTypes: readonly string[];
    /** Rules that a resource may break for a while; each one in force turns findings into advice. */
    readonly exemptions: readonly Exemption[];
    /** What is allowed until a date. */
    readonly declarations: readonly Declaration[];
    /** People's rights that are always there. */
    readonly standingRights: readonly StandingRight[];
    /** All rights that people may have; left out where nobody says, as for a program that is not ours. */
    readonly peopleRights?: readonly PeopleRight[];
    /** Which external tests are attested; left out where nobody says, as for a program that is not ours. */
    readonly externalTests?: readonly ExternalTest[];
    /** All tenants of the environment, of every shard. */
    readonly tenants: readonly DeclaredTenant[];
    /** What the files promise that the stack makes; left out where nobody says, as for a program that is not ours. */
    readonly promised?: Promised;
}

/** The least that productie must keep is more than elsewhere. */
const byEnvironment = (environment: Environment) => ({
    pointInTimeDays: environment === "productie" ? 14 : 7,
    logRetentionDays: environment === "productie" ? 365 : 90,
    customerManagedKey: environment === "productie" || environment === "acceptatie",
});

/** What must be said: the date, since rules have no clock. */
export type GivenConfig = Partial<PackConfig> & Pick<PackConfig, "today">;

/** A complete configuration. */
export function packConfig(given: GivenConfig): PackConfig {
    const environment = given.environment ?? "productie";
    const stated = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    return {
        environment,
        allowEea: false,
        widestIpv4Prefix: 24,
        widestIpv6Prefix: 64,
        documentBackupDays: 30,
        longestSessionHours: 12,
        componentPackages: [],
        allowedTypes: [],
        exemptions: [],
        declarations: [],
        standingRights: [],
        tenants: [],
        ...byEnvironment(environment),
        ...(stated as Pick<PackConfig, "today">),
    };
}
