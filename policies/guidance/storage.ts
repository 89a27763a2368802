import type { Guidance } from "../guidance";

export const STORAGE: Guidance = {
    "documents-daily-backup": {
        why: "Versions and soft delete stay in the account: only a vaulted backup survives the loss of the account itself, and only an immutable one survives an administrator.",
        example: `
new dataprotection.BackupInstance("documents", {
    ...args,
    vaultName: vault.name,
    properties: { ...instance, policyInfo: { policyId: daily.id } },
});
`,
    },
    "st-container-private": {
        why: "A public container shows customers' documents to whoever has the address.",
        example: 'new storage.BlobContainer("documents", { ...args, publicAccess: "None" });',
    },
    "st-export-lifecycle": {
        why: "An export that nobody deletes is a copy of the data outside every other measure.",
        example: `
new storage.ManagementPolicy("exports", {
    ...args,
    managementPolicyName: "default",
    policy: {
        rules: [
            {
                name: "expire",
                type: "Lifecycle",
                enabled: true,
                definition: {
                    actions: {
                        baseBlob: { delete: { daysAfterCreationGreaterThan: 7 } },
                        version: { delete: { daysAfterCreationGreaterThan: 7 } },
                    },
                },
            },
        ],
    },
});
`,
    },
    "st-firewall": {
        why: "An account with a public address can be tried from everywhere; a stolen token is then enough.",
        example: `
new storage.StorageAccount("documents", {
    ...args,
    publicNetworkAccess: "Disabled",
    networkRuleSet: { bypass: "None", defaultAction: "Deny" },
});
`,
    },
    "st-geo-redundant": {
        why: "A region can be lost with every document in it.",
        example:
            'new storage.StorageAccount("documents", { ...args, location: "westeurope", sku: { name: "Standard_RAGZRS" } });',
    },
    "st-https-only": {
        why: "Over HTTP everybody on the way reads along.",
        example: 'new storage.StorageAccount("documents", { ...args, enableHttpsTrafficOnly: true });',
    },
    "st-min-tls-12": {
        why: "TLS below 1.2 can be read by who listens.",
        example: 'new storage.StorageAccount("documents", { ...args, minimumTlsVersion: "TLS1_2" });',
    },
    "st-no-cross-tenant-replication": {
        why: "Who may replicate to another directory can carry every document away without a trace here.",
        example: 'new storage.StorageAccount("documents", { ...args, allowCrossTenantReplication: false });',
    },
    "st-no-public-blob": {
        why: "Where it is allowed, one container made public by mistake is public.",
        example: 'new storage.StorageAccount("documents", { ...args, allowBlobPublicAccess: false });',
    },
    "st-no-shared-key": {
        why: "A key of an account opens everything in it, for whoever holds it, without a name in the log.",
        example: 'new storage.StorageAccount("documents", { ...args, allowSharedKeyAccess: false });',
    },
    "st-sas-policy": {
        why: "A link without an end is a key that cannot be taken back.",
        example: `
new storage.StorageAccount("documents", {
    ...args,
    sasPolicy: { sasExpirationPeriod: "7.00:00:00", expirationAction: "Block" },
});
`,
    },
    "st-soft-delete": {
        why: "A deleted document should be a call to the helpdesk, not a disaster.",
        example: `
new storage.BlobServiceProperties("recovery", {
    ...args,
    blobServicesName: "default",
    isVersioningEnabled: true,
    deleteRetentionPolicy: { enabled: true, days: 30 },
    containerDeleteRetentionPolicy: { enabled: true, days: 30 },
});
`,
    },
};
