import type { Refusal } from "../refusal";
import { badRequest } from "./answers";
import { numberAt, valueAt } from "./body";
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
        title: "Soft delete cannot be switched off.",
        source: `${SDK}; code and message [U]`,
        types,
        methods,
        judge: ({ arm, existing }) =>
            existing !== undefined && valueAt(arm.body, "properties.enableSoftDelete") === false
                ? badRequest(
                      "BadRequest",
                      'The property "enableSoftDelete" can be set to false only for creating new vault. Enabling the soft delete functionality is an irreversible action.',
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
];
