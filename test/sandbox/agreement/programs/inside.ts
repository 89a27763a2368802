import { RoleAssignment } from "@pulumi/azure-native/authorization";
import * as keyvault from "@pulumi/azure-native/keyvault";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as storage from "@pulumi/azure-native/storage";
import * as web from "@pulumi/azure-native/web";

// What Azure adds inside of inputs, outputs that the program makes secret, and a region that only the configuration names.
const group = new ResourceGroup(
    "group",
    { resourceGroupName: "rg-inside", tags: { token: "4711" } },
    { additionalSecretOutputs: ["tags"] },
);
const site = new web.WebApp("site", {
    name: "app-inside",
    resourceGroupName: group.name,
    identity: { type: "SystemAssigned" },
});
new RoleAssignment("role", {
    principalId: site.identity.apply((identity) => identity?.principalId as string),
    principalType: "ServicePrincipal",
    roleDefinitionId: "/providers/Microsoft.Authorization/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6",
    scope: group.id,
});
const vault = new keyvault.Vault("vault", {
    vaultName: "kv-inside",
    resourceGroupName: group.name,
    properties: { tenantId: "fcd3e606-3791-5c4b-9661-621db4848c76", sku: { family: "A", name: "standard" } },
});
new storage.StorageAccount("account", {
    accountName: "stinside",
    resourceGroupName: group.name,
    kind: "StorageV2",
    sku: { name: "Standard_LRS" },
    tags: {
        where: group.location,
        vault: vault.properties.apply(({ vaultUri }) => vaultUri?.replace("https://", "") ?? "none"),
        token: group.tags.apply((tags) => tags?.token ?? "none"),
    },
});
