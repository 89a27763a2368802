/** Azure's built-in roles that components grant. Source: Microsoft, "Azure built-in roles". */
export const ROLES = {
    keyVaultCryptoServiceEncryptionUser: "e147488a-f6f5-4113-8e2d-b22465e65bf6",
    keyVaultSecretsUser: "4633458b-17de-408a-b874-0445c86b69e6",
    monitoringMetricsPublisher: "3913510d-42f4-4e42-8a64-420c390055eb",
    storageAccountBackupContributor: "e5e2a7ff-d759-4cd2-bb51-3152d37e2eb1",
    storageBlobDataContributor: "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
    storageBlobDataReader: "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
} as const;

export type Role = keyof typeof ROLES;
