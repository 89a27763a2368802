import { KEY_VAULT_REFUSALS } from "../../../../sandbox/azure/refusals/key-vault";
import { describeRefusals } from "./describe-refusals";
import { type Asked, PlayedStreet } from "./played-street";

const vault = (properties: object, vaultName?: string): Asked => ({
    method: "PUT",
    type: "keyvault:Vault",
    name: "primary-vault-vault",
    change: (inputs) => ({
        ...inputs,
        ...(vaultName && { vaultName }),
        properties: { ...(inputs.properties as object), ...properties },
    }),
});

const key = (method: Asked["method"], keyName = "of-before"): Asked => ({
    method,
    type: "keyvault:Key",
    change: { keyName },
});

describeRefusals("vaults", KEY_VAULT_REFUSALS, {
    "vault-purge-protection-off": {
        refused: vault({ enablePurgeProtection: false }),
        allowed: vault({ enablePurgeProtection: undefined }),
        message: '"enablePurgeProtection" cannot be set to false',
    },
    "vault-soft-delete-off": {
        refused: vault({ enableSoftDelete: false }, "another"),
        allowed: vault({ enableSoftDelete: undefined }, "another"),
        message: "irreversible action",
    },
    "vault-retention-days": {
        refused: vault({ softDeleteRetentionInDays: 6 }, "another"),
        allowed: vault({ softDeleteRetentionInDays: 7 }, "another"),
        message: "between 7 and 90, got 6",
    },
    "vault-object-of-deleted": {
        given: [key("PUT"), key("DELETE")],
        refused: key("PUT"),
        allowed: key("PUT", "another"),
        message: "Key of-before is currently in a deleted but recoverable state",
    },
});

describe("a vault that exists", () => {
    it("does not give up its soft delete either", async () => {
        const street = await PlayedStreet.of("test");
        expect(street.refusalOf(vault({ enableSoftDelete: false }))?.id).toBe("vault-soft-delete-off");
    });
});
