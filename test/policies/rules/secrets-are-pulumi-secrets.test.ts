import type { ShownSecrets } from "../../../policies/model";
import { compliant } from "../compliant-stack";
import { type ExampleStack, SECRET, UNKNOWN } from "../example-stack";

const found = (stack: ExampleStack) => stack.found("secrets-are-pulumi-secrets");
const shown = (stack: ExampleStack, name: string, secrets: ShownSecrets) =>
    stack.change(name, (resource) => ({ ...resource, secrets }));
/** The vault's secret with a value that is made from nothing else. */
const value = (given: unknown): ExampleStack =>
    compliant()
        .set("secret", "properties.value", given)
        .change("secret", (secret) => ({ ...secret, propertyDependencies: {} }));

const PLAIN = ["secret: properties.value is in plain text, and Pulumi keeps it in its state as it is"];
const UNTOLD = ["secret: undecided, whether Pulumi keeps properties.value as a secret is not in the plan"];

describe("secrets-are-pulumi-secrets", () => {
    it("reports a text in a plan that marks its secrets, and passes a mark", () => {
        expect(found(value("hunter2"))).toEqual(PLAIN);
        expect(found(value(SECRET))).toEqual([]);
        expect(found(value({ $secret: true, $unknown: true }))).toEqual([]);
    });

    it("passes a text that the plan lists as a secret, and reports one beside it", () => {
        expect(found(shown(value("hunter2"), "secret", ["hunter2"]))).toEqual([]);
        expect(found(shown(value("hunter2"), "secret", ["other"]))).toEqual(PLAIN);
    });

    it("is undecided about a text where secrets are shown and nothing says which are some", () => {
        expect(found(shown(value("hunter2"), "secret", "unmarked"))).toEqual(UNTOLD);
    });

    it("is undecided about an unknown value, unless it is made from a random password", () => {
        expect(found(value(UNKNOWN))).toEqual(UNTOLD);
        expect(found(compliant())).toEqual([]);
        const known = compliant().set("secret", "properties.value", "f7Kq");
        expect(found(shown(known, "secret", "unmarked"))).toEqual([]);
    });

    it("is undecided about properties that are unknown as a whole, and passes those that are secret", () => {
        const whole = (properties: unknown) =>
            compliant().change("secret", (secret) => ({
                ...secret,
                inputs: { ...secret.inputs, properties },
                propertyDependencies: {},
            }));
        expect(found(whole(UNKNOWN))).toEqual(UNTOLD);
        expect(found(whole(SECRET))).toEqual([]);
    });

    it.each(["", " ", null, undefined])("has nothing against a vault's secret with the value %p", (given) => {
        expect(found(value(given))).toEqual([]);
    });

    it.each([
        ["sql:Server", { administratorLoginPassword: "hunter2" }, "administratorLoginPassword"],
        ["sql:ServerBlobAuditingPolicy", { storageAccountAccessKey: "abc==" }, "storageAccountAccessKey"],
        ["sql:ServerVulnerabilityAssessment", { storageContainerSasKey: "sv=1&sig=2" }, "storageContainerSasKey"],
        ["web:Certificate", { pfxBlob: "TUlJ" }, "pfxBlob"],
        ["pulumi-nodejs:dynamic:Resource", { connection: { password: "hunter2" } }, "connection.password"],
        ["pulumi-nodejs:dynamic:Resource", { logins: [{ clientSecret: "abc" }] }, "logins.clientSecret"],
        ["a:b:C", { connectionString: "Server=sql-1;Password=hunter2" }, "connectionString"],
        ["pulumi-nodejs:dynamic:Resource", { token: "ghp_0123" }, "token"],
        ["pulumi-nodejs:dynamic:Resource", { signingKey: "abc" }, "signingKey"],
        ["pulumi-nodejs:dynamic:Resource", { login: { pwd: "abc" } }, "login.pwd"],
        [
            "monitor:ActionGroup",
            { logicAppReceivers: [{ callbackUrl: "https://prod-1.logic.azure.com/x?sig=abcdefghijklmnopqrstuvwx" }] },
            "logicAppReceivers.callbackUrl",
        ],
        [
            "monitor:ActionGroup",
            { webhookReceivers: [{ serviceUri: "https://hooks.slack.com/services/T0/B0/x" }] },
            "webhookReceivers.serviceUri",
        ],
        [
            "applicationinsights:WebTest",
            { request: { headers: [{ key: "Authorization", value: "Bearer eyJhbGciOiJI.eyJzdWIiOiIx.c2ln" }] } },
            "request.headers.value",
        ],
    ])("looks at the inputs of %s", (type, inputs, path) => {
        expect(found(compliant().plus(type, "it", inputs))).toEqual([
            `it: ${path} is in plain text, and Pulumi keeps it in its state as it is`,
        ]);
    });

    it.each([
        ["a connection string without a secret", "a:b:C", { connectionString: "Server=sql-1;Encrypt=True" }],
        ["what says where a secret is", "web:Certificate", { keyVaultSecretName: "tls" }],
        ["where in a vault a secret is", "a:b:C", { secret: "https://kv-1.vault.azure.net/secrets/tls/0123abcd" }],
        ["where source code is", "a:b:C", { url: "ssh://git@github.example/figlo/advisor" }],
        [
            "an expression of a policy that asks for a password",
            "authorization:PolicyDefinition",
            { policyRule: { if: { value: "[concat('Server=x;Password=', parameters('it'))]" } } },
        ],
        ["prose", "monitor:ActionGroup", { description: "Password: ask the service desk" }],
        [
            "a receiver's address",
            "monitor:ActionGroup",
            { webhookReceivers: [{ serviceUri: "https://figlo.example/a" }] },
        ],
        ["whether there are keys", "storage:StorageAccount", { allowSharedKeyAccess: false }],
        ["settings, which have a rule of their own", "web:WebApp", { siteConfig: { password: "hunter2" } }],
    ])("has nothing against %s", (_, type, inputs) => {
        expect(found(compliant().plus(type, "it", inputs))).toEqual([]);
    });

    describe("in a template", () => {
        const judged = (properties: unknown) => found(compliant().plus("resources:Deployment", "it", { properties }));
        const plain = (path: string) => [
            `it: properties.${path} is in plain text, and Pulumi keeps it in its state as it is`,
        ];

        it("reports the value of a parameter that is a secret by its name or its form", () => {
            expect(judged({ parameters: { adminPassword: { value: "Hunter2Hunter2!" } } })).toEqual(
                plain("parameters.adminPassword.value"),
            );
            expect(judged({ parameters: { upstream: { value: "https://a:b@figlo.example" } } })).toEqual(
                plain("parameters.upstream.value"),
            );
            expect(judged({ parameters: { adminPassword: { value: SECRET } } })).toEqual([]);
            expect(judged({ parameters: { colour: { value: "blue" } } })).toEqual([]);
        });

        it("reports what a secure parameter holds where nothing is given, once", () => {
            const parameter = (name: string, defaultValue: unknown) =>
                judged({ template: { parameters: { [name]: { type: "secureString", defaultValue } } } });
            expect(parameter("first", "Hunter2")).toEqual(plain("template.parameters.first.defaultValue"));
            expect(parameter("apiKey", "Hunter2")).toEqual(plain("template.parameters.apiKey.defaultValue"));
            expect(parameter("first", "[newGuid()]")).toEqual([]);
            expect(parameter("apiKey", "[newGuid()]")).toEqual([]);
            expect(parameter("first", "")).toEqual([]);
        });

        it("passes what refers to a parameter, and reports what only looks so", () => {
            const resource = (password: string) => judged({ template: { resources: [{ properties: { password } }] } });
            expect(resource("[parameters('password')]")).toEqual([]);
            expect(resource("[[hunter2]")).toEqual(plain("template.resources.properties.password"));
        });
    });

    it("reports what is certain beside what is not", () => {
        const stack = value(UNKNOWN).set("secret", "password", "hunter2");
        expect(found(stack)).toEqual(["secret: password is in plain text, and Pulumi keeps it in its state as it is"]);
    });

    it("judges another API version alike", () => {
        const stack = value("hunter2").change("secret", (secret) => ({
            ...secret,
            type: "azure-native:keyvault/v20230701:Secret",
        }));
        expect(found(stack)).toEqual(PLAIN);
    });
});
