import { ALWAYS, EVERYWHERE_ADVICE } from "../levels";
import type { Rule } from "../rule";
import { kvAuditLogs } from "../rules/kv-audit-logs";
import { kvFirewall } from "../rules/kv-firewall";
import { kvKeyRotation } from "../rules/kv-key-rotation";
import { kvPrivateEndpoint } from "../rules/kv-private-endpoint";
import { kvPurgeProtection } from "../rules/kv-purge-protection";
import { kvRbac } from "../rules/kv-rbac";
import { kvSecretContentType } from "../rules/kv-secret-content-type";
import { kvSecretExpiry } from "../rules/kv-secret-expiry";
import { kvSoftDelete } from "../rules/kv-soft-delete";
import { secretsArePulumiSecrets } from "../rules/secrets-are-pulumi-secrets";

/** Rules for Key Vault and for secrets. */
export const VAULTS: readonly Rule[] = [
    {
        id: "kv-audit-logs",
        title: "Vaults keep an audit log",
        severity: "high",
        levels: ALWAYS,
        measures: [2, 3],
        remedy: "Declare a diagnostic setting on each vault that sends 'AuditEvent', or the group 'audit' or 'allLogs', to a workspace.",
        sources: {
            psrule: ["Azure.KeyVault.Logs"],
            azurePolicy: ["cf820ca0-f99e-4f3e-84fb-66e913812d21"],
            cis: ["2.0:5.1.5", "2.0:5.4", "3.0:6.1.4"],
        },
        check: kvAuditLogs,
    },
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
        id: "kv-key-rotation",
        title: "Keys in vaults rotate",
        severity: "medium",
        levels: ALWAYS,
        measures: [7, 8],
        remedy: "Give the key a rotationPolicy with an expiryTime and an action of type 'rotate' before it.",
        sources: {
            checkov: ["CKV_AZURE_40"],
            psrule: ["Azure.KeyVault.AutoRotationPolicy"],
            azurePolicy: ["152b15f7-8e1f-4c1f-ab71-8c010ba5dbc0", "d8cf8476-a2ec-4916-896e-992351803c44"],
            cis: ["2.0:8.1", "2.0:8.2", "3.0:3.3.1", "3.0:3.3.2"],
        },
        check: kvKeyRotation,
    },
    {
        id: "kv-private-endpoint",
        title: "Vaults are reached by private endpoint",
        severity: "medium",
        levels: ALWAYS,
        measures: [10],
        remedy: "Declare a private endpoint with group id 'vault' to each vault.",
        sources: {
            checkov: ["CKV2_AZURE_32"],
            azurePolicy: ["a6abeaec-4d90-4a02-805f-6b26c4d3fbe9"],
            cis: ["2.0:8.7"],
        },
        check: kvPrivateEndpoint,
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
        id: "kv-secret-content-type",
        title: "Secrets in vaults say what they are",
        severity: "low",
        levels: EVERYWHERE_ADVICE,
        measures: [7, 8],
        remedy: "Set properties.contentType.",
        sources: { checkov: ["CKV_AZURE_114"], azurePolicy: ["75262d3e-ba4a-4f43-85f8-9f72c090e5e3"] },
        check: kvSecretContentType,
    },
    {
        id: "kv-secret-expiry",
        title: "Secrets in vaults end within a year",
        severity: "medium",
        levels: ALWAYS,
        measures: [7, 8],
        remedy: "Set properties.attributes.expires to a day within a year, in seconds since 1970, and renew the secret before it.",
        sources: {
            checkov: ["CKV_AZURE_41"],
            azurePolicy: ["98728c90-32c7-4049-8429-847dc0f4fe37"],
            cis: ["2.0:8.3", "2.0:8.4", "3.0:3.3.3", "3.0:3.3.4"],
        },
        check: kvSecretExpiry,
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
    {
        id: "secrets-are-pulumi-secrets",
        title: "Passwords and keys are secrets to Pulumi too",
        severity: "critical",
        levels: ALWAYS,
        measures: [7, 8],
        remedy: "Take the value from a RandomPassword of 24 characters or more, or from a secret of the configuration, by pulumi.secret or config.requireSecret.",
        sources: { checkov: ["CKV_AZURE_131"], psrule: ["Azure.Deployment.SecretLeak"] },
        check: secretsArePulumiSecrets,
    },
];
