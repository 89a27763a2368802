import * as keyvault from "@pulumi/azure-native/keyvault";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as sql from "@pulumi/azure-native/sql";
import * as web from "@pulumi/azure-native/web";
import * as pulumi from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random";

// Secrets by configuration, by a provider, by hand and by an option; alone, inside lists and maps, and beside what is unknown.
const config = new pulumi.Config();
const group = new ResourceGroup("group", { resourceGroupName: "rg-secrets" });
const password = new RandomPassword("password", { length: 20 });

const server = new sql.Server(
    "server",
    {
        serverName: "sql-secrets",
        resourceGroupName: group.name,
        administratorLogin: config.requireSecret("login"),
        administratorLoginPassword: password.result,
        tags: pulumi.secret({ cost: "4711" }),
    },
    { additionalSecretOutputs: ["fullyQualifiedDomainName"] },
);
new sql.FirewallRule("office", {
    resourceGroupName: group.name,
    serverName: server.name,
    firewallRuleName: "office",
    startIpAddress: pulumi.secret("192.0.2.10"),
    endIpAddress: "192.0.2.10",
});
const site = new web.WebApp("site", {
    name: "app-secrets",
    resourceGroupName: group.name,
    siteConfig: {
        appSettings: [
            { name: "PLAIN", value: "visible" },
            { name: "LOGIN", value: config.requireSecret("login") },
        ],
        connectionStrings: [
            { name: "db", connectionString: pulumi.interpolate`Server=${server.name};Password=${password.result}` },
        ],
    },
});
new web.WebAppApplicationSettings("settings", {
    name: site.name,
    resourceGroupName: group.name,
    properties: { HOST: server.fullyQualifiedDomainName, KEY: pulumi.secret("not so secret") },
});
// What should be a secret: one that is, one that is not, one that is made from what is, and one inside a secret object.
const value = (properties: pulumi.Input<{ value: pulumi.Input<string> }>) => ({
    resourceGroupName: group.name,
    vaultName: "kv-secrets",
    properties,
});
new keyvault.Secret("kept", { ...value({ value: pulumi.secret("kept from view") }), secretName: "kept" });
new keyvault.Secret("plain", { ...value({ value: "in plain sight" }), secretName: "plain" });
new keyvault.Secret("made", { ...value({ value: password.result }), secretName: "made" });
new keyvault.Secret("wrapped", { ...value(pulumi.secret({ value: "wrapped up" })), secretName: "wrapped" });

export const host = server.fullyQualifiedDomainName;
export const login = config.requireSecret("login");
