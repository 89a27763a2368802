import type { Refusal } from "../refusal";
import { badRequest } from "./answers";
import { numberAt, textAt } from "./body";
import { lastOf, sameText } from "./ids";
import { sqlSpec } from "./sources";

const types = ["Microsoft.Sql/servers/elasticPools"];
const methods = ["PUT"] as const;
const source = sqlSpec("ElasticPools");
const LIMITS = 'Microsoft, "Resource limits for elastic pools using the vCore purchasing model", 2022';

/** How many databases a pool of Gen5 holds; of other tiers nothing is known here. */
function mostDatabases(tier: string | undefined, capacity: number): number {
    switch (tier) {
        case "BusinessCritical":
            return capacity < 6 ? 50 : 100;
        case "GeneralPurpose":
            return capacity < 4 ? 100 : capacity < 6 ? 200 : 500;
        default:
            return Number.POSITIVE_INFINITY;
    }
}

export const ELASTIC_POOL_REFUSALS: readonly Refusal[] = [
    {
        id: "elastic-pool-minimum-above-maximum",
        title: "What a pool keeps for each database is not more than what a database may take.",
        source,
        types,
        methods,
        judge: ({ arm }) =>
            (numberAt(arm.body, "properties.perDatabaseSettings.minCapacity") ?? 0) >
            (numberAt(arm.body, "properties.perDatabaseSettings.maxCapacity") ?? Number.POSITIVE_INFINITY)
                ? badRequest(
                      "InvalidInputValueDatabaseVcoreMinLargerThanMax",
                      "The VCore min per database cannot be higher than the VCore max per database.",
                  )
                : undefined,
    },
    {
        id: "elastic-pool-database-above-pool",
        title: "One database cannot take more than its pool has.",
        source,
        types,
        methods,
        judge: ({ arm }) =>
            (numberAt(arm.body, "properties.perDatabaseSettings.maxCapacity") ?? 0) >
            (numberAt(arm.body, "sku.capacity") ?? Number.POSITIVE_INFINITY)
                ? badRequest(
                      "ElasticPoolDbVcoreMaxAboveLimit",
                      "The requested per database VCore max is too high for the requested elastic pool.",
                  )
                : undefined,
    },
    {
        id: "elastic-pool-full",
        title: "A pool holds 100 databases below four vCores, 200 below six and else 500; one of Business Critical 50 below six and else 100.",
        source: `${sqlSpec("Databases")}; ${LIMITS}`,
        types: ["Microsoft.Sql/servers/databases"],
        methods,
        judge: ({ id, arm }, cloud) => {
            const poolId = textAt(arm.body, "properties.elasticPoolId") ?? "";
            const sku = cloud.get(poolId)?.body.sku;
            const others = cloud
                .all(arm.type)
                .filter(
                    (one) =>
                        !sameText(one.id, id) && sameText(textAt(one.body, "properties.elasticPoolId") ?? "", poolId),
                );
            return sku !== undefined &&
                others.length >= mostDatabases(textAt(sku, "tier"), numberAt(sku, "capacity") ?? 0)
                ? badRequest(
                      "ElasticPoolDatabaseCountOverLimit",
                      `The elastic pool '${lastOf(poolId)}' has reached the limit of its database count: ${others.length}.`,
                  )
                : undefined;
        },
    },
    {
        id: "elastic-pool-of-another-server",
        title: "A database's pool is on its own server.",
        source: sqlSpec("Databases"),
        types: ["Microsoft.Sql/servers/databases"],
        methods,
        judge: ({ id, arm }) => {
            const server = textAt(arm.body, "properties.elasticPoolId")?.split("/").slice(0, 9).join("/");
            return server === undefined || id.toLowerCase().startsWith(`${server}/`.toLowerCase())
                ? undefined
                : badRequest("TargetElasticPoolDoesNotExist", "The elastic pool does not exist on the server.");
        },
    },
];
