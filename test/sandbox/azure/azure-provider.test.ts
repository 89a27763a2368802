import { UNKNOWN } from "../../../arm/wire-form";
import type { CloudObject } from "../../../sandbox/azure/cloud";
import { GROUP_ID, PlayedAzure, SERVER, SERVER_ID } from "./played-azure";

const GROUP = "azure-native:resources:ResourceGroup";
const SQL_SERVER = "azure-native:sql:Server";
const AUDIT = "azure-native:sql:ServerBlobAuditingPolicy";
const ASSESSMENT = "azure-native:sql:SqlVulnerabilityAssessmentsSetting";
const IN_SERVER = { resourceGroupName: "rg-proef", serverName: "sql-proef" };

describe("a resource that is created", () => {
    it("shows its inputs in a preview; the SDK takes the rest for unknown", async () => {
        const { id, outputs } = await new PlayedAzure().create(SQL_SERVER, SERVER, true);
        const { resourceGroupName, serverName, ...told } = SERVER;
        expect({ id, outputs }).toEqual({
            id: "",
            outputs: { ...told, fullyQualifiedDomainName: UNKNOWN, state: UNKNOWN },
        });
        expect([resourceGroupName, serverName]).toEqual(["rg-proef", "sql-proef"]);
    });

    it("has what Azure adds inside an input as unknown in a preview", async () => {
        const vault = { resourceGroupName: "rg", vaultName: "kv-proef", properties: { tenantId: "t" } };
        const { outputs } = await new PlayedAzure().create("azure-native:keyvault:Vault", vault, true);
        expect(outputs.properties).toEqual({ tenantId: "t", vaultUri: UNKNOWN });
    });

    it("has an id, its inputs without those of the path, and what Azure adds", async () => {
        const azure = await new PlayedAzure().withServer();
        const { id, outputs } = (await azure.read(SQL_SERVER, SERVER_ID)) ?? {};
        expect(id).toBe(SERVER_ID);
        expect(outputs).toMatchObject({
            fullyQualifiedDomainName: "sql-proef.database.windows.net",
            minimalTlsVersion: "1.2",
            name: "sql-proef",
        });
        expect(outputs).not.toHaveProperty("serverName");
    });

    it("never tells a secret's value again", async () => {
        const azure = new PlayedAzure("", []);
        const place = { resourceGroupName: "rg-proef", vaultName: "kv-proef", secretName: "geheim" };
        const secret = { ...place, properties: { value: "not told", contentType: "text" } };
        const { outputs } = await azure.create("azure-native:keyvault:Secret", secret);
        expect(outputs.properties).toEqual({
            contentType: "text",
            secretUri: "https://kv-proef.vault.azure.net/secrets/geheim",
            secretUriWithVersion: expect.stringMatching(/secrets\/geheim\/[0-9a-f]{32}$/),
        });
    });

    it("is refused when it exists already", async () => {
        const azure = await new PlayedAzure().withServer();
        await expect(azure.create(SQL_SERVER, SERVER)).rejects.toThrow(
            `cannot create already existing resource '${SERVER_ID}'`,
        );
    });

    it("takes over a setting that is always there", async () => {
        const azure = await new PlayedAzure().withServer();
        const { outputs } = await azure.create(AUDIT, {
            ...IN_SERVER,
            state: "Enabled",
            isAzureMonitorTargetEnabled: true,
        });
        expect(outputs).toMatchObject({ state: "Enabled", isAzureMonitorTargetEnabled: true });
    });

    it("takes over a setting that can be deleted only while it has its default state", async () => {
        const azure = await new PlayedAzure().withServer();
        await azure.create(ASSESSMENT, { ...IN_SERVER, state: "Enabled" });
        await expect(azure.create(ASSESSMENT, { ...IN_SERVER, state: "Enabled" })).rejects.toThrow(
            `cannot create already existing subresource '${SERVER_ID}/sqlVulnerabilityAssessments/default'`,
        );
    });

    it("is refused in Azure's words, with status and code", async () => {
        await expect(new PlayedAzure().create(SQL_SERVER, SERVER)).rejects.toThrow(
            /^Status=404 Code="ResourceGroupNotFound" Message="/,
        );
    });

    it("needs a subscription", async () => {
        const azure = new PlayedAzure();
        azure.provider.configure("session", {});
        await expect(azure.create(GROUP, { resourceGroupName: "rg" })).rejects.toThrow(
            "no subscription is configured: pulumi config set azure-native:subscriptionId <id>",
        );
    });
});

describe("a resource that is updated", () => {
    it("is written whole: what the inputs leave out is gone", async () => {
        const azure = await new PlayedAzure().withServer();
        const { minimalTlsVersion, ...without } = SERVER;
        const outputs = await azure.update(SQL_SERVER, SERVER_ID, SERVER, without);
        expect(outputs).not.toHaveProperty("minimalTlsVersion");
        expect(azure.cloud.get(SERVER_ID)?.body.properties).not.toHaveProperty("minimalTlsVersion");
        expect(minimalTlsVersion).toBe("1.2");
    });

    it("keeps only its name and location known in a preview", async () => {
        const azure = await new PlayedAzure().withServer();
        const outputs = await azure.update(SQL_SERVER, SERVER_ID, SERVER, SERVER, true);
        expect(outputs).toMatchObject({ name: "sql-proef", location: "westeurope", fullyQualifiedDomainName: UNKNOWN });
    });

    it("keeps subnets that were made apart, unless its inputs list subnets of their own", async () => {
        const azure = new PlayedAzure("", []);
        const network = { resourceGroupName: "rg-proef", virtualNetworkName: "vnet", location: "westeurope" };
        const { id } = await azure.create("azure-native:network:VirtualNetwork", network);
        const inNetwork = { resourceGroupName: "rg-proef", virtualNetworkName: "vnet", subnetName: "one" };
        await azure.create("azure-native:network:Subnet", { ...inNetwork, addressPrefix: "192.0.2.0/25" });
        await azure.update("azure-native:network:VirtualNetwork", id, network, { ...network, tags: { a: "b" } });
        expect(azure.cloud.get(`${id}/subnets/one`)).toBeDefined();
        await azure.update("azure-native:network:VirtualNetwork", id, network, {
            ...network,
            subnets: [{ name: "two" }],
        });
        expect(azure.cloud.get(`${id}/subnets/one`)).toBeUndefined();
        expect(azure.cloud.get(`${id}/subnets/two`)).toBeDefined();
    });
});

