import type * as storage from "@pulumi/azure-native/storage";

type ClosedSettings = Omit<
    storage.StorageAccountArgs,
    "accountName" | "resourceGroupName" | "location" | "sku" | "tags"
>;

/**
 * What closes a storage account: no keys, no public addresses, no public containers, no old TLS. All of it is stated, since
 * several of Azure's defaults are open.
 *
 * @param azureBackup true where Azure Backup copies the account's blobs to a vault
 */
export const closedSettings = (azureBackup: boolean): ClosedSettings => ({
    kind: "StorageV2",
    // Azure Backup refuses accounts with a hierarchical namespace; switching it replaces the account.
    isHnsEnabled: false,
    enableHttpsTrafficOnly: true,
    // The enum has TLS1_3, the service does not; unset means TLS 1.0.
    minimumTlsVersion: "TLS1_2",
    // Unset means true. Without keys a SAS can only be a user's own, and lasts a day.
    allowSharedKeyAccess: false,
    defaultToOAuthAuthentication: true,
    sasPolicy: { sasExpirationPeriod: "1.00:00:00", expirationAction: "Block" },
    isLocalUserEnabled: false,
    isSftpEnabled: false,
    allowBlobPublicAccess: false,
    // Azure Backup replicates blobs to an account of its own in another directory; without this it refuses with
    // UserErrorCrossTenantOrsPolicyDisabled (Microsoft, "Troubleshoot Azure Blob backup"). Closed everywhere else.
    allowCrossTenantReplication: azureBackup,
    // Copies into this account come from our own directory only.
    allowedCopyScope: "AAD",
    publicNetworkAccess: "Disabled",
    networkRuleSet: {
        defaultAction: "Deny",
        // Azure Backup has no address in our network: it comes as a trusted service, or not at all.
        bypass: azureBackup ? "AzureServices" : "None",
        ipRules: [],
        virtualNetworkRules: [],
    },
    encryption: {
        keySource: "Microsoft.Storage",
        // The second layer can be asked for at creation only.
        requireInfrastructureEncryption: true,
        services: { blob: { enabled: true, keyType: "Account" }, file: { enabled: true, keyType: "Account" } },
    },
});
