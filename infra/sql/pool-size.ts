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

/**
 * Sizes of Gen5 in vCores. This and the limits below: Microsoft, "Resource limits for elastic pools using the vCore purchasing model",
 * edition of 4 November 2022; whether Azure gives more since then is not verified. (128 vCores were a preview: left out.)
 */
export const POOL_CAPACITIES = [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 32, 40, 80] as const;
export const SMALLEST_POOL = { GeneralPurpose: 2, BusinessCritical: 4 } as const;
const MOST_GB = 4096;

/** The most storage in GiB, up to a number of vCores. */
const STORAGE = {
    GeneralPurpose: [
        { vCores: 2, gb: 512 },
        { vCores: 4, gb: 756 },
        { vCores: 6, gb: 1536 },
        { vCores: 16, gb: 2048 },
        { vCores: 24, gb: 3072 },
    ],
    BusinessCritical: [
        { vCores: 4, gb: 1024 },
        { vCores: 6, gb: 1536 },
        { vCores: 10, gb: 2048 },
        { vCores: 20, gb: 3072 },
    ],
} as const;

/** The most storage that a pool may have, in GiB: it grows with the vCores. */
export const mostStorageGb = ({ tier, capacity }: Pick<PoolSize, "tier" | "capacity">): number =>
    STORAGE[tier].find(({ vCores }) => capacity <= vCores)?.gb ?? MOST_GB;

/** How many databases a shard has at most: what the smallest General Purpose pool holds, and few enough for one stack. */
export const MOST_TENANTS = 100;

/** How many databases a pool holds, by the same source; 100 or more count as {@link MOST_TENANTS}. */
export const mostDatabases = ({ tier, capacity }: PoolSize): number =>
    tier === "BusinessCritical" && capacity < 6 ? 50 : MOST_TENANTS;

/** Everything that is wrong with a size, each with its path below `path`. */
export function poolMistakes(path: string, pool: PoolSize): string[] {
    return [...capacityMistakes(path, pool), ...storageMistakes(path, pool), ...perDatabaseMistakes(path, pool)];
}

function capacityMistakes(path: string, { tier, capacity }: PoolSize): string[] {
    const allowed = POOL_CAPACITIES.filter((vCores) => vCores >= SMALLEST_POOL[tier]);
    const fine = allowed.some((vCores) => vCores === capacity);
    return fine ? [] : [`${path}.capacity: ${tier} has no size of ${capacity} vCores; choose ${allowed.join(", ")}`];
}

function storageMistakes(path: string, { tier, capacity, maxSizeGb }: PoolSize): string[] {
    const most = mostStorageGb({ tier, capacity });
    return maxSizeGb > most && maxSizeGb <= MOST_GB
        ? [
              `${path}.maxSizeGb: ${capacity} vCores of ${tier} have at most ${most} GiB, got ${maxSizeGb}; give less or more vCores`,
          ]
        : boundMistakes(`${path}.maxSizeGb`, maxSizeGb, 1, MOST_GB);
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
