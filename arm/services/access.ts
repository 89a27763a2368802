import type { ResourceTypes } from "../resource-type";

const KEY_VAULT = "2024-11-01";

/** Key Vault keeps the names of its data plane here. */
const KEY_VAULT_RENAMES = { expires: "exp", notBefore: "nbf", releasePolicy: "release_policy" };

export const ACCESS_TYPES: ResourceTypes = {
    "azure-native:authorization:ManagementLockByScope": {
        armType: "Microsoft.Authorization/locks",
        apiVersion: "2020-05-01",
        names: ["lockName"],
        scope: { input: "scope" },
    },
    "azure-native:authorization:PimRoleEligibilitySchedule": {
        armType: "Microsoft.Authorization/roleEligibilityScheduleRequests",
        apiVersion: "2020-10-01",
        names: [{ madeUp: true }],
        scope: { input: "scope" },
        always: { requestType: "AdminAssign" },
    },
    "azure-native:authorization:PolicyAssignment": {
        armType: "Microsoft.Authorization/policyAssignments",
        apiVersion: "2025-01-01",
        names: ["policyAssignmentName"],
        scope: { input: "scope" },
        top: ["identity"],
    },
    "azure-native:authorization:RoleAssignment": {
        armType: "Microsoft.Authorization/roleAssignments",
        apiVersion: "2022-04-01",
        names: ["roleAssignmentName"],
        scope: { input: "scope" },
    },
    "azure-native:authorization:RoleDefinition": {
        armType: "Microsoft.Authorization/roleDefinitions",
        apiVersion: "2022-05-01-preview",
        names: ["roleDefinitionId"],
        scope: { input: "scope" },
        renames: { roleType: "type" },
    },
    "azure-native:keyvault:Key": {
        armType: "Microsoft.KeyVault/vaults/keys",
        apiVersion: KEY_VAULT,
        names: ["vaultName", "keyName"],
        properties: "input",
        renames: KEY_VAULT_RENAMES,
    },
    "azure-native:keyvault:Secret": {
        armType: "Microsoft.KeyVault/vaults/secrets",
        apiVersion: KEY_VAULT,
        names: ["vaultName", "secretName"],
        properties: "input",
        renames: KEY_VAULT_RENAMES,
    },
    "azure-native:keyvault:Vault": {
        armType: "Microsoft.KeyVault/vaults",
        apiVersion: KEY_VAULT,
        names: ["vaultName"],
        properties: "input",
    },
    "azure-native:managedidentity:UserAssignedIdentity": {
        armType: "Microsoft.ManagedIdentity/userAssignedIdentities",
        apiVersion: "2023-01-31",
        names: ["resourceName"],
        properties: "none",
    },
    "azure-native:resources:Deployment": {
        armType: "Microsoft.Resources/deployments",
        apiVersion: "2024-03-01",
        names: ["deploymentName"],
        properties: "input",
    },
    "azure-native:resources:DeploymentAtSubscriptionScope": {
        armType: "Microsoft.Resources/deployments",
        apiVersion: "2024-03-01",
        names: ["deploymentName"],
        scope: "subscription",
        properties: "input",
    },
    "azure-native:resources:ResourceGroup": {
        armType: "Microsoft.Resources/resourceGroups",
        apiVersion: "2024-03-01",
        names: ["resourceGroupName"],
        scope: "subscription",
        top: ["managedBy"],
        properties: "none",
    },
};
