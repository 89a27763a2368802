import * as keyvault from "@pulumi/azure-native/keyvault";
import { KeyVault, type KeyVaultArgs } from "../../../infra/vault/key-vault";
import { deployed, planned } from "../../planned";
import { place, privateAccess } from "../examples";

const args = (changes: Partial<KeyVaultArgs> = {}): KeyVaultArgs => ({
    place: place(),
    tenantId: "11111111-1111-1111-1111-111111111111",
    access: privateAccess(),
    workspaceId: "workspace",
    ...changes,
});

const vault = (changes: Partial<KeyVaultArgs> = {}) => new KeyVault("keys", args(changes));

describe("KeyVault", () => {
    it("is closed to the public and keeps the way for trusted services, which SQL's own key needs", async () => {
        const plan = await deployed(() => vault());
        expect(plan.one("keyvault:Vault").inputs.properties).toMatchObject({
            publicNetworkAccess: "Disabled",
            networkAcls: { defaultAction: "Deny", bypass: "AzureServices" },
        });
    });

    it("cannot be purged, and grants rights by role assignment only", async () => {
        const plan = await deployed(() => vault());
        expect(plan.one("keyvault:Vault").inputs.properties).toMatchObject({
            enablePurgeProtection: true,
            enableSoftDelete: true,
            softDeleteRetentionInDays: 90,
            enableRbacAuthorization: true,
        });
    });

    it("is reached through a private endpoint in its own region's network and zone", async () => {
        const plan = await deployed(() => vault());
        expect(plan.one("network:PrivateEndpoint").inputs).toMatchObject({
            subnet: { id: "subnet-of-westeurope", privateEndpointNetworkPolicies: "Enabled" },
            privateLinkServiceConnections: [{ privateLinkServiceId: "id-of-keys-vault", groupIds: ["vault"] }],
        });
        expect(plan.one("network:PrivateDnsZoneGroup").inputs.privateDnsZoneConfigs).toEqual([
            { name: "vault", privateDnsZoneId: "vault-zone-of-westeurope" },
        ]);
    });

    it("takes what lies in it before its endpoint: two changes of a vault at a time conflict", async () => {
        const plan = await planned(() =>
            vault({
                contents: ({ name: vaultName }) =>
                    new keyvault.Key("key", { vaultName, resourceGroupName: "rg-primary", properties: { kty: "RSA" } }),
            }),
        );
        const key = plan.one("keyvault:Key");
        expect(key.dependencies).toContain(plan.one("keyvault:Vault").urn);
        expect(plan.one("network:PrivateEndpoint").dependencies).toContain(key.urn);
    });

    it("refuses a directory id that is no GUID", async () => {
        await expect(planned(() => vault({ tenantId: "not-a-guid" }))).rejects.toThrow(
            "tenantId 'not-a-guid' is no GUID",
        );
    });

    it("sends its audit log to the workspace", async () => {
        const plan = await deployed(() => vault());
        expect(plan.one("monitor:DiagnosticSetting").inputs).toMatchObject({
            resourceUri: "id-of-keys-vault",
            workspaceId: "workspace",
            logs: [{ categoryGroup: "allLogs", enabled: true }],
        });
    });

    it("is protected where its place is, and leaves its lock to its owner: keys and rights come later, the lock after them", async () => {
        const plan = await planned(() => vault());
        expect(plan.one("keyvault:Vault").protect).toBe(true);
        expect(plan.ofType("authorization:ManagementLockByScope")).toEqual([]);
    });

    it("can be removed where its place is not protected", async () => {
        const plan = await planned(() => vault({ place: place({ protect: false }) }));
        expect(plan.one("keyvault:Vault").protect).toBe(false);
    });

    it("refuses a region outside the European Union", async () => {
        await expect(planned(() => vault({ place: place({ region: "eastus" }) }))).rejects.toThrow(
            "'eastus' is not a region of the European Union",
        );
    });
});
