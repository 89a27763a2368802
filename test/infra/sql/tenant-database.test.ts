import { TenantDatabase, type TenantDatabaseArgs } from "../../../infra/sql/tenant-database";
import { deployed, planned } from "../../planned";
import { place } from "../examples";
import { backup } from "./examples";

const database = (changes: Partial<TenantDatabaseArgs> = {}) =>
    new TenantDatabase("db", {
        place: place(),
        tenantId: "t7k2",
        serverName: "server-name",
        poolId: "pool-id",
        zoneRedundant: true,
        backup: backup(),
        workspaceId: "workspace",
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
            databaseName: "name-of-db-database",
            tdeName: "current",
            state: "Enabled",
        });
    });

    it("has both retention policies, one change of the database at a time", async () => {
        const plan = await planned(() => database());
        const encryption = plan.one("sql:TransparentDataEncryption");
        const pointInTime = plan.one("sql:BackupShortTermRetentionPolicy");
        expect(pointInTime.dependencies).toContain(encryption.urn);
        expect(plan.one("sql:LongTermRetentionPolicy").dependencies).toContain(pointInTime.urn);
    });

    it("sends how it runs to the workspace, and leaves the audit to the server, which would hold it twice", async () => {
        const plan = await deployed(() => database());
        const { resourceUri, logs, metrics } = plan.one("monitor:DiagnosticSetting").inputs;
        expect(resourceUri).toBe("id-of-db-database");
        expect(metrics).toEqual([{ category: "AllMetrics", enabled: true }]);
        expect(logs).toContainEqual({ category: "Deadlocks", enabled: true });
        expect(logs).not.toContainEqual(expect.objectContaining({ category: "SQLSecurityAuditEvents" }));
    });

    it("is protected and locked where its place is, and the lock goes before what lies inside", async () => {
        const plan = await planned(() => database());
        expect(plan.one("sql:Database").protect).toBe(true);
        const lock = plan.one("authorization:ManagementLockByScope");
        expect(lock.inputs.level).toBe("CanNotDelete");
        expect(lock.propertyDependencies.scope).toEqual([plan.one("sql:Database").urn]);
        for (const inside of ["sql:LongTermRetentionPolicy", "monitor:DiagnosticSetting"]) {
            expect(lock.dependencies).toContain(plan.one(inside).urn);
        }
    });

    it("can be removed where its place is not protected", async () => {
        const plan = await planned(() => database({ place: place({ protect: false }) }));
        expect(plan.one("sql:Database").protect).toBe(false);
        expect(plan.ofType("authorization:ManagementLockByScope")).toEqual([]);
    });

    it.each(["Bakkerij Jansen", "T7K2", "t7k2-", "", "x".repeat(64)])(
        "refuses '%s', which is no opaque id",
        async (tenantId) => {
            await expect(planned(() => database({ tenantId }))).rejects.toThrow(
                `tenantId: '${tenantId}' is no tenant id; use 1 to 63 lower-case letters, digits and hyphens`,
            );
        },
    );

    it("refuses a region outside the European Union, and a retention out of bounds", async () => {
        await expect(planned(() => database({ place: place({ region: "eastus" }) }))).rejects.toThrow(
            "'eastus' is not a region",
        );
        await expect(planned(() => database({ backup: backup({ pointInTimeDays: 3 }) }))).rejects.toThrow(
            "backup.pointInTimeDays: expected a whole number from 7 to 35, got 3",
        );
    });
});
