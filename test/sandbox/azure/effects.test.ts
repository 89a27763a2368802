import { PlayedAzure, SERVER, SERVER_ID, SUBSCRIPTION } from "./played-azure";

const RG = { resourceGroupName: "rg-proef" };
const POOL = { ...RG, elasticPoolName: "pool", location: "westeurope", sku: { name: "GP_Gen5", capacity: 2 } };
const OTHER_ID = SERVER_ID.replace("sql-proef", "sql-ander");
const DATABASE = { ...RG, serverName: "sql-proef", databaseName: "db", location: "westeurope" };

/** Two servers with a pool each, a database on the first and a failover group over both. */
async function withFailoverGroup(databases: readonly string[] = [`${SERVER_ID}/databases/db`]) {
    const azure = await new PlayedAzure("", []).withServer();
    await azure.create("azure-native:sql:Server", { ...SERVER, serverName: "sql-ander", location: "northeurope" });
    await azure.create("azure-native:sql:ElasticPool", { ...POOL, serverName: "sql-proef" });
    await azure.create("azure-native:sql:ElasticPool", { ...POOL, serverName: "sql-ander", location: "northeurope" });
    const elasticPoolId = `${SERVER_ID}/elasticPools/pool`;
    await azure.create("azure-native:sql:Database", { ...DATABASE, elasticPoolId });
    const group = {
        ...RG,
        serverName: "sql-proef",
        failoverGroupName: "fog",
        partnerServers: [{ id: OTHER_ID }],
        readWriteEndpoint: { failoverPolicy: "Manual" },
        databases,
    };
    const { id } = await azure.create("azure-native:sql:FailoverGroup", group);
    return { azure, group, id };
}

