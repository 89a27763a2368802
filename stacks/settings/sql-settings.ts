import { z } from "zod";
import { mostStorageGb, POOL_CAPACITIES, SMALLEST_POOL } from "../../infra/sql/pool-size";
import { SERVER_ROLES } from "../../infra/sql/shard-args";
import { addressRanges } from "./addresses";
import { displayName, guid, oneOfNumbers, wholeNumber } from "./fields";

const pool = z
    .strictObject({
        tier: z.enum(["GeneralPurpose", "BusinessCritical"]).meta({ title: "Service tier" }),
        capacity: oneOfNumbers(POOL_CAPACITIES).meta({ title: "vCores of the pool" }),
        maxSizeGb: wholeNumber(5, 4096).meta({ title: "Storage of the pool, in GB" }),
        perDatabaseCapacity: oneOfNumbers([0.25, 0.5, 1, ...POOL_CAPACITIES]).meta({
            title: "vCores that one customer's database may use at most",
        }),
        zoneRedundant: z.boolean().meta({ title: "Replicas in several availability zones" }),
    })
    .superRefine((found, context) => {
        const add = (key: string, message: string) => context.addIssue({ code: "custom", path: [key], message });
        if (!Object.hasOwn(SMALLEST_POOL, found.tier)) {
            return;
        }
        const smallest = SMALLEST_POOL[found.tier];
        if (found.capacity < smallest) {
            add("capacity", `a ${found.tier} pool has at least ${smallest} vCores, got ${found.capacity}`);
        }
        if (found.perDatabaseCapacity >= found.capacity) {
            const message = `one database could take the whole pool of ${found.capacity} vCores from the others; give less`;
            add("perDatabaseCapacity", message);
        }
        const most = mostStorageGb(found);
        if (found.maxSizeGb > most) {
            const message = `a ${found.tier} pool of ${found.capacity} vCores has at most ${most} GB, got ${found.maxSizeGb}; give less or more vCores`;
            add("maxSizeGb", message);
        }
    });

/** Azure SQL of one environment. */
export const sqlSettings = z.strictObject({
    administrators: z
        .strictObject({ group: displayName, objectId: guid.meta({ title: "Object id of the group in Entra" }) })
        .meta({ title: "The Entra group that administers the servers; it can only be given when a server is made" }),
    pool,
    activeRegion: z.enum(SERVER_ROLES).meta({
        title: "The region whose server writes; the other one only after an operator's failover",
    }),
    customerManagedKey: z.boolean().meta({ title: "Encryption with a key of our own vault" }),
    firewall: addressRanges.meta({
        title: "Public addresses that reach every database of the server; none closes the public side",
    }),
});
