import { z } from "zod";
import { addressRanges } from "./addresses";
import { day, displayName, guid, text, unique } from "./fields";

/** Opaque: it stands in names, tags and logs, from which nobody should read who the customer is. */
export const tenantId = text("'t-' and 6 lower-case letters or digits, such as 't-4f9k2c'", /^t-[a-z0-9]{6}$/);

/** The shard that is part of an environment's own stack; more shards are stacks of their own. */
export const FIRST_SHARD = "01";

const directAccess = z.strictObject({
    group: displayName,
    objectId: guid,
    purpose: z
        .enum(["portability", "support", "security-test"])
        .meta({ title: "Why a customer reaches its own database directly" }),
    until: day.meta({ title: "Last day" }),
});

const tenant = z.strictObject({
    id: tenantId,
    name: displayName.meta({ title: "The organisation; it leaves this file for reports only" }),
    shard: text("two digits from '01' to '99', in quotes", /^(?!00)\d\d$/)
        // A tenant of another shard would have no database, and nobody would be told.
        .refine((shard) => shard === FIRST_SHARD, `has no stack so far; only '${FIRST_SHARD}' has one, so write that`)
        .meta({ title: "Where the database lives" }),
    status: z.enum(["active", "suspended"]),
    addresses: addressRanges.default([]).meta({ title: "Addresses that reach this customer's database and no other" }),
    directAccess: directAccess.optional(),
});

/** `tenants.yaml`: the customers of an environment. */
export const TENANTS_FILE = z.strictObject({
    tenants: z
        .array(tenant)
        .min(1)
        .describe("at least one tenant, since Azure refuses a backup of no containers")
        .superRefine(unique<z.output<typeof tenant>>("tenant id", "id", ({ id }) => id)),
});