describe("what Azure does besides", () => {
    it("gives a server its master database and its settings in their default state", async () => {
        const azure = await new PlayedAzure().withServer();
        const inside = azure.cloud.inside(SERVER_ID).map(({ id }) => id.slice(SERVER_ID.length + 1));
        expect(inside.sort()).toEqual([
            "auditingSettings/default",
            "databases/master",
            "encryptionProtector/current",
            "extendedAuditingSettings/default",
            "securityAlertPolicies/Default",
            "sqlVulnerabilityAssessments/default",
        ]);
        expect(azure.cloud.inside(SERVER_ID).every(({ declared }) => !declared)).toBe(true);
    });

    it("gives a database its retention policies: seven days, and no long-term retention", async () => {
        const azure = await new PlayedAzure("", []).withServer();
        const { id } = await azure.create("azure-native:sql:Database", DATABASE);
        expect(azure.cloud.get(`${id}/backupShortTermRetentionPolicies/default`)?.body).toEqual({
            properties: { retentionDays: 7 },
        });
        expect(azure.cloud.get(`${id}/backupLongTermRetentionPolicies/default`)?.body).toEqual({
            properties: { monthlyRetention: "PT0S", weeklyRetention: "PT0S", weekOfYear: 1, yearlyRetention: "PT0S" },
        });
    });

    it("copies the databases of a failover group to the partner, into the pool of the same name", async () => {
        const { azure } = await withFailoverGroup();
        const copy = azure.cloud.get(`${OTHER_ID}/databases/db`);
        expect(copy).toMatchObject({
            declared: false,
            body: {
                location: "northeurope",
                properties: { elasticPoolId: `${OTHER_ID}/elasticPools/pool`, secondaryType: "Geo" },
            },
        });
        expect(azure.cloud.get(`${OTHER_ID}/databases/db/backupLongTermRetentionPolicies/default`)).toBeDefined();
    });

    it("keeps the copies when the failover group is deleted, or a database leaves it", async () => {
        const { azure, group, id } = await withFailoverGroup();
        await azure.update("azure-native:sql:FailoverGroup", id, group, { ...group, databases: [] });
        expect(azure.cloud.get(`${OTHER_ID}/databases/db`)).toBeDefined();
        await azure.delete("azure-native:sql:FailoverGroup", id, group);
        expect(azure.cloud.get(`${OTHER_ID}/databases/db`)).toBeDefined();
    });

    it("copies a database that joins the group later", async () => {
        const { azure, group, id } = await withFailoverGroup([]);
        expect(azure.cloud.get(`${OTHER_ID}/databases/db`)).toBeUndefined();
        const databases = [`${SERVER_ID}/databases/db`];
        await azure.update("azure-native:sql:FailoverGroup", id, group, { ...group, databases });
        expect(azure.cloud.get(`${OTHER_ID}/databases/db`)).toBeDefined();
    });

    it("remembers a deleted vault under its name until it is recovered", async () => {
        const azure = new PlayedAzure("", []);
        const vault = { ...RG, vaultName: "kv-proef", location: "westeurope", properties: { tenantId: "t" } };
        const { id } = await azure.create("azure-native:keyvault:Vault", vault);
        await azure.delete("azure-native:keyvault:Vault", id, vault);
        expect([...azure.cloud.deletedVaults.values()]).toEqual([{ name: "kv-proef", id }]);
        const recovered = { ...vault, properties: { tenantId: "t", createMode: "recover" } };
        await azure.create("azure-native:keyvault:Vault", recovered);
        expect(azure.cloud.deletedVaults.size).toBe(0);
    });

    it("remembers a deleted key or secret under its name, and no longer once its vault is deleted", async () => {
        const azure = new PlayedAzure("", []);
        const vault = { ...RG, vaultName: "kv-proef", location: "westeurope", properties: {} };
        const { id: vaultId } = await azure.create("azure-native:keyvault:Vault", vault);
        const secret = { ...RG, vaultName: "kv-proef", secretName: "geheim", properties: { value: "not told" } };
        const { id } = await azure.create("azure-native:keyvault:Secret", secret);
        await azure.delete("azure-native:keyvault:Secret", id, secret);
        expect([...azure.cloud.deletedVaults.values()]).toEqual([{ name: "kv-proef/secrets/geheim", id }]);
        await azure.delete("azure-native:keyvault:Vault", vaultId, vault);
        expect([...azure.cloud.deletedVaults.keys()]).toEqual(["kv-proef"]);
    });

    it("keeps a vault's purge protection when an update leaves it out", async () => {
        const azure = new PlayedAzure("", []);
        const named = { ...RG, vaultName: "kv-proef", location: "westeurope" };
        const before = { ...named, properties: { tenantId: "t", enablePurgeProtection: true } };
        const { id } = await azure.create("azure-native:keyvault:Vault", before);
        await azure.update("azure-native:keyvault:Vault", id, before, { ...named, properties: { tenantId: "t" } });
        expect(azure.cloud.get(id)?.body.properties).toMatchObject({ enablePurgeProtection: true });
        expect(azure.cloud.get(id)?.outputs.properties).toMatchObject({ enablePurgeProtection: true });
    });

    it("remembers the vaults of a deleted resource group", async () => {
        const azure = new PlayedAzure("", []);
        const group = { ...RG, location: "westeurope" };
        const { id } = await azure.create("azure-native:resources:ResourceGroup", group);
        const vault = { ...RG, vaultName: "kv-proef", location: "westeurope", properties: {} };
        await azure.create("azure-native:keyvault:Vault", vault);
        await azure.delete("azure-native:resources:ResourceGroup", id, group);
        expect([...azure.cloud.deletedVaults.keys()]).toEqual(["kv-proef"]);
    });

    it("keeps a diagnostic setting whose resource is gone: it is there when the resource comes back", async () => {
        const azure = await new PlayedAzure("", []).withServer();
        const setting = { resourceUri: SERVER_ID, name: "logs" };
        await azure.create("azure-native:monitor:DiagnosticSetting", setting);
        await azure.delete("azure-native:sql:Server", SERVER_ID, SERVER);
        await azure.create("azure-native:sql:Server", SERVER);
        await expect(azure.create("azure-native:monitor:DiagnosticSetting", setting)).rejects.toThrow(
            "cannot create already existing resource",
        );
    });

    it("compares ids without case", async () => {
        const azure = await new PlayedAzure("", []).withServer();
        expect(await azure.read("azure-native:sql:Server", SERVER_ID.toUpperCase())).toMatchObject({ id: SERVER_ID });
        expect(SERVER_ID).toContain(SUBSCRIPTION);
    });
});
