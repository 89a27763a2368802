/** Azure's built-in roles that components grant. Source: Microsoft, "Azure built-in roles". */
export const ROLES = {
    keyVaultCertificatesOfficer: "a4417e6f-fecd-4de8-b567-7b0420556985",
    keyVaultCryptoServiceEncryptionUser: "e147488a-f6f5-4113-8e2d-b22465e65bf6",
    keyVaultCryptoUser: "12338af0-0e69-4776-bea7-57ae8d297424",
    keyVaultReader: "21090545-7ca7-4776-b22c-e363652d74d2",
    keyVaultSecretsOfficer: "b86a8fe4-44ce-4948-aee5-eccb2c155cd7",
    keyVaultSecretsUser: "4633458b-17de-408a-b874-0445c86b69e6",
    logAnalyticsReader: "73c42c96-874c-492b-b04d-ab87d138a893",
    monitoringMetricsPublisher: "3913510d-42f4-4e42-8a64-420c390055eb",
    storageAccountBackupContributor: "e5e2a7ff-d759-4cd2-bb51-3152d37e2eb1",
    storageBlobDataContributor: "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
    storageBlobDataReader: "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
} as const;

export type Role = keyof typeof ROLES;
