import { armResource, UnresolvedResource } from "../../arm/arm-resource";
import { UnknownResourceType } from "../../arm/resource-types";
import { example, idOf } from "./examples";

const bodyOf = (type: string, changes: Readonly<Record<string, unknown>> = {}) =>
    armResource(example(type, changes)).body;

describe("armResource", () => {
    it("puts flattened inputs back under properties, and leaves out what stands in the path", () => {
        expect(armResource(example("sql:FirewallRule", { name: "ignored" }))).toEqual({
            type: "Microsoft.Sql/servers/firewallRules",
            apiVersion: "2023-08-01",
            segments: ["sql-figlo-proef", "office"],
            name: "sql-figlo-proef/office",
            scope: "resourceGroup",
            resourceGroup: "rg-figlo-advisor-proef-weu",
            body: { properties: { startIpAddress: "192.0.2.10", endIpAddress: "192.0.2.20" } },
        });
    });

    it("keeps location, tags, SKU and zones beside the properties", () => {
        const body = bodyOf("network:PublicIPAddress");
        expect(Object.keys(body)).toEqual(["location", "sku", "tags", "zones", "properties"]);
        expect(body.properties).toEqual({ publicIPAllocationMethod: "Static" });
    });

    it("keeps the workspace's SKU among its properties, where that type has it", () => {
        expect(bodyOf("operationalinsights:Workspace").properties).toMatchObject({ sku: { name: "PerGB2018" } });
    });

    it("uses ARM's names for a storage account, at every depth", () => {
        expect(bodyOf("storage:StorageAccount").properties).toMatchObject({
            supportsHttpsTrafficOnly: true,
            networkAcls: { defaultAction: "Deny", ipRules: [{ action: "Allow", value: "192.0.2.1" }] },
            encryption: { keyvaultproperties: { keyname: "documents" } },
        });
        expect(bodyOf("storage:StorageAccount").properties).not.toHaveProperty("enableHttpsTrafficOnly");
        expect(bodyOf("storage:StorageAccount").properties).not.toHaveProperty("networkRuleSet");
    });

    it("renames an expiry of a key, and never a tag", () => {
        const { properties, tags } = bodyOf("keyvault:Key");
        expect(properties).toMatchObject({ attributes: { enabled: true, exp: 1_890_000_000 } });
        expect(tags).toMatchObject({ expires: "never" });
    });

    it("gives security rules, connections, zone configurations and endpoints their properties back", () => {
        const properties = (type: string) => bodyOf(type).properties as Record<string, unknown>;
        expect(properties("network:NetworkSecurityGroup").securityRules).toEqual([
            { name: "deny-all", properties: expect.objectContaining({ access: "Deny", priority: 4096 }) },
        ]);
        expect(properties("network:PrivateEndpoint").privateLinkServiceConnections).toEqual([
            { name: "vault", properties: { groupIds: ["vault"], privateLinkServiceId: idOf("keyvault:Vault") } },
        ]);
        expect(properties("network:PrivateDnsZoneGroup").privateDnsZoneConfigs).toEqual([
            { name: "vault", properties: { privateDnsZoneId: idOf("privatedns:PrivateZone") } },
        ]);
        expect(properties("trafficmanager:Profile").endpoints).toEqual([
            {
                name: "primary",
                type: "Microsoft.Network/trafficManagerProfiles/azureEndpoints",
                properties: { endpointStatus: "Enabled", priority: 1, targetResourceId: idOf("web:WebApp") },
            },
        ]);
    });

    it("does the same inside a subnet of a network, and leaves a bare reference alone", () => {
        expect(bodyOf("network:VirtualNetwork").properties).toMatchObject({
            subnets: [
                {
                    name: "links",
                    properties: {
                        addressPrefix: "10.0.1.0/24",
                        delegations: [{ name: "web", properties: { serviceName: "Microsoft.Web/serverFarms" } }],
                    },
                },
            ],
        });
        expect((bodyOf("network:Subnet").properties as Record<string, unknown>).networkSecurityGroup).toEqual({
            id: idOf("network:NetworkSecurityGroup"),
        });
    });

    it("turns the list of assigned identities into ARM's map", () => {
        const id = idOf("managedidentity:UserAssignedIdentity");
        expect(bodyOf("sql:Server").identity).toEqual({ type: "UserAssigned", userAssignedIdentities: { [id]: {} } });
    });

    it("takes properties as they are where azure-native has them as an input", () => {
        expect(bodyOf("keyvault:Vault").properties).toMatchObject({ sku: { family: "A", name: "standard" } });
    });

    it("has no properties where Azure knows none, and empty ones where Azure wants the container", () => {
        expect(bodyOf("managedidentity:UserAssignedIdentity")).not.toHaveProperty("properties");
        expect(bodyOf("resources:ResourceGroup")).not.toHaveProperty("properties");
        expect(bodyOf("privatedns:PrivateZone").properties).toEqual({});
    });

    it.each([
        ["sql:ExtendedServerBlobAuditingPolicy", "sql-figlo-proef/default"],
        ["sql:ServerSecurityAlertPolicy", "sql-figlo-proef/Default"],
        ["sql:EncryptionProtector", "sql-figlo-proef/current"],
        ["sql:TransparentDataEncryption", "sql-figlo-proef/tenant-0001/current"],
        ["storage:BlobContainer", "stfigloproef/default/tenant-0001"],
        ["web:WebAppAuthSettingsV2WithoutSecrets", "app-figlo-proef/authsettingsV2"],
        ["web:WebAppScmAllowed", "app-figlo-proef/scm"],
    ])("knows the name that Azure fixes: %s", (type, name) => {
        expect(armResource(example(type)).name).toBe(name);
    });

    it("says on what an extension lives, and in which group that is", () => {
        expect(armResource(example("authorization:ManagementLockByScope"))).toMatchObject({
            scope: "extension",
            extends: idOf("keyvault:Vault"),
            resourceGroup: "rg-figlo-advisor-proef-weu",
            name: "do-not-delete",
            body: { properties: { level: "CanNotDelete" } },
        });
    });

    it("masks a secret, and one that is not known either", () => {
        expect(bodyOf("web:WebAppApplicationSettings").properties).toMatchObject({ SESSION_KEY: "********" });
        const marks = { properties: { value: { $secret: true, $unknown: true } } };
        expect(bodyOf("keyvault:Secret", marks).properties).toEqual({ value: "********" });
    });

    it("refuses what is not known yet, with its path", () => {
        const resource = example("sql:Server", { administrators: { sid: { $unknown: true } } });
        expect(() => armResource(resource)).toThrow(UnresolvedResource);
        expect(() => armResource(resource)).toThrow("not known before deployment: administrators.sid");
    });

    it("is called by its logical name where the program gives none, but never guesses a parent's name", () => {
        expect(armResource(example("sql:FirewallRule", { firewallRuleName: undefined })).segments).toEqual([
            "sql-figlo-proef",
            "example",
        ]);
        expect(() => armResource(example("sql:FirewallRule", { serverName: undefined }))).toThrow(
            "azure-native:sql:FirewallRule 'example': the input 'serverName' is not a text",
        );
    });

    it("refuses a type that the table does not have", () => {
        expect(() => armResource({ type: "azure-native:cdn:Profile", inputs: {} })).toThrow(UnknownResourceType);
    });

    it("gives the same bytes whatever the order of the inputs", () => {
        const { inputs, ...rest } = example("sql:Server");
        const reversed = { ...rest, inputs: Object.fromEntries(Object.entries(inputs).reverse()) };
        expect(JSON.stringify(armResource(reversed))).toBe(JSON.stringify(armResource(example("sql:Server"))));
    });
});
