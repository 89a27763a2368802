import { madeUpOutputs } from "../../arm/made-up-outputs";
import { EXAMPLES, example, idOf } from "./examples";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const outputsOf = (type: string, changes: Readonly<Record<string, unknown>> = {}) =>
    madeUpOutputs(example(type, changes), idOf(type));

describe("madeUpOutputs", () => {
    it.each(EXAMPLES.map((one) => [one.type, one] as const))("are the same each time: %s", (_type, one) => {
        expect(madeUpOutputs(one, "/subscriptions/a")).toEqual(madeUpOutputs(one, "/subscriptions/a"));
    });

    it("name a resource as Azure does: by the last part of its name, and by its ARM type", () => {
        expect(outputsOf("sql:Database")).toMatchObject({
            name: "tenant-0001",
            type: "Microsoft.Sql/servers/databases",
        });
    });

    it("know the host of a server and of a site", () => {
        expect(outputsOf("sql:Server")).toMatchObject({
            fullyQualifiedDomainName: "sql-figlo-proef.database.windows.net",
        });
        expect(outputsOf("web:WebApp")).toMatchObject({
            defaultHostName: "app-figlo-proef.azurewebsites.net",
            hostNames: ["app-figlo-proef.azurewebsites.net"],
            customDomainVerificationId: expect.stringMatching(/^[0-9A-F]{64}$/),
        });
        expect(outputsOf("trafficmanager:Profile").dnsConfig).toEqual({
            relativeName: "figlo-proef",
            ttl: 30,
            fqdn: "figlo-proef.trafficmanager.net",
        });
    });

    it("know where a vault, its key and its secret are", () => {
        expect(outputsOf("keyvault:Vault").properties).toMatchObject({
            vaultUri: "https://kv-figlo-proef.vault.azure.net/",
            enablePurgeProtection: true,
        });
        expect(outputsOf("keyvault:Key")).toMatchObject({
            keyUri: "https://kv-figlo-proef.vault.azure.net/keys/database",
            keyUriWithVersion: expect.stringMatching(
                /^https:\/\/kv-figlo-proef\.vault\.azure\.net\/keys\/database\/[0-9a-f]{32}$/,
            ),
        });
        expect(outputsOf("keyvault:Secret").properties).toMatchObject({
            secretUri: "https://kv-figlo-proef.vault.azure.net/secrets/session",
        });
    });

    it("give an identity its ids, and a resource that carries it the same ones", () => {
        const id = idOf("managedidentity:UserAssignedIdentity");
        const { principalId, clientId, tenantId } = outputsOf("managedidentity:UserAssignedIdentity");
        expect([principalId, clientId, tenantId]).toEqual(Array(3).fill(expect.stringMatching(UUID)));
        expect(outputsOf("sql:Server").identity).toEqual({
            type: "UserAssigned",
            userAssignedIdentities: { [id]: { principalId, clientId } },
        });
    });

    it("give a system-assigned identity a principal in the same directory", () => {
        const { tenantId } = outputsOf("managedidentity:UserAssignedIdentity");
        expect(outputsOf("dataprotection:BackupVault").identity).toEqual({
            type: "SystemAssigned",
            principalId: expect.stringMatching(UUID),
            tenantId,
        });
    });

    it("know the endpoints of a storage account, a workspace and Application Insights", () => {
        expect(outputsOf("storage:StorageAccount").primaryEndpoints).toMatchObject({
            blob: "https://stfigloproef.blob.core.windows.net/",
        });
        expect(outputsOf("operationalinsights:Workspace").customerId).toMatch(UUID);
        const { instrumentationKey, connectionString } = outputsOf("applicationinsights:Component");
        expect(connectionString).toContain(`InstrumentationKey=${instrumentationKey};`);
    });

    it("give a certificate a thumbprint, and an address from a documentation range", () => {
        expect(outputsOf("web:Certificate").thumbprint).toMatch(/^[0-9A-F]{40}$/);
        expect(outputsOf("network:PublicIPAddress").ipAddress).toMatch(/^203\.0\.113\.\d+$/);
    });

    it("give subnets that stand in their network an id", () => {
        expect(outputsOf("network:VirtualNetwork").subnets).toEqual([
            expect.objectContaining({ id: `${idOf("network:VirtualNetwork")}/subnets/links`, name: "links" }),
        ]);
    });

    it("make a random text of the length that is asked for, another one for another id", () => {
        const random = (id: string) =>
            madeUpOutputs({ type: "random:index/randomString:RandomString", name: "x", inputs: { length: 5 } }, id);
        expect(random("a").result).toMatch(/^[a-z0-9]{5}$/);
        expect(random("a")).toEqual(random("a"));
        expect(random("a")).not.toEqual(random("b"));
    });
});
