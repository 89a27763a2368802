import { DatabaseKey, type DatabaseKeyArgs, serverKeyName } from "../../../infra/vault/database-key";
import { deployed, planned } from "../../planned";
import { place } from "../examples";

const URI = "https://kv-figlo.vault.azure.net/keys/tde/0123456789abcdef0123456789abcdef";

const key = (changes: Partial<DatabaseKeyArgs> = {}) =>
    new DatabaseKey("tde", {
        place: place(),
        resourceGroupId: "/subscriptions/one/resourceGroups/rg-primary",
        vaultId: "vault",
        vaultName: "kv-figlo",
        grantKey: "proef/sql/database-key",
        ...changes,
    });

const made = (changes: Partial<DatabaseKeyArgs> = {}) => deployed(() => key(changes), { keyUriWithVersion: URI });

describe("DatabaseKey", () => {
    it("is an RSA key of 3072 bits that can only wrap and unwrap, and never leaves the vault", async () => {
        const plan = await made();
        expect(plan.one("keyvault:Key").inputs).toMatchObject({
            vaultName: "kv-figlo",
            keyName: "key-figlo-advisor-proef-sql-encryption-weu",
            properties: {
                kty: "RSA",
                keySize: 3072,
                keyOps: ["wrapKey", "unwrapKey"],
                attributes: { enabled: true, exportable: false },
            },
        });
    });

    it("is rotated by age, since the first version has no expiry to count from, and warns when that did not happen", async () => {
        const plan = await made();
        expect(plan.one("keyvault:Key").inputs.properties).toMatchObject({
            rotationPolicy: {
                attributes: { expiryTime: "P1Y" },
                lifetimeActions: [
                    { action: { type: "rotate" }, trigger: { timeAfterCreate: "P10M" } },
                    { action: { type: "notify" }, trigger: { timeBeforeExpiry: "P30D" } },
                ],
            },
        });
    });

    it("grants its identity the use of this one key, not of the vault", async () => {
        const plan = await made();
        expect(plan.one("authorization:RoleAssignment").inputs).toMatchObject({
            principalId: "principal-of-tde-identity",
            principalType: "ServicePrincipal",
            scope: "vault/keys/name-of-tde-key",
            roleDefinitionId: expect.stringMatching(/\/roleDefinitions\/e147488a-f6f5-4113-8e2d-b22465e65bf6$/),
        });
        expect(plan.ofType("authorization:RoleAssignment")).toHaveLength(1);
    });

    it("makes a user-assigned identity that servers of both regions can share", async () => {
        const plan = await made();
        expect(plan.one("managedidentity:UserAssignedIdentity").inputs).toMatchObject({
            resourceName: "id-figlo-advisor-proef-sql-encryption-weu",
            location: "westeurope",
        });
    });

    it("gives servers its identity, its address and its name", async () => {
        const outputs: Record<string, string> = {};
        await deployed(
            () => {
                const { identityId, keyUriWithVersion, serverKeyName: name } = key();
                outputs.identityId = identityId;
                keyUriWithVersion.apply((value) => (outputs.uri = value));
                name.apply((value) => (outputs.name = value));
            },
            { keyUriWithVersion: URI },
        );
        expect(outputs).toEqual({
            identityId:
                "/subscriptions/one/resourceGroups/rg-primary/providers/Microsoft.ManagedIdentity/userAssignedIdentities/" +
                "id-figlo-advisor-proef-sql-encryption-weu",
            uri: URI,
            name: "kv-figlo_tde_0123456789abcdef0123456789abcdef",
        });
    });

    it("previews before the key exists, when its version is unknown", async () => {
        const plan = await planned(() => key());
        expect(plan.one("keyvault:Key").protect).toBe(true);
    });

    it("can be removed where its place is not protected", async () => {
        const plan = await made({ place: place({ protect: false }) });
        expect(plan.one("keyvault:Key").protect).toBe(false);
    });

    it("refuses a region outside the European Union", async () => {
        await expect(planned(() => key({ place: place({ region: "eastus" }) }))).rejects.toThrow(
            "'eastus' is not a region of the European Union",
        );
    });
});

describe("serverKeyName", () => {
    it("is vault, key and version", () => {
        expect(serverKeyName(URI)).toBe("kv-figlo_tde_0123456789abcdef0123456789abcdef");
    });

    it.each(["https://kv-figlo.vault.azure.net/keys/tde", "https://kv-figlo.vault.azure.net/secrets/tde/01"])(
        "refuses %s, which is no version of a key",
        (uri) => {
            expect(() => serverKeyName(uri)).toThrow("is not the address of a version of a key in a vault");
        },
    );
});
