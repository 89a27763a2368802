import { TenantDatabase, type TenantDatabaseArgs } from "../../../infra/sql/tenant-database";
import { deployed, planned } from "../../planned";
import { place } from "../examples";
import { optionsOf } from "./resource-options";

const database = (changes: Partial<TenantDatabaseArgs> = {}) =>
    new TenantDatabase("db", {
        place: place(),
        tenantId: "t7k2",
        serverName: "server-name",
        poolId: "pool-id",
        zoneRedundant: true,
        after: [],
        ...changes,
    });

const databaseInputs = async (changes: Partial<TenantDatabaseArgs> = {}) =>
    (await deployed(() => database(changes))).one("sql:Database").inputs;

describe("TenantDatabase", () => {
    it("is an empty database in the pool, named and tagged by the opaque id", async () => {
        expect(await databaseInputs()).toEqual({
            databaseName: "sqldb-t7k2",
            serverName: "server-name",
            resourceGroupName: "rg-primary",
            location: "westeurope",
            createMode: "Default",
            elasticPoolId: "pool-id",
            collation: "SQL_Latin1_General_CP1_CI_AS",
            catalogCollation: "SQL_Latin1_General_CP1_CI_AS",
            requestedBackupStorageRedundancy: "Geo",
            zoneRedundant: true,
            tags: { environment: "proef", owner: "platform-team", dataClass: "customer", tenant: "t7k2" },
        });
    });

    it("keeps its backups in the zones of a region that has no pair to copy to", async () => {
        const inputs = await databaseInputs({ place: place({ region: "italynorth" }) });
        expect(inputs.requestedBackupStorageRedundancy).toBe("Zone");
    });

    it("says that it is encrypted", async () => {
        const plan = await deployed(() => database());
        expect(plan.one("sql:TransparentDataEncryption").inputs).toEqual({
            resourceGroupName: "rg-primary",
            serverName: "server-name",
            databaseName: "sqldb-t7k2",
            tdeName: "current",
            state: "Enabled",
        });
        expect(plan.one("sql:TransparentDataEncryption").dependencies).toContain(plan.one("sql:Database").urn);
    });

    it("stays where it was created when the other server becomes active: a new path would replace it, delete first", async () => {
        const options = await optionsOf(() => database());
        expect(options("db-database").ignoreChanges).toEqual([
            "serverName",
            "resourceGroupName",
            "location",
            "elasticPoolId",
            "requestedBackupStorageRedundancy",
            "secondaryType",
        ]);
        expect(options("db-encryption").ignoreChanges).toEqual(["serverName", "resourceGroupName"]);
    });

    it("is protected where its place is", async () => {
        expect((await planned(() => database())).one("sql:Database").protect).toBe(true);
        const free = await planned(() => database({ place: place({ protect: false }) }));
        expect(free.one("sql:Database").protect).toBe(false);
    });

    it.each(["Bakkerij Jansen", "T7K2", "t7k2-", "", "x".repeat(64)])(
        "refuses '%s', which is no opaque id",
        async (tenantId) => {
            await expect(planned(() => database({ tenantId }))).rejects.toThrow(
                `tenantId: '${tenantId}' is no tenant id; use 1 to 63 lower-case letters, digits and hyphens`,
            );
        },
    );

    it("refuses a region outside the European Union", async () => {
        await expect(planned(() => database({ place: place({ region: "eastus" }) }))).rejects.toThrow(
            "'eastus' is not a region",
        );
    });
});
