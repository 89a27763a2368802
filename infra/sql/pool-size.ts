import { boundMistakes } from "./mistakes";

/** The size of an elastic pool, and what one of its databases may take. */
export interface PoolSize {
    readonly tier: "GeneralPurpose" | "BusinessCritical";
    readonly family: "Gen5";
    /** vCores of the pool. */
    readonly capacity: number;
    /** Storage of the pool in GiB. */
    readonly maxSizeGb: number;
    /** vCores that one database may take; less than the pool has, so that no tenant can take it all. */
    readonly perDatabaseCapacity: number;
    readonly zoneRedundant: boolean;
}

/** Sizes of Gen5 in vCores. Source: Microsoft, "Resource limits for elastic pools using the vCore purchasing model". */
const CAPACITIES = [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 32, 40, 80];
const SMALLEST = { GeneralPurpose: 2, BusinessCritical: 4 } as const;
const MOST_GB = 4096;

/** How many databases a shard has at most: what the smallest General Purpose pool holds, and few enough for one stack. */
export const MOST_TENANTS = 100;

/** How many databases a pool holds, by the same source; 100 or more count as {@link MOST_TENANTS}. */
export const mostDatabases = ({ tier, capacity }: PoolSize): number =>
    tier === "BusinessCritical" && capacity < 6 ? 50 : MOST_TENANTS;

/** Everything that is wrong with a size, each with its path below `path`. */
export function poolMistakes(path: string, pool: PoolSize): string[] {
    return [
        ...capacityMistakes(path, pool),
        ...boundMistakes(`${path}.maxSizeGb`, pool.maxSizeGb, 1, MOST_GB),
        ...perDatabaseMistakes(path, pool),
    ];
}

function capacityMistakes(path: string, { tier, capacity }: PoolSize): string[] {
    const allowed = CAPACITIES.filter((vCores) => vCores >= SMALLEST[tier]);
    const fine = allowed.includes(capacity);
    return fine ? [] : [`${path}.capacity: ${tier} has no size of ${capacity} vCores; choose ${allowed.join(", ")}`];
}

function perDatabaseMistakes(path: string, { capacity, perDatabaseCapacity: one }: PoolSize): string[] {
    const choosable = one === 0.25 || one === 0.5 || (Number.isInteger(one) && one >= 1);
    return [
        ...(choosable
            ? []
            : [`${path}.perDatabaseCapacity: expected 0.25, 0.5 or a whole number of vCores, got ${one}`]),
        ...(one < capacity
            ? []
            : [
                  `${path}.perDatabaseCapacity: ${one} vCores is all that the pool has (${capacity}); give one tenant less`,
              ]),
    ];
}
