import { ALWAYS } from "../levels";
import type { Rule } from "../rule";
import { kvFirewall } from "../rules/kv-firewall";
import { kvPurgeProtection } from "../rules/kv-purge-protection";
import { kvRbac } from "../rules/kv-rbac";
import { kvSoftDelete } from "../rules/kv-soft-delete";

/** Rules for Key Vault. */
export const VAULTS: readonly Rule[] = [
    {
        id: "kv-firewall",
        title: "Vaults have no public address",
        severity: "high",
        levels: ALWAYS,
        measures: [10],
        remedy: "Set publicNetworkAccess to 'Disabled' and networkAcls.defaultAction to 'Deny'.",
        sources: {
            checkov: ["CKV_AZURE_109", "CKV_AZURE_189"],
            psrule: ["Azure.KeyVault.Firewall"],
            azurePolicy: ["55615ac9-af46-4a59-874e-391cc3dfb490", "405c5871-3e91-4644-8a63-58e19d68ff5b"],
        },
        check: kvFirewall,
    },
    {
        id: "kv-purge-protection",
        title: "Vaults cannot be purged",
        severity: "high",
        levels: ALWAYS,
        measures: [7, 8, 12],
        remedy: "Set properties.enablePurgeProtection to true; Azure never takes it back.",
        sources: {
            checkov: ["CKV_AZURE_110", "CKV_AZURE_42"],
            psrule: ["Azure.KeyVault.PurgeProtect"],
            azurePolicy: ["0b60c0b2-2dc2-4e1c-b5c9-abbed971de53"],
            cis: ["2.0:8.5", "3.0:3.3.5"],
        },
        check: kvPurgeProtection,
    },
    {
        id: "kv-rbac",
        title: "Rights on vaults come from role assignments",
        severity: "high",
        levels: ALWAYS,
        measures: [2],
        remedy: "Set properties.enableRbacAuthorization to true and leave access policies out.",
        sources: {
            psrule: ["Azure.KeyVault.RBAC", "Azure.KeyVault.AccessPolicy"],
            azurePolicy: ["12d4fa5e-1f9f-4c21-97a9-b99b3c6611b5"],
            cis: ["2.0:8.6", "3.0:3.3.6"],
        },
        check: kvRbac,
    },
    {
        id: "kv-soft-delete",
        title: "Deleted vaults can be brought back",
        severity: "high",
        levels: ALWAYS,
        measures: [7, 8, 12],
        remedy: "Set properties.enableSoftDelete to true and softDeleteRetentionInDays to 90.",
        sources: {
            checkov: ["CKV_AZURE_111", "CKV_AZURE_42"],
            psrule: ["Azure.KeyVault.SoftDelete"],
            azurePolicy: ["1e66c121-a66a-4b1f-9b83-0fd99bf0fc2d"],
            cis: ["2.0:8.5", "3.0:3.3.5"],
        },
        check: kvSoftDelete,
    },
];
