import type { ExampleStack } from "../example-stack";
import { none, tags } from "./tags";

const KEY_VAULT_SECRETS_USER =
    "/subscriptions/11111111-1111-1111-1111-111111111111/providers/Microsoft.Authorization/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6";

/** Groups, logs, a network and a vault. */
export function platform(stack: ExampleStack): ExampleStack {
    return stack
        .plus("resources:ResourceGroup", "group", { location: "westeurope", tags: none })
        .plus("operationalinsights:Workspace", "logs", { location: "westeurope", retentionInDays: 365, tags }, {}, true)
        .plus("privatedns:PrivateZone", "sql-zone", {
            location: "global",
            privateZoneName: "privatelink.database.windows.net",
            tags: none,
        })
        .plus("network:VirtualNetwork", "network", { location: "westeurope", tags: none })
        .plus("network:NetworkSecurityGroup", "guard", {
            location: "westeurope",
            securityRules: [
                { name: "in", direction: "Inbound", access: "Allow", sourceAddressPrefix: "10.0.0.0/20" },
                { name: "rest", direction: "Inbound", access: "Deny", sourceAddressPrefix: "*" },
            ],
            tags: none,
        })
        .plus("network:Subnet", "subnet", {
            privateEndpointNetworkPolicies: "Enabled",
            networkSecurityGroup: { id: { $unknown: true } },
        })
        .plus(
            "keyvault:Vault",
            "vault",
            {
                location: "westeurope",
                properties: {
                    enableRbacAuthorization: true,
                    enablePurgeProtection: true,
                    enableSoftDelete: true,
                    softDeleteRetentionInDays: 90,
                    publicNetworkAccess: "Disabled",
                    networkAcls: { defaultAction: "Deny", bypass: "AzureServices" },
                },
                tags,
            },
            {},
            true,
        )
        .plus("authorization:ManagementLockByScope", "vault-lock", { level: "CanNotDelete" }, { scope: ["vault"] })
        .plus(
            "authorization:RoleAssignment",
            "grant",
            {
                principalType: "ServicePrincipal",
                principalId: { $unknown: true },
                roleDefinitionId: KEY_VAULT_SECRETS_USER,
            },
            { scope: ["vault"] },
        );
}
