import { ResourceGroup } from "@pulumi/azure-native/resources";
import { Server } from "@pulumi/azure-native/sql";
import * as storage from "@pulumi/azure-native/storage";
import * as pulumi from "@pulumi/pulumi";
import { RandomId, RandomString } from "@pulumi/random";

// Names that nobody has chosen yet, deep inside lists and maps; all that a first preview cannot know.
const group = new ResourceGroup("group");
const suffix = new RandomString("suffix", { length: 6, special: false, upper: false });
const seed = new RandomId("seed", { byteLength: 4, keepers: { group: group.name } });

export const account = new storage.StorageAccount("account", {
    accountName: pulumi.interpolate`st${suffix.result}`,
    resourceGroupName: group.name,
    location: group.location,
    kind: "StorageV2",
    sku: { name: pulumi.output("Standard_ZRS") },
    networkRuleSet: {
        defaultAction: "Deny",
        ipRules: [{ iPAddressOrRange: "192.0.2.1" }, { iPAddressOrRange: seed.hex }],
    },
    tags: {
        plain: "yes",
        made: seed.b64Url,
        both: pulumi.all([group.name, "known"]).apply((parts) => parts.join("-")),
    },
});
new storage.BlobContainer("container", {
    resourceGroupName: group.name,
    accountName: account.name,
    containerName: "uploads",
    metadata: account.primaryEndpoints.apply((endpoints) => ({ blob: endpoints.blob })),
});
const keys = storage.listStorageAccountKeysOutput({ resourceGroupName: group.name, accountName: account.name });
new Server("server", {
    resourceGroupName: group.name,
    administratorLogin: "sa",
    administratorLoginPassword: keys.apply(({ keys: [first] }) => first?.value ?? ""),
    minimalTlsVersion: pulumi.output(account.kind).apply(() => "1.2"),
});
export const endpoint = pulumi.interpolate`https://${account.name}.blob.core.windows.net`;
