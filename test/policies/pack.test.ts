import type { ResourceValidationPolicy } from "@pulumi/policy";
import { CATALOGUE } from "../../policies/catalogue";
import { evaluate } from "../../policies/evaluate";
import { policies } from "../../policies/pack";
import { compliant } from "./compliant-stack";
import { analyze, analyzeStack } from "./engine-requests";
import { type ExampleStack, TODAY, UNKNOWN } from "./example-stack";

const pack = () => policies(TODAY);

/** All that the engine would be told of a stack. */
const told = async (stack: ExampleStack): Promise<readonly string[]> => {
    const policiesOfPack = pack();
    const each = await Promise.all(stack.resources.map((resource) => analyze(policiesOfPack, resource)));
    return [...each.flat(), ...(await analyzeStack(policiesOfPack, stack.resources))].sort();
};

/** The same, by `evaluate`. */
const evaluated = (stack: ExampleStack): readonly string[] =>
    evaluate(stack.resources, { today: TODAY })
        .map(({ rule, level, verdict, urn, message }) =>
            verdict === "undecided"
                ? `advisory ${rule} ${urn.split("::").pop()}: Undecided: ${message}`
                : `${level} ${rule} ${urn.split("::").pop()}: ${message}`,
        )
        .sort();

describe("the pack, through the SDK's own server", () => {
    it("has nothing to say of a stack that keeps every rule, though it holds unknowns", async () => {
        expect(await told(compliant())).toEqual([]);
    });

    it("says what evaluate says, of a resource by itself and of the stack", async () => {
        const stack = compliant()
            .set("server", "minimalTlsVersion", "1.0")
            .without("server-scan", "database-lock")
            .set("site", "siteConfig", UNKNOWN)
            .set("restore", "retentionDays", UNKNOWN);
        const expected = evaluated(stack);
        expect(expected.length).toBeGreaterThan(8);
        expect(await told(stack)).toEqual(expected);
    });

    it("tells the undecided as advisory, by the name of its rule", async () => {
        const lines = await told(compliant().set("server", "minimalTlsVersion", UNKNOWN));
        expect(lines).toEqual([
            "advisory sql-server-min-tls-12 server: Undecided: minimalTlsVersion is not known before deployment",
        ]);
    });

    it("does not take a secret that the engine shows for one in plain text, nor for a secret", async () => {
        const lines = await told(compliant().set("server", "administratorLoginPassword", "hunter2"));
        expect(lines).toContain(
            "advisory secrets-are-pulumi-secrets server: Undecided: whether Pulumi keeps administratorLoginPassword as a secret is not in the plan",
        );
    });

    it("judges another API version alike", async () => {
        const stack = compliant()
            .set("server", "minimalTlsVersion", "1.0")
            .map((resource) => ({ ...resource, type: resource.type.replace("native:sql:", "native:sql/v20230801:") }));
        expect(await told(stack)).toEqual(["mandatory sql-server-min-tls-12 server: minimalTlsVersion is '1.0'"]);
    });

    it("remembers what a resource was asked to be: outputs lack the server, the group and the scope that stand in an id", async () => {
        const policiesOfPack = pack();
        const asked = compliant().resources;
        await Promise.all(asked.map((resource) => analyze(policiesOfPack, resource)));
        const deployed = asked.map((resource) => {
            const { resourceGroupName, serverName, resourceUri, scope, ...outputs } = resource.inputs;
            return { ...resource, inputs: { ...outputs, name: "sql-1", administratorLogin: "CloudSA1a2b3c4d" } };
        });
        expect(await analyzeStack(policiesOfPack, deployed)).toEqual([]);
    });

    it("judges at the end what a guard has found, which nobody asked for, and nothing before it has looked", async () => {
        const found = async (suspectColumns: unknown) => {
            const policiesOfPack = pack();
            const asked = compliant().resources;
            await Promise.all(asked.map((resource) => analyze(policiesOfPack, resource)));
            return analyzeStack(
                policiesOfPack,
                compliant().set("database-guard", "suspectColumns", suspectColumns).resources,
            );
        };
        expect(await found(["dbo.klant.wachtwoord"])).toEqual([
            "mandatory sql-db-no-plain-password database-guard: column 'dbo.klant.wachtwoord' looks like a password in plain text",
        ]);
        expect(await found([])).toEqual([]);
        expect(await found(UNKNOWN)).toEqual([]);
    });
});

describe("its policies", () => {
    it("are one for each rule, with all that the catalogue knows, after the one that carries the settings", () => {
        const [settings, ...rules] = pack();
        expect(settings?.name).toBe("pack-settings");
        expect(rules.map(({ name }) => name)).toEqual(CATALOGUE.map(({ id }) => id));
        expect(rules.find(({ name }) => name === "sql-server-min-tls-12")).toMatchObject({
            displayName: "SQL servers refuse TLS below 1.2",
            severity: "critical",
            enforcementLevel: "mandatory",
            tags: ["measure-9"],
            remediationSteps: "Set minimalTlsVersion to '1.2' or '1.3'.",
            url: "https://azure.github.io/PSRule.Rules.Azure/en/rules/Azure.SQL.MinTLS/",
        });
    });

    it("learn the environment from the first: what productie refuses, test only shows or leaves out", async () => {
        const policiesOfPack = pack();
        const [settings] = policiesOfPack as ResourceValidationPolicy[];
        const stack = compliant()
            .set("server", "restrictOutboundNetworkAccess", "Disabled")
            .set("plan", "zoneRedundant", false)
            .set("deployer", "subject", "repo:figlo/advisor:environment:test")
            .set("record", "predecessor", "ontwikkeling")
            .map((resource) => ({
                ...resource,
                inputs: resource.inputs.tags
                    ? { ...resource.inputs, tags: { ...(resource.inputs.tags as object), environment: "test" } }
                    : resource.inputs,
            }));
        // The engine configures the policy by name; here its answer to getConfig stands in for that.
        const learn = settings?.validateResource as unknown as (args: object) => void;
        const configured = policiesOfPack.slice(1);
        learn({ getConfig: () => ({ environment: "test" }), urn: "urn:any", props: {} });
        const each = await Promise.all(stack.resources.map((resource) => analyze(configured, resource)));
        expect([...each.flat(), ...(await analyzeStack(configured, stack.resources))]).toEqual([
            "advisory sql-server-outbound-restricted server: restrictOutboundNetworkAccess is 'Disabled'",
        ]);
    });
});
