import { createColors } from "picocolors";
import type { PlanResource } from "../../../cli/plan/plan";
import { fullTree } from "../../../cli/show/tree";

const plain = createColors(false);
const resource = (name: string, type: string, parent?: string): PlanResource => ({
    urn: `urn:${name}`,
    type,
    name,
    ...(parent ? { parent: `urn:${parent}` } : {}),
    inputs: {},
    dependencies: [],
    propertyDependencies: {},
    protect: false,
});

const RESOURCES = [
    resource("stack", "pulumi:pulumi:Stack"),
    resource("shard", "figlo:infra:Shard", "stack"),
    resource("server", "azure-native:sql:Server", "shard"),
    resource("rule", "azure-native:sql:FirewallRule", "server"),
    resource("suffix", "random:index/randomString:RandomString", "stack"),
];

describe("fullTree", () => {
    it("shows every resource under its parent, by name", () => {
        expect(fullTree(RESOURCES, 80, plain)).toBe(
            [
                "stack  pulumi:pulumi:Stack",
                "├─ shard  Shard",
                "│  └─ server  sql:Server",
                "│     └─ rule  sql:FirewallRule",
                "└─ suffix  random:index/randomString:RandomString",
                "",
            ].join("\n"),
        );
    });

    it("leaves out the kind where the line has no room for it", () => {
        const narrow = fullTree(RESOURCES, 30, plain).split("\n");
        expect(narrow).toContain("├─ shard  Shard");
        expect(narrow).toContain("└─ suffix");
        expect(narrow.filter((line) => line.length > 30)).toEqual([]);
    });
});
