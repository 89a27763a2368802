import { KEY_VAULT_REFUSALS } from "../../../../sandbox/azure/refusals/key-vault";
import { describeRefusals } from "./describe-refusals";
import type { Asked } from "./played-street";

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

describeRefusals("vaults", KEY_VAULT_REFUSALS, {
    "vault-purge-protection-off": {
        refused: vault({ enablePurgeProtection: false }),
        allowed: vault({ enablePurgeProtection: undefined }),
        message: '"enablePurgeProtection" cannot be set to false',
    },
    "vault-soft-delete-off": {
        refused: vault({ enableSoftDelete: false }),
        allowed: vault({ enableSoftDelete: undefined }),
        message: "irreversible action",
    },
    "vault-retention-days": {
        refused: vault({ softDeleteRetentionInDays: 6 }, "another"),
        allowed: vault({ softDeleteRetentionInDays: 7 }, "another"),
        message: "between 7 and 90, got 6",
    },
});
