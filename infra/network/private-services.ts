/** The sub-resources (group ids) that private endpoints lead to, and the private DNS zone of each. Source: Microsoft, "Private endpoint DNS". */
export const PRIVATE_SERVICES = {
    blob: { groupId: "blob", zone: "privatelink.blob.core.windows.net" },
    sites: { groupId: "sites", zone: "privatelink.azurewebsites.net" },
    sqlServer: { groupId: "sqlServer", zone: "privatelink.database.windows.net" },
    vault: { groupId: "vault", zone: "privatelink.vaultcore.azure.net" },
} as const;

export type PrivateService = keyof typeof PRIVATE_SERVICES;
