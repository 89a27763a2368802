import type { JsonObject } from "../../arm/json";
import { armTemplates, exportedCount, type PlannedResource } from "../../arm/templates";
import { EXAMPLES, example, idOf, SUBSCRIPTION } from "./examples";

const FILE = "rg-figlo-advisor-proef-weu.json";

const resource = (type: string, changes: Readonly<Record<string, unknown>> = {}): PlannedResource => ({
    ...example(type, changes),
    urn: `urn:pulumi:proef::figlo-advisor::azure-native:${type}::${JSON.stringify(changes)}`,
});

const export_ = (...resources: readonly PlannedResource[]) => armTemplates(resources, SUBSCRIPTION);
const inGroup = (...resources: readonly PlannedResource[]): readonly JsonObject[] =>
    export_(...resources).get(FILE)?.resources ?? [];
const shape = (one: JsonObject): unknown => [one.type, one.name, ...((one.resources ?? []) as JsonObject[]).map(shape)];

describe("armTemplates", () => {
    it("makes one file for each resource group, and one for the subscription, each with its schema", () => {
        const files = export_(resource("sql:Server"), resource("resources:ResourceGroup"));
        expect([...files.keys()]).toEqual([FILE, "subscription.json"]);
        expect(files.get(FILE)).toMatchObject({
            $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
            contentVersion: "1.0.0.0",
        });
        expect(files.get("subscription.json")?.$schema).toBe(
            "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#",
        );
    });

    it("nests children of a server under short types and names: beside it, scanners pass an open firewall", () => {
        const resources = inGroup(
            resource("sql:FirewallRule"),
            resource("sql:Server"),
            resource("sql:ServerBlobAuditingPolicy"),
            resource("sql:ServerSecurityAlertPolicy"),
            resource("sql:Database"),
        );
        expect(resources.map(shape)).toEqual([
            [
                "Microsoft.Sql/servers",
                "sql-figlo-proef",
                ["auditingSettings", "default"],
                ["databases", "tenant-0001"],
                ["firewallRules", "office"],
                ["securityAlertPolicies", "Default"],
            ],
        ]);
        expect(JSON.stringify(resources).match(/"apiVersion":"2023-08-01"/g)).toHaveLength(5);
    });

    it("keeps other children at the top under their full names, by which scanners tell them apart", () => {
        const resources = inGroup(
            resource("sql:TransparentDataEncryption"),
            resource("sql:Server"),
            resource("sql:Database"),
        );
        expect(resources.map(shape)).toEqual([
            ["Microsoft.Sql/servers", "sql-figlo-proef", ["databases", "tenant-0001"]],
            ["Microsoft.Sql/servers/databases/transparentDataEncryption", "sql-figlo-proef/tenant-0001/current"],
        ]);
        expect(resources[1]?.dependsOn).toEqual([idOf("sql:Database")]);
    });

    it("makes a child wait for its parent, since Azure does not do so by itself", () => {
        const [server] = inGroup(resource("sql:Server"), resource("sql:FirewallRule"));
        expect(server?.dependsOn).toBeUndefined();
        expect(server?.resources).toEqual([expect.objectContaining({ dependsOn: [idOf("sql:Server")] })]);
    });

    it("makes a resource wait for those of its file that it names, and for no other", () => {
        const database = resource("sql:Database");
        const [server] = inGroup(resource("sql:Server"), resource("sql:ElasticPool"), database);
        const [first] = (server?.resources ?? []) as JsonObject[];
        expect(first?.dependsOn).toEqual([idOf("sql:Server"), idOf("sql:ElasticPool")].sort());
    });

    it("keeps a child under its full name where its parent is not planned: a replica appears by itself", () => {
        const policy = resource("sql:LongTermRetentionPolicy");
        expect(inGroup(resource("sql:Server"), policy).map(shape)).toEqual([
            ["Microsoft.Sql/servers", "sql-figlo-proef"],
            ["Microsoft.Sql/servers/databases/backupLongTermRetentionPolicies", "sql-figlo-proef/tenant-0001/default"],
        ]);
    });

    it("puts an extension into the file of what it lives on, with its scope", () => {
        const [lock, vault] = inGroup(resource("authorization:ManagementLockByScope"), resource("keyvault:Vault"));
        expect(lock).toMatchObject({
            type: "Microsoft.Authorization/locks",
            name: "do-not-delete",
            scope: "Microsoft.KeyVault/vaults/kv-figlo-proef",
            dependsOn: [idOf("keyvault:Vault")],
        });
        expect(vault?.type).toBe("Microsoft.KeyVault/vaults");
    });

    it("gives an extension of the group or the subscription itself no scope", () => {
        const subscription = resource("authorization:RoleAssignment", { scope: `/subscriptions/${SUBSCRIPTION}` });
        const [assignment] = export_(subscription).get("subscription.json")?.resources ?? [];
        expect(assignment).not.toHaveProperty("scope");
        const group = resource("authorization:RoleAssignment", { scope: idOf("resources:ResourceGroup") });
        expect(inGroup(group)[0]).not.toHaveProperty("scope");
    });

    it("has what a subscription holds itself in the subscription's file, with the place that it needs", () => {
        const types = ["resources:DeploymentAtSubscriptionScope", "authorization:PolicyAssignment"];
        const files = export_(...types.map((type) => resource(type)));
        expect([...files.keys()]).toEqual(["subscription.json"]);
        const [assignment, deployment] = files.get("subscription.json")?.resources ?? [];
        expect(assignment).toMatchObject({
            type: "Microsoft.Authorization/policyAssignments",
            name: "policy-figlo-proef",
            location: "westeurope",
            identity: { type: "SystemAssigned" },
        });
        expect(assignment).not.toHaveProperty("scope");
        expect(deployment).toMatchObject({
            type: "Microsoft.Resources/deployments",
            name: "defender-plans",
            location: "westeurope",
            properties: { template: { resources: [{ dependsOn: ["[format('x')]"] }] } },
        });
    });

    it("leaves out components, the stack, providers and what is not Azure's", () => {
        const others = ["figlo:infra:KeyVault", "pulumi:pulumi:Stack", "random:index/randomString:RandomString"];
        expect(export_(...others.map((type) => ({ type, urn: type, name: "x", inputs: {} }))).size).toBe(0);
    });

    it("exports every resource once, nested ones included", () => {
        expect(exportedCount(export_(...EXAMPLES.map((one) => ({ ...one, urn: one.type }))))).toBe(EXAMPLES.length);
    });

    it("gives the same bytes whatever the order of the plan", () => {
        const resources = EXAMPLES.map((one) => ({ ...one, urn: one.type }));
        const bytes = (planned: readonly PlannedResource[]) => JSON.stringify([...export_(...planned)]);
        expect(bytes([...resources].reverse())).toBe(bytes(resources));
    });

    it("doubles the bracket of a text that Azure would take for an expression", () => {
        const rule = resource("sql:FirewallRule", { startIpAddress: "[x]" });
        expect(inGroup(rule)[0]?.properties).toMatchObject({ startIpAddress: "[[x]" });
    });

    it("leaves the expressions of a nested template to that template", () => {
        expect(inGroup(resource("resources:Deployment"))[0]?.properties).toMatchObject({
            template: { resources: [{ name: "[parameters('site')]" }] },
            expressionEvaluationOptions: { scope: "inner" },
        });
    });

    it("refuses two resources that are one in Azure", () => {
        const twice = resource("sql:FirewallRule", { startIpAddress: "192.0.2.11" });
        expect(() => export_(resource("sql:FirewallRule"), twice)).toThrow("are one resource in Azure");
    });
});