describe("a resource that is read", () => {
    it("is gone where Azure has it no more", async () => {
        expect(await new PlayedAzure().read(SQL_SERVER, SERVER_ID, SERVER)).toBeUndefined();
    });

    it("keeps its inputs where nothing changed in Azure", async () => {
        const azure = await new PlayedAzure().withServer();
        const { outputs = {} } = azure.cloud.get(SERVER_ID) ?? {};
        expect(await azure.read(SQL_SERVER, SERVER_ID, SERVER, outputs)).toEqual({
            id: SERVER_ID,
            inputs: SERVER,
            outputs,
        });
    });

    it("takes into its inputs what changed in Azure, and nothing that was a default all along", async () => {
        const azure = await new PlayedAzure().withServer();
        const server = azure.cloud.get(SERVER_ID) as CloudObject;
        azure.cloud.write({ ...server, outputs: { ...server.outputs, minimalTlsVersion: "1.0" } });
        const { inputs } = (await azure.read(SQL_SERVER, SERVER_ID, SERVER, server.outputs)) ?? {};
        expect(inputs).toEqual({ ...SERVER, minimalTlsVersion: "1.0" });
    });

    it("gives an import the inputs that would make it", async () => {
        const azure = await new PlayedAzure().withServer();
        const { inputs } = (await azure.read(SQL_SERVER, SERVER_ID)) ?? {};
        expect(inputs).toEqual({ ...SERVER, azureApiVersion: "2023-08-01" });
    });
});

describe("a resource that is deleted", () => {
    it("goes with everything inside it", async () => {
        const azure = await new PlayedAzure().withServer();
        await azure.delete(GROUP, GROUP_ID, { resourceGroupName: "rg-proef" });
        expect(azure.cloud.all()).toEqual([]);
    });

    it("is deleted already when it is not there", async () => {
        await expect(new PlayedAzure().delete(SQL_SERVER, SERVER_ID, SERVER)).resolves.toBeUndefined();
    });

    it("goes back to its default when it is a setting: auditing is switched off, and nobody says so", async () => {
        const azure = await new PlayedAzure().withServer();
        const audit = { ...IN_SERVER, state: "Enabled", isAzureMonitorTargetEnabled: true };
        const { id } = await azure.create(AUDIT, audit);
        await azure.delete(AUDIT, id, audit);
        expect(azure.cloud.get(id)?.body).toEqual({ properties: { state: "Disabled" } });
    });

    it("has its default again after a DELETE of a setting that has one", async () => {
        const azure = await new PlayedAzure().withServer();
        const { id } = await azure.create(ASSESSMENT, { ...IN_SERVER, state: "Enabled" });
        await azure.delete(ASSESSMENT, id, { ...IN_SERVER, state: "Enabled" });
        expect(azure.cloud.get(id)?.outputs.state).toBe("Disabled");
    });

    it("leaves transparent data encryption as it is", async () => {
        const azure = await new PlayedAzure().withServer();
        const inputs = { ...IN_SERVER, databaseName: "db", tdeName: "current", state: "Disabled" };
        const id = `${SERVER_ID}/databases/db/transparentDataEncryption/current`;
        azure.cloud.write({ id, type: "t", apiVersion: "a", body: {}, outputs: { state: "Disabled" }, declared: true });
        await azure.delete("azure-native:sql:TransparentDataEncryption", id, inputs);
        expect(azure.cloud.get(id)?.outputs.state).toBe("Disabled");
    });
});

describe("a function of azure-native", () => {
    const invoke = (azure: PlayedAzure, token: string, args = {}) =>
        azure.provider.invoke("session", `azure-native:${token}`, args);

    it("says who is configured", async () => {
        expect(await invoke(new PlayedAzure(), "authorization:getClientConfig")).toMatchObject({
            subscriptionId: "9b3e0c52-6f1a-4d0e-8a57-2d41c8f0b6e3",
        });
    });

    it("gets a resource, or says that it was not found", async () => {
        const azure = await new PlayedAzure().withServer();
        expect(await invoke(azure, "sql:getServer", IN_SERVER)).toMatchObject({ id: SERVER_ID, name: "sql-proef" });
        await expect(invoke(azure, "sql:getServer", { ...IN_SERVER, serverName: "other" })).rejects.toThrow(
            /Code="ResourceNotFound"/,
        );
    });

    it("is refused by name when the sandbox does not know it", async () => {
        await expect(invoke(new PlayedAzure(), "storage:listStorageAccountKeys")).rejects.toThrow(
            "the sandbox cannot answer 'azure-native:storage:listStorageAccountKeys'",
        );
    });
});
