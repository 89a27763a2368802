import { z } from "zod";
import { addressRanges } from "./addresses";
import { isOfEveryDatabase } from "./database-names";
import { day, displayName, guid, sentence, text, unique } from "./fields";

/** Opaque: it stands in names, tags and logs, from which nobody should read who the customer is. */
export const tenantId = text("'t-' and 6 lower-case letters or digits, such as 't-4f9k2c'", /^t-[a-z0-9]{6}$/);

/** The shard that is part of an environment's own stack; more shards are stacks of their own. */
export const FIRST_SHARD = "01";

const directAccess = z.strictObject({
    // It becomes the name of a user in the database.
    group: displayName.refine(
        (group) => !isOfEveryDatabase(group),
        "is a name that every database has from the start; name the customer's own group in Entra",
    ),
    objectId: guid,
    purpose: z
        .enum(["portability", "support", "security-test"])
        .meta({ title: "Why a customer reaches its own database directly" }),
    until: day.meta({ title: "Last day" }),
});

const suspension = z
    .strictObject({
        since: day.meta({ title: "First day without access" }),
        keepUntil: day.meta({ title: "Last day on which the contract wants the data kept" }),
        reason: sentence,
    })
    .refine(({ since, keepUntil }) => since <= keepUntil, {
        path: ["keepUntil"],
        message: "comes before since; the data are kept at least until the day of the suspension",
    });

const tenant = z
    .strictObject({
        id: tenantId,
        name: displayName.meta({ title: "The organisation; it leaves this file for reports only" }),
        shard: text("two digits from '01' to '99', in quotes", /^(?!00)\d\d$/)
            // A tenant of another shard would have no database, and nobody would be told.
            .refine(
                (shard) => shard === FIRST_SHARD,
                `has no stack so far; only '${FIRST_SHARD}' has one, so write that`,
            )
            .meta({ title: "Where the database lives" }),
        status: z.enum(["active", "suspended", "leaving"]).meta({
            title: "Suspended: nobody but administrators gets in, data and backups stay; leaving: nothing of it is protected any more, once keepUntil is over",
        }),
        suspended: suspension.optional(),
        addresses: addressRanges
            .default([])
            .meta({ title: "Addresses that reach this customer's database and no other" }),
        directAccess: directAccess.optional(),
    })
    .superRefine(({ status, suspended }, context) => {
        if ((status === "active") !== (suspended === undefined)) {
            const message =
                status === "active"
                    ? "stands beside status: active; remove it, or write status: suspended"
                    : `is missing beside status: ${status}; say since when, until when the data are kept, and why`;
            context.addIssue({ code: "custom", path: ["suspended"], message });
        }
    });

/** `tenants.yaml`: the customers of an environment. */
export const TENANTS_FILE = z.strictObject({
    tenants: z
        .array(tenant)
        .min(1)
        .describe("at least one tenant, since Azure refuses a backup of no containers")
        .superRefine(unique<z.output<typeof tenant>>("tenant id", "id", ({ id }) => id)),
});
