import { ELASTIC_POOL_REFUSALS } from "../../../../sandbox/azure/refusals/elastic-pool";
import { describeRefusals } from "./describe-refusals";
import type { Asked } from "./played-street";

const pool = (change: Asked["change"]): Asked => ({
    method: "PUT",
    type: "sql:ElasticPool",
    name: "shard-01-primary-pool-pool",
    change,
});
const database = (change: Asked["change"] = {}): Asked => ({ method: "PUT", type: "sql:Database", change });

describeRefusals(
    "elastic pools",
    ELASTIC_POOL_REFUSALS,
    {
        "elastic-pool-minimum-above-maximum": {
            refused: pool({ perDatabaseSettings: { minCapacity: 4, maxCapacity: 2 } }),
            allowed: pool({ perDatabaseSettings: { minCapacity: 2, maxCapacity: 2 } }),
        },
        "elastic-pool-database-above-pool": {
            refused: pool({ perDatabaseSettings: { minCapacity: 0, maxCapacity: 10 } }),
            allowed: pool({ perDatabaseSettings: { minCapacity: 0, maxCapacity: 8 } }),
        },
        // Four tenants are in the pool; at four vCores of Business Critical it holds fifty.
        "elastic-pool-full": {
            given: [
                pool({ sku: { name: "BC_Gen5", tier: "BusinessCritical", family: "Gen5", capacity: 4 } }),
                ...Array.from({ length: 46 }, (_, index) => database({ databaseName: `tenant-${index}` })),
            ],
            refused: database({ databaseName: "one-more" }),
            allowed: database({ databaseName: "tenant-7", tags: {} }),
            message: "the limit of its database count: 50",
        },
        "elastic-pool-of-another-server": {
            refused: (street) =>
                database({ elasticPoolId: street.idOf("sql:ElasticPool", "shard-01-secondary-pool-pool") }),
            allowed: (street) =>
                database({ elasticPoolId: street.idOf("sql:ElasticPool", "shard-01-primary-pool-pool").toUpperCase() }),
        },
    },
    "productie",
);
