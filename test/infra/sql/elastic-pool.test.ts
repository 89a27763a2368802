import * as sql from "@pulumi/azure-native/sql";
import { ElasticPool } from "../../../infra/sql/elastic-pool";
import { MOST_TENANTS, mostDatabases, type PoolSize, poolMistakes } from "../../../infra/sql/pool-size";
import { deployed, planned } from "../../planned";
import { place } from "../examples";
import { pool as size } from "./examples";

const pool = (changes: Partial<PoolSize> = {}, at = place()) =>
    new ElasticPool("pool", {
        place: at,
        serverName: "server-name",
        deletedWith: new sql.Server("server", { resourceGroupName: "rg-primary" }),
        after: [],
        poolName: "the-pool",
        size: size(changes),
        workspaceId: "workspace",
    });

describe("ElasticPool", () => {
    it("has the declared size, zones and licence, all of it said", async () => {
        const plan = await deployed(() => pool());
        expect(plan.one("sql:ElasticPool").inputs).toEqual({
            elasticPoolName: "the-pool",
            serverName: "server-name",
            resourceGroupName: "rg-primary",
            location: "westeurope",
            sku: { name: "GP_Gen5", tier: "GeneralPurpose", family: "Gen5", capacity: 4 },
            perDatabaseSettings: { minCapacity: 0, maxCapacity: 2 },
            maxSizeBytes: 549_755_813_888,
            zoneRedundant: true,
            licenseType: "LicenseIncluded",
            tags: { environment: "proef", owner: "platform-team", dataClass: "customer" },
        });
    });

    it("is of the SKU BC_Gen5 where it is Business Critical, and says when it is in one zone", async () => {
        const plan = await deployed(() => pool({ tier: "BusinessCritical", zoneRedundant: false }));
        expect(plan.one("sql:ElasticPool").inputs).toMatchObject({
            sku: { name: "BC_Gen5", tier: "BusinessCritical" },
            zoneRedundant: false,
        });
    });

    it("sends its metrics and asks for no log, since a pool has none", async () => {
        const plan = await deployed(() => pool());
        expect(plan.one("monitor:DiagnosticSetting").inputs).toMatchObject({
            resourceUri: "id-of-pool-pool",
            logs: [],
            metrics: [{ category: "AllMetrics", enabled: true }],
        });
    });

    it("is protected where its place is", async () => {
        expect((await planned(() => pool())).one("sql:ElasticPool").protect).toBe(true);
        const free = await planned(() => pool({}, place({ protect: false })));
        expect(free.one("sql:ElasticPool").protect).toBe(false);
    });

    it("refuses a region outside the European Union", async () => {
        await expect(planned(() => pool({}, place({ region: "eastus" })))).rejects.toThrow("'eastus' is not a region");
    });

    it("refuses a size that Azure does not have", async () => {
        await expect(planned(() => pool({ capacity: 5 }))).rejects.toThrow(
            "size.capacity: GeneralPurpose has no size of 5 vCores; choose 2, 4, 6",
        );
    });
});

describe("poolMistakes", () => {
    it("refuses one tenant that could take the whole pool", () => {
        expect(poolMistakes("pool", size({ capacity: 4, perDatabaseCapacity: 4 }))).toEqual([
            "pool.perDatabaseCapacity: 4 vCores is all that the pool has (4); give one tenant less",
        ]);
    });

    it.each([0, -1, 0.3, 1.5])("refuses %d vCores for one database", (perDatabaseCapacity) => {
        expect(poolMistakes("pool", size({ perDatabaseCapacity }))).toEqual([
            `pool.perDatabaseCapacity: expected 0.25, 0.5 or a whole number of vCores, got ${perDatabaseCapacity}`,
        ]);
    });

    it("refuses two vCores of Business Critical, which begins at four", () => {
        const found = poolMistakes("pool", size({ tier: "BusinessCritical", capacity: 2, perDatabaseCapacity: 1 }));
        expect(found).toEqual([expect.stringContaining("BusinessCritical has no size of 2 vCores; choose 4, 6")]);
    });

    it.each([
        ["GeneralPurpose", 2, 512],
        ["GeneralPurpose", 4, 756],
        ["GeneralPurpose", 6, 1536],
        ["GeneralPurpose", 16, 2048],
        ["GeneralPurpose", 24, 3072],
        ["BusinessCritical", 4, 1024],
        ["BusinessCritical", 10, 2048],
        ["BusinessCritical", 20, 3072],
    ] as const)("gives a %s pool of %d vCores at most %d GiB", (tier, capacity, most) => {
        const mistakes = (maxSizeGb: number) =>
            poolMistakes("pool", size({ tier, capacity, maxSizeGb, perDatabaseCapacity: 1 }));
        expect(mistakes(most)).toEqual([]);
        expect(mistakes(most + 1)).toEqual([
            `pool.maxSizeGb: ${capacity} vCores of ${tier} have at most ${most} GiB, got ${most + 1}; give less or more vCores`,
        ]);
    });

    it("gives the largest pools 4096 GiB", () => {
        expect(poolMistakes("pool", size({ capacity: 32, maxSizeGb: 4096 }))).toEqual([]);
        expect(poolMistakes("pool", size({ tier: "BusinessCritical", capacity: 24, maxSizeGb: 4096 }))).toEqual([]);
    });

    it.each([0, 0.5, 4097])("refuses a storage of %d GiB", (maxSizeGb) => {
        expect(poolMistakes("pool", size({ maxSizeGb }))).toEqual([
            `pool.maxSizeGb: expected a whole number from 1 to 4096, got ${maxSizeGb}`,
        ]);
    });
});

describe("mostDatabases", () => {
    it("is fifty in the smallest Business Critical pool and a shard's hundred in all others", () => {
        expect(mostDatabases(size({ tier: "BusinessCritical", capacity: 4 }))).toBe(50);
        expect(mostDatabases(size({ tier: "BusinessCritical", capacity: 6 }))).toBe(MOST_TENANTS);
        expect(mostDatabases(size({ capacity: 2 }))).toBe(100);
    });
});
