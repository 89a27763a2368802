import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as sql from "@pulumi/azure-native/sql";
import * as storage from "@pulumi/azure-native/storage";
import * as web from "@pulumi/azure-native/web";

// As it is often written: the policy pack has much to say of it, and cannot say everything before names are known.
const group = new ResourceGroup("group", { location: "eastus" });
const server = new sql.Server("server", {
    resourceGroupName: group.name,
    location: "westeurope",
    administratorLogin: "sa",
    administratorLoginPassword: "Welkom01",
    minimalTlsVersion: "1.0",
});
new sql.FirewallRule("everyone", {
    resourceGroupName: group.name,
    serverName: server.name,
    startIpAddress: "0.0.0.0",
    endIpAddress: "255.255.255.255",
});
new sql.Database("customers", { resourceGroupName: group.name, serverName: server.name });
const account = new storage.StorageAccount("files", {
    resourceGroupName: group.name,
    kind: "StorageV2",
    sku: { name: "Standard_LRS" },
    allowBlobPublicAccess: true,
});
new web.WebApp("site", {
    resourceGroupName: group.name,
    siteConfig: { appSettings: [{ name: "FILES", value: account.primaryEndpoints.apply(({ blob }) => blob) }] },
});
