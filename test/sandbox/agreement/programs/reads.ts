import * as network from "@pulumi/azure-native/network";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as storage from "@pulumi/azure-native/storage";
import * as pulumi from "@pulumi/pulumi";

const GROUP = "/subscriptions/6f1d9a0e-4b52-4c1e-8d3a-2f7b1c9e5a40/resourceGroups/rg-base";

// What another program made and this one only reads: nobody here can mend it.
if (pulumi.getStack() === "base") {
    const group = new ResourceGroup("group", { resourceGroupName: "rg-base", location: "westeurope" });
    new storage.StorageAccount("account", {
        accountName: "stbase",
        resourceGroupName: group.name,
        location: "westeurope",
        kind: "StorageV2",
        sku: { name: "Standard_LRS" },
    });
} else {
    ResourceGroup.get("group", GROUP);
    storage.StorageAccount.get("account", `${GROUP}/providers/Microsoft.Storage/storageAccounts/stbase`);
    new network.NetworkSecurityGroup("guard", {
        resourceGroupName: "rg-base",
        location: "westeurope",
        networkSecurityGroupName: "nsg-shop",
    });
}
