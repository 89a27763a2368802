import { SQL_REGION_REFUSALS } from "../../../../sandbox/azure/refusals/sql-region";
import { describeRefusals } from "./describe-refusals";
import { type Asked, PlayedStreet } from "./played-street";

/** A further server, in a region of choice. */
const server = (location: string): Asked => ({
    method: "PUT",
    type: "sql:Server",
    name: "shard-01-primary-server",
    change: { serverName: "third", location },
});
/** A new database, in no pool. */
const database = (change: object): Asked => ({
    method: "PUT",
    type: "sql:Database",
    change: { databaseName: "another", elasticPoolId: undefined, zoneRedundant: false, ...change },
});
const onThird = (location: string, change: object): Asked => database({ serverName: "third", location, ...change });
const withSku = (name: string, change: object = {}): Asked =>
    database({ sku: { name }, zoneRedundant: true, ...change });

describeRefusals("what SQL can do in a region", SQL_REGION_REFUSALS, {
    "sql-other-region": {
        refused: database({ location: "northeurope" }),
        allowed: database({ location: "West Europe" }),
        message: "is not that of its server, 'westeurope'",
    },
    "sql-zones-tier": { refused: withSku("S0"), allowed: withSku("P1"), message: "zone redundant database/pool" },
    "sql-zones-region": {
        given: [server("ukwest")],
        refused: onThird("ukwest", { zoneRedundant: true }),
        allowed: onThird("ukwest", { zoneRedundant: false }),
        message: "zone redundant database/pool",
    },
    "sql-zones-hyperscale-backups": {
        refused: withSku("HS_Gen5_2", { requestedBackupStorageRedundancy: "Geo" }),
        allowed: withSku("HS_Gen5_2", { requestedBackupStorageRedundancy: "GeoZone" }),
        message: "Hyperscale database with geo backup redundancy is not supported",
    },
    "sql-backups-geo-region": {
        given: [server("italynorth")],
        refused: onThird("italynorth", { requestedBackupStorageRedundancy: "Geo" }),
        allowed: onThird("italynorth", { requestedBackupStorageRedundancy: "Zone" }),
        message: "not supported in target region",
    },
    "sql-backups-zone-region": {
        given: [server("ukwest")],
        refused: onThird("ukwest", { requestedBackupStorageRedundancy: "Zone" }),
        allowed: onThird("ukwest", { requestedBackupStorageRedundancy: "Geo" }),
        message: "not supported in target region",
    },
});

describe("a database in a pool", () => {
    it("has the pool's tier: in one of Standard it is not zone-redundant", async () => {
        const street = await PlayedStreet.of("test");
        const pool = { elasticPoolName: "standard", sku: { name: "StandardPool", capacity: 50 }, zoneRedundant: false };
        const perDatabaseSettings = { minCapacity: 0, maxCapacity: 50 };
        const change = { ...pool, perDatabaseSettings };
        const type = "sql:ElasticPool";
        const name = "shard-01-primary-pool-pool";
        await street.ask({ method: "PUT", type, name, change });
        const elasticPoolId = street.idOf(type, name, { elasticPoolName: "standard" });
        expect(street.refusalOf(database({ elasticPoolId, zoneRedundant: true }))?.id).toBe("sql-zones-tier");
        expect(street.refusalOf(database({ elasticPoolId }))).toBeUndefined();
    });
});
