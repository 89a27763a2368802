import { deletedName } from "../deleted-names";
import type { Refusal } from "../refusal";
import { badRequest, conflict } from "./answers";
import { numberAt, valueAt } from "./body";
import { lastOf } from "./ids";
import { SDK } from "./sources";

const types = ["Microsoft.KeyVault/vaults"];
const methods = ["PUT"] as const;

export const KEY_VAULT_REFUSALS: readonly Refusal[] = [
    {
        id: "vault-purge-protection-off",
        title: "Purge protection is true or left out, never false: it cannot be undone.",
        source: `Azure/azure-cli#29115; ${SDK}`,
        types,
        methods,
        judge: ({ arm }) =>
            valueAt(arm.body, "properties.enablePurgeProtection") === false
                ? badRequest(
                      "BadRequest",
                      'The property "enablePurgeProtection" cannot be set to false. Enabling the purge protection for a vault is an irreversible action.',
                  )
                : undefined,
    },
    {
        id: "vault-soft-delete-off",
        title: "Soft delete cannot be switched off, nor left off in a new vault.",
        source: `Microsoft, "Azure Key Vault soft-delete overview" (since February 2025); ${SDK}; code and message [U]`,
        types,
        methods,
        judge: ({ arm }) =>
            valueAt(arm.body, "properties.enableSoftDelete") === false
                ? badRequest(
                      "BadRequest",
                      'The property "enableSoftDelete" cannot be set to false. Enabling the soft delete functionality is an irreversible action.',
                  )
                : undefined,
    },
    {
        id: "vault-retention-days",
        title: "A vault keeps what is deleted for 7 to 90 days.",
        source: `${SDK}; code and message [U]`,
        types,
        methods,
        judge: ({ arm }) => {
            const days = numberAt(arm.body, "properties.softDeleteRetentionInDays");
            return days === undefined || (days >= 7 && days <= 90)
                ? undefined
                : badRequest(
                      "BadRequest",
                      `The property "softDeleteRetentionInDays" must be between 7 and 90, got ${days}.`,
                  );
        },
    },
    {
        id: "vault-object-of-deleted",
        title: "A deleted key or secret keeps its name until it is purged, which azure-native does not do; ARM has no way to recover it.",
        source: "pulumi/pulumi-azure-native#1174; external-secrets/external-secrets#3519; MicrosoftDocs/azure-docs#77545; that ARM passes the vault's words on [U]",
        types: ["Microsoft.KeyVault/vaults/keys", "Microsoft.KeyVault/vaults/secrets"],
        methods,
        judge: ({ id, arm, existing }, cloud) => {
            const kind = arm.type.endsWith("keys") ? "key" : "secret";
            return existing === undefined && cloud.deletedVaults.has(deletedName(id).toLowerCase())
                ? conflict(
                      "ConflictError",
                      `${kind === "key" ? "Key" : "Secret"} ${lastOf(id)} is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the ${kind} can only be recovered or purged.`,
                  )
                : undefined;
        },
    },
];
