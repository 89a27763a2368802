import { UNKNOWN } from "../../../arm/wire-form";
import { PlayedAzure, SERVER, SUBSCRIPTION } from "./played-azure";

const SQL_SERVER = "azure-native:sql:Server";
const azure = new PlayedAzure();

const reasons = async (type: string, news: Record<string, unknown>) =>
    (await azure.check(type, news)).failures.map(({ reason }) => reason);

describe("what azure-native checks before anything else", () => {
    it("adds the API version to the inputs, as version 3 does", async () => {
        const { inputs, failures } = await azure.check(SQL_SERVER, SERVER);
        expect(inputs).toEqual({ ...SERVER, azureApiVersion: "2023-08-01" });
        expect(failures).toEqual([]);
    });

    it("names a resource after its logical name and eight digits, and may then make the new one first", async () => {
        const { inputs } = await azure.check(SQL_SERVER, { resourceGroupName: "rg" }, undefined, "sql");
        expect(inputs.serverName).toMatch(/^sql[0-9a-f]{8}$/);
        expect(inputs.__createBeforeDelete).toBe(true);
    });

    it("gives the same name in the preview and in the deployment that follows it", async () => {
        const first = await azure.check(SQL_SERVER, { resourceGroupName: "rg" });
        expect(await azure.check(SQL_SERVER, { resourceGroupName: "rg" })).toEqual(first);
    });

    it("keeps the name of the last deployment", async () => {
        const olds = { resourceGroupName: "rg", serverName: "sql1234abcd", __createBeforeDelete: true };
        const { inputs } = await azure.check(SQL_SERVER, { resourceGroupName: "rg" }, olds);
        expect(inputs).toMatchObject({ serverName: "sql1234abcd", __createBeforeDelete: true });
    });

    it("gives what stands inside another resource its logical name as it is", async () => {
        const { inputs } = await azure.check("azure-native:sql:ElasticPool", {
            resourceGroupName: "rg",
            serverName: "sql",
        });
        expect(inputs.elasticPoolName).toBe("it");
        expect(inputs).not.toHaveProperty("__createBeforeDelete");
    });

    it("names role assignments by a GUID", async () => {
        const { inputs } = await azure.check("azure-native:authorization:RoleAssignment", {
            principalId: "a",
            roleDefinitionId: "b",
            scope: "/subscriptions/0",
        });
        expect(inputs.roleAssignmentName).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    });

    it("fills in the configured location, before that the one of the last deployment", async () => {
        const { location, ...news } = SERVER;
        expect((await azure.check(SQL_SERVER, news)).inputs.location).toBe("westeurope");
        expect((await azure.check(SQL_SERVER, news, { location: "northeurope" })).inputs.location).toBe("northeurope");
        expect(location).toBe("westeurope");
    });

    it("gives no location to a deployment in a resource group, which takes none", async () => {
        const { inputs } = await azure.check("azure-native:resources:Deployment", {
            resourceGroupName: "rg",
            properties: {},
        });
        expect(inputs).not.toHaveProperty("location");
    });

    it("tells every input that is missing", async () => {
        expect(await reasons("azure-native:sql:FailoverGroup", { serverName: "sql" })).toEqual([
            "missing required property 'resourceGroupName'",
            "missing required property 'partnerServers'",
            "missing required property 'readWriteEndpoint'",
        ]);
    });

    it("tells what is too short, too long or of other characters", async () => {
        const properties = { tenantId: "t", sku: { family: "A", name: "standard" } };
        const vault = { resourceGroupName: "r".repeat(91), vaultName: "kv_proef", properties };
        expect(await reasons("azure-native:keyvault:Vault", vault)).toEqual([
            "'resourceGroupName' is too long (91): at most 90 characters allowed",
            "'vaultName' does not match expression '^[a-zA-Z0-9-]{3,24}$'",
        ]);
        const account = {
            resourceGroupName: "rg",
            accountName: "st",
            kind: "StorageV2",
            sku: { name: "Standard_LRS" },
        };
        expect(await reasons("azure-native:storage:StorageAccount", account)).toEqual([
            "'accountName' is too short (2): at least 3 characters required",
        ]);
    });

    it("takes the resource group's location where neither the program nor the configuration has one", async () => {
        const { location: _, ...news } = SERVER;
        const unconfigured = new PlayedAzure();
        unconfigured.provider.configure("session", { subscriptionId: SUBSCRIPTION });
        expect((await unconfigured.check(SQL_SERVER, news)).inputs).not.toHaveProperty("location");
        await unconfigured.create("azure-native:resources:ResourceGroup", {
            resourceGroupName: "rg-proef",
            location: "northeurope",
        });
        expect((await unconfigured.check(SQL_SERVER, news)).inputs.location).toBe("northeurope");
        const unknown = await unconfigured.check(SQL_SERVER, { ...news, resourceGroupName: UNKNOWN });
        expect(unknown.inputs).not.toHaveProperty("location");
    });

    it("goes on without a location where Azure does not tell it", async () => {
        const { location: _, ...news } = SERVER;
        const failing = new PlayedAzure("404 method=GET");
        failing.provider.configure("session", { subscriptionId: SUBSCRIPTION });
        expect((await failing.check(SQL_SERVER, news)).inputs).not.toHaveProperty("location");
    });

    it("tells what is missing inside an input", async () => {
        const vault = { resourceGroupName: "rg", vaultName: "kv-proef", properties: { sku: { name: "standard" } } };
        expect(await reasons("azure-native:keyvault:Vault", vault)).toEqual([
            "missing required property 'properties.tenantId'",
            "missing required property 'properties.sku.family'",
        ]);
    });

    it("says nothing of what is not known yet", async () => {
        const vault = { resourceGroupName: UNKNOWN, vaultName: UNKNOWN, properties: UNKNOWN };
        expect(await reasons("azure-native:keyvault:Vault", vault)).toEqual([]);
    });

    it("does not compare values with lists of allowed ones: that is Azure's business", async () => {
        expect(await reasons(SQL_SERVER, { ...SERVER, minimalTlsVersion: "9.9" })).toEqual([]);
    });

    it("refuses a type that the sandbox does not play, by name", async () => {
        expect(await reasons("azure-native:cdn:Profile", { resourceGroupName: "rg" })).toEqual([
            "the sandbox does not know 'azure-native:cdn:Profile': it plays only the resource types of arm/services (docs/stand-in.md)",
        ]);
    });
});
