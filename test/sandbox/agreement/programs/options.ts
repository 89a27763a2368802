import { ManagementLockByScope } from "@pulumi/azure-native/authorization";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as storage from "@pulumi/azure-native/storage";
import * as pulumi from "@pulumi/pulumi";

// Aliases of every kind, and the options that change no input: none of them may show in a first preview.
const group = new ResourceGroup(
    "group",
    { resourceGroupName: "rg-options", location: "West Europe" },
    { aliases: [{ name: "old-group" }, { type: "azure:core/resourceGroup:ResourceGroup" }], protect: true },
);
const accounts = ["b", "a"].map(
    (key) =>
        new storage.StorageAccount(
            `account-${key}`,
            {
                accountName: `stoptions${key}`,
                resourceGroupName: group.name,
                kind: "StorageV2",
                sku: { name: "Standard_LRS" },
            },
            {
                parent: group,
                aliases: [{ parent: pulumi.rootStackResource }, { name: key, parent: pulumi.rootStackResource }],
                ignoreChanges: ["tags"],
                customTimeouts: { create: "5m" },
                deleteBeforeReplace: true,
                replaceOnChanges: ["kind"],
                deletedWith: group,
            },
        ),
);
new ManagementLockByScope(
    "lock",
    { level: "CanNotDelete", lockName: "keep", scope: accounts[0]?.id ?? "" },
    { parent: accounts[1], dependsOn: accounts, retainOnDelete: true },
);
export const names = accounts.map(({ name }) => name);
