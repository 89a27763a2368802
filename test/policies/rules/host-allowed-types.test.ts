import { ExampleStack } from "../example-stack";

const one = (type: string, inputs: Record<string, unknown>) => new ExampleStack().plus(type, "it", inputs);
const found = (type: string, inputs: Record<string, unknown> = {}) => one(type, inputs).found("host-allowed-types");

/** Read from text, since an object with a member of that name is taken for a promise. */
const doing = (what: object) => ({ policyRule: JSON.parse(`{"then": ${JSON.stringify(what)}}`) });

describe("host-allowed-types", () => {
    it("passes the record of a release, and no other dynamic resource unless the configuration names them", () => {
        expect(found("pulumi-nodejs:dynamic/figlo:ReleaseRecord")).toEqual([]);
        const other = one("pulumi-nodejs:dynamic:Resource", {});
        expect(other.found("host-allowed-types")).toEqual([
            "it: pulumi-nodejs:dynamic:Resource is of another provider",
        ]);
        expect(other.found("host-allowed-types", { componentPackages: ["pulumi-nodejs"] })).toEqual([]);
    });

    it("takes nothing for a component whose provider the plan holds", () => {
        const stack = one("aws-native:s3:Bucket", {})
            .plus("sql:Server", "child", {})
            .change("child", (child) => ({ ...child, parent: one("aws-native:s3:Bucket", {}).urn("it") }));
        expect(stack.found("host-allowed-types")).toEqual([]);
        const provided = stack.plus("pulumi:providers:aws-native", "provider", {});
        expect(provided.found("host-allowed-types")).toEqual(["it: aws-native:s3:Bucket is of another provider"]);
    });

    it.each([
        "AutoscaleSetting",
        "DataCollectionEndpoint",
        "DataCollectionRule",
        "DataCollectionRuleAssociation",
        "PrivateLinkScope",
        "PrivateLinkScopedResource",
        "SubscriptionDiagnosticSetting",
        "Workbook",
    ])("knows the older token of %s", (name) => {
        expect(found(`insights:${name}`)).toEqual([]);
    });

    it("takes a link to a template that is null for none", () => {
        const properties = { mode: "Incremental", template: { resources: [] } };
        expect(found("resources:Deployment", { properties: { ...properties, templateLink: null } })).toEqual([]);
        expect(
            found("resources:Deployment", { properties: { ...properties, templateLink: { id: "elsewhere" } } }),
        ).toEqual(["it: its template cannot be seen: give it as properties.template"]);
    });

    describe("of a policy that deploys", () => {
        const policy = (properties: unknown, effect = "deployIfNotExists") =>
            found("authorization:PolicyDefinition", doing({ effect, details: { deployment: { properties } } }));

        it("looks at the types in its template, and in deployments inside it", () => {
            const rule = { type: "Microsoft.Sql/servers/firewallRules" };
            const expected = ["it: its policy deploys 'Microsoft.Sql/servers/firewallRules', which is not on the list"];
            expect(policy({ template: { resources: [rule] } })).toEqual(expected);
            const nested = { type: "Microsoft.Resources/deployments", properties: { template: { resources: [rule] } } };
            expect(policy({ template: { resources: [nested] } })).toEqual(expected);
        });

        it("passes one that sends logs, and one that deploys nothing", () => {
            const logs = [
                "Microsoft.Insights/diagnosticSettings",
                "Microsoft.Sql/servers/providers/diagnosticSettings",
            ];
            expect(policy({ template: { resources: logs.map((type) => ({ type })) } })).toEqual([]);
            expect(found("authorization:PolicyDefinition", doing({ effect: "deny" }))).toEqual([]);
        });

        it("wants its template to be seen", () => {
            expect(policy({ templateLink: { uri: "https://figlo.example" } })).toEqual([
                "it: the template that it deploys cannot be seen: give it as properties.template",
            ]);
        });
    });
});

const CDN = "azure-native:cdn:Profile";
const allowed = (allowedTypes: readonly string[], token = CDN) =>
    new ExampleStack().plus(token, "it", {}).found("host-allowed-types", { allowedTypes });

describe("host-allowed-types, configured", () => {
    it("lets pass what the configuration allows besides the list, in any API version", () => {
        expect(allowed([])).toEqual([`it: ${CDN} is not on the list`]);
        expect(allowed([CDN])).toEqual([]);
        expect(allowed([CDN], "azure-native:cdn/v20240901:Profile")).toEqual([]);
    });

    it("still refuses a preview of it", () => {
        expect(allowed([CDN], "azure-native:cdn/v20240901preview:Profile")).toHaveLength(1);
    });
});
