import type { Guidance } from "../guidance";

export const VAULT: Guidance = {
    "kv-audit-logs": {
        why: "Without the log of a vault nobody can say who read which secret.",
        example: `
new monitor.DiagnosticSetting("vault-logs", {
    resourceUri: vault.id,
    workspaceId: workspace.id,
    logs: [{ category: "AuditEvent", enabled: true }],
});
`,
    },
    "kv-firewall": {
        why: "A vault with a public address can be tried from everywhere; a stolen token is then enough.",
        example: `
new keyvault.Vault("vault", {
    ...args,
    properties: { ...properties, publicNetworkAccess: "Disabled", networkAcls: { bypass: "AzureServices", defaultAction: "Deny" } },
});
`,
    },
    "kv-key-rotation": {
        why: "A key that is never replaced is worth stealing for ever, and a rotation by hand is forgotten.",
        example: `
new keyvault.Key("database-key", {
    ...args,
    properties: {
        kty: "RSA",
        rotationPolicy: {
            attributes: { expiryTime: "P2Y" },
            lifetimeActions: [{ action: { type: "rotate" }, trigger: { timeAfterCreate: "P1Y" } }],
        },
    },
});
`,
    },
    "kv-private-endpoint": {
        why: "A closed vault is reached by nobody unless it has an address in the network that needs it.",
        example: `
new network.PrivateEndpoint("vault-link", {
    ...args,
    privateLinkServiceConnections: [{ name: "vault", privateLinkServiceId: vault.id, groupIds: ["vault"] }],
});
`,
    },
    "kv-purge-protection": {
        why: "Who can purge a vault can destroy the key of every database in one minute.",
        example:
            'new keyvault.Vault("vault", { ...args, properties: { ...properties, enablePurgeProtection: true } });',
    },
    "kv-rbac": {
        why: "Access policies stand beside the access protocol, and whoever manages the vault can give them to himself.",
        example:
            'new keyvault.Vault("vault", { ...args, properties: { ...properties, enableRbacAuthorization: true } });',
    },
    "kv-secret-content-type": {
        why: "Who rotates a secret must know what it is without opening it.",
        example:
            'new keyvault.Secret("client-secret", { ...args, properties: { value: secret, contentType: "client secret of the front-end" } });',
    },
    "kv-secret-expiry": {
        why: "A secret without an end is never rotated, and stays good for whoever copied it.",
        example: `
new keyvault.Secret("client-secret", {
    ...args,
    properties: { value: secret, attributes: { expires: Date.parse("2027-10-01") / 1000 } }, // within a year
});
`,
    },
    "kv-soft-delete": {
        why: "A deleted vault takes the keys of all databases with it.",
        example: `
new keyvault.Vault("vault", {
    ...args,
    properties: { ...properties, enableSoftDelete: true, softDeleteRetentionInDays: 90 },
});
`,
    },
    "secrets-are-pulumi-secrets": {
        why: "What is not marked as a secret stands in plain text in the state, in previews and in logs.",
        example:
            'new keyvault.Secret("client-secret", { ...args, properties: { value: config.requireSecret("clientSecret") } });',
    },
};
