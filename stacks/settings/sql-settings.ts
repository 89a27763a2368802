import { z } from "zod";
import { addressRanges } from "./addresses";
import { displayName, guid, oneOfNumbers, wholeNumber } from "./fields";

/** The sizes of a pool on Gen5 hardware. Source: Microsoft, "Resource limits for elastic pools using the vCore purchasing model". */
const CAPACITIES = [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 32, 40, 80] as const;

/** Smallest pool of the tier: Azure sells no BusinessCritical pool of two cores. */
const SMALLEST = { GeneralPurpose: 2, BusinessCritical: 4 } as const;

const pool = z
    .strictObject({
        tier: z.enum(["GeneralPurpose", "BusinessCritical"]).meta({ title: "Service tier" }),
        capacity: oneOfNumbers(CAPACITIES).meta({ title: "vCores of the pool" }),
        maxSizeGb: wholeNumber(5, 4096).meta({ title: "Storage of the pool, in GB" }),
        perDatabaseCapacity: oneOfNumbers([0.25, 0.5, 1, ...CAPACITIES]).meta({
            title: "vCores that one customer's database may use at most",
        }),
        zoneRedundant: z.boolean().meta({ title: "Replicas in several availability zones" }),
    })
    .superRefine((found, context) => {
        const add = (key: string, message: string) => context.addIssue({ code: "custom", path: [key], message });
        const smallest = Object.hasOwn(SMALLEST, found.tier) ? SMALLEST[found.tier] : 0;
        if (found.capacity < smallest) {
            add("capacity", `a ${found.tier} pool has at least ${smallest} vCores, got ${found.capacity}`);
        }
        if (found.perDatabaseCapacity >= found.capacity) {
            const message = `one database could take the whole pool of ${found.capacity} vCores from the others; give less`;
            add("perDatabaseCapacity", message);
        }
    });

/** Azure SQL of one environment. */
export const sqlSettings = z.strictObject({
    administrators: z
        .strictObject({ group: displayName, objectId: guid.meta({ title: "Object id of the group in Entra" }) })
        .meta({ title: "The Entra group that administers the servers; it can only be given when a server is made" }),
    pool,
    customerManagedKey: z.boolean().meta({ title: "Encryption with a key of our own vault" }),
    firewall: addressRanges.meta({
        title: "Public addresses that reach every database of the server; none closes the public side",
    }),
});
