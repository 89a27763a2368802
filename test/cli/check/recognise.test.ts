import { recognise } from "../../../cli/check/recognise";
import { WrongUse } from "../../../cli/wrong-use";
import { stackOf } from "./fixture";

const URN = "urn:pulumi:proef::shop::azure-native:sql:Server::server";
const RESOURCE = { urn: URN, type: "azure-native:sql:Server", inputs: {} };

const refusal = (value: unknown): string => {
    try {
        recognise(value, "'input.json'");
    } catch (error) {
        expect(error).toBeInstanceOf(WrongUse);
        return (error as Error).message;
    }
    throw new Error("was not refused");
};

const withField = (name: string, value: unknown) => ({ resources: [RESOURCE, { ...RESOURCE, [name]: value }] });

/** What no name should be. */
const HOSTILE = "\u001b[2J\n".repeat(40_000);
const named = (urn: string) => ({ ...RESOURCE, urn });

describe("recognise", () => {
    it.each([
        ["plan", { version: 1, environments: { test: { resources: [RESOURCE] } } }],
        ["resources", { resources: [RESOURCE] }],
        ["preview", { steps: [{ op: "create", newState: RESOURCE }] }],
        ["export", { version: 3, deployment: { resources: [RESOURCE] } }],
    ])("knows a %s by its shape", (kind, value) => {
        expect(recognise(value, "'input.json'").kind).toBe(kind);
    });

    it.each([
        ["a Terraform plan or state", { format_version: "1.2", terraform_version: "1.9.0", planned_values: {} }],
        ["a Terraform plan or state", { version: 4, terraform_version: "1.9.0", resources: [{ mode: "managed" }] }],
        [
            "an ARM template",
            {
                $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                resources: [{ type: "Microsoft.Sql/servers" }],
            },
        ],
        ["a SARIF file", { version: "2.1.0", runs: [] }],
        ["a CloudFormation template", { AWSTemplateFormatVersion: "2010-09-09", Resources: {} }],
        ["a file of npm", { name: "shop", version: "1.0.0", dependencies: {} }],
    ])("says that something is %s, and what it reads", (what, value) => {
        expect(refusal(value)).toBe(
            `'input.json' is ${what}; otap check reads what \`otap preview --json\`, \`pulumi preview --json\` or ` +
                '`pulumi stack export` prints, or { "resources": [ … ] }',
        );
    });

    it.each([
        [null, "holds null, not an object"],
        [5, "holds a number, not an object"],
        [[], "holds a list, not an object"],
        [{}, "has no keys"],
        [
            { "\u001b[31m": 1, b: 2, c: 3, d: 4, e: 5, f: 6 },
            "has the keys '\\u001b[31m', 'b', 'c', 'd', 'e' and 1 more",
        ],
        [JSON.parse('{ "__proto__": { "resources": [] }, "toString": 1 }'), "has the keys '__proto__', 'toString'"],
    ])("says what it found where it is %j", (value, found) => {
        expect(refusal(value)).toMatch(
            new RegExp(`^'input\\.json' ${found.replace(/[\\[]/g, "\\$&")}; otap check reads `),
        );
    });

    it.each([{ resources: [] }, { version: 1, environments: {} }, { steps: [] }, { deployment: {} }])(
        "does not take %j for a stack that keeps every rule",
        (value) => {
            expect(refusal(value)).toBe(
                "'input.json' holds no resources, so there is nothing to judge; check what made it",
            );
        },
    );

    it("refuses a stack without resources beside others, by its name", () => {
        const environments = {
            test: { resources: [RESOURCE] },
            productie: { resources: [] },
            "\u001b[2J": { resources: [] },
        };
        expect(refusal({ version: 1, environments })).toBe(
            "'input.json' holds no resources of 'productie', '\\u001b[2J', so there is nothing to judge there; " +
                "leave that out, or check what made it",
        );
    });

    it.each([
        ["environments", { version: 1, environments: { [HOSTILE]: 5 } }],
        ["a version", { version: HOSTILE, environments: {} }],
        ["propertyDependencies", withField("propertyDependencies", { [HOSTILE]: 5 })],
        ["a duplicate", { resources: [named(HOSTILE.slice(0, 1900)), named(HOSTILE.slice(0, 1900))] }],
        ["a URN", { resources: [named(HOSTILE)] }],
        ["a type", withField("type", HOSTILE)],
        [
            "a configuration",
            { version: 1, environments: { test: { resources: [RESOURCE], policyConfig: { [HOSTILE]: 1 } } } },
        ],
    ])("shows a name of 200,000 characters in %s in a few, and harmlessly", (_, value) => {
        const sentence = refusal(value);
        expect(sentence.length).toBeLessThan(500);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not pass.
        expect(sentence).not.toMatch(/[\u0000-\u001f]/);
    });

    it.each([
        ["urn", 5, "text, found 5"],
        ["urn", "", "text, found ''"],
        ["type", undefined, "text, found nothing"],
        ["inputs", [1], "an object, found [1]"],
        ["inputs", null, "an object, found null"],
        ["name", {}, "text, found {}"],
        ["parent", true, "text, found true"],
        ["custom", "yes", "true or false, found 'yes'"],
        ["protect", 1, "true or false, found 1"],
        ["dependencies", "urn", "a list, found 'urn'"],
        ["propertyDependencies", [], "an object, found []"],
    ])("says where %s is %j and what it should be", (name, value, sentence) => {
        expect(refusal(withField(name, value))).toBe(`'input.json': resources[1].${name}: expected ${sentence}`);
    });

    it("says where a list holds something wrong, and cuts off what is long", () => {
        expect(refusal(withField("dependencies", ["a", 5]))).toBe(
            "'input.json': resources[1].dependencies[1]: expected text, found 5",
        );
        expect(refusal(withField("propertyDependencies", { serverName: [["x".repeat(100)]] }))).toBe(
            `'input.json': resources[1].propertyDependencies.serverName[0]: expected text, found ["${"x".repeat(57)}…`,
        );
    });

    it("refuses two resources of one URN, harmlessly shown", () => {
        const twice = { ...RESOURCE, urn: "urn:\u001b[31m" };
        expect(refusal({ resources: [twice, twice] })).toBe(
            "'input.json': the URN 'urn:\\u001b[31m' stands there twice; a stack has each once",
        );
    });

    it.each([
        [{ version: 2, environments: {} }, "version: expected 1, found 2; make the plan with the otap that checks it"],
        [{ environments: {} }, "version: expected 1, found nothing; make the plan with the otap that checks it"],
        [{ version: 1, today: "soon", environments: {} }, "today: expected a date (YYYY-MM-DD), found 'soon'"],
        [{ version: 1, environments: [] }, "environments: expected an object, found []"],
        [{ version: 1, environments: { test: {} } }, "environments.test.resources: expected a list, found nothing"],
        [{ steps: [{ op: 5 }] }, "steps[0].op: expected text, found 5"],
        [{ steps: [{ op: "create", newState: 5 }] }, "steps[0].newState: expected an object, found 5"],
        [{ deployment: null }, "deployment: expected an object, found null"],
        [{ deployment: { resources: {} } }, "deployment.resources: expected a list, found {}"],
    ])("says what is wrong with %j", (value, sentence) => {
        expect(refusal(value)).toBe(`'input.json': ${sentence}`);
    });

    it("takes a policy configuration only as the engine would", () => {
        const environment = { resources: [RESOURCE], policyConfig: { environment: "prod", pointInTimeDays: 0, x: 1 } };
        expect(refusal({ version: 1, environments: { test: environment } })).toBe(
            "'input.json': environments.test.policyConfig: it must NOT have additional properties 'x'; " +
                "environment must be equal to one of the allowed values; pointInTimeDays must be >= 1",
        );
    });
});

describe("a list of resources", () => {
    it("needs no more than URN, type and inputs, and leaves providers out", () => {
        const provider = { ...RESOURCE, urn: `${URN}-provider`, type: "pulumi:providers:azure-native" };
        const { resources, name } = stackOf({ resources: [provider, RESOURCE] });
        expect(name).toBe("productie");
        expect(resources.map(({ shown }) => shown)).toEqual([
            { ...RESOURCE, name: "server", dependencies: [], propertyDependencies: {}, protect: false },
        ]);
    });

    it("keeps keys that every object inherits as what they are", () => {
        const inputs = JSON.parse('{ "__proto__": { "location": "westeurope" }, "constructor": "x", "toString": 1 }');
        const [resource] = stackOf({ resources: [{ ...RESOURCE, inputs }] }).resources;
        expect(Object.keys(resource?.asked.inputs ?? {})).toEqual(["__proto__", "constructor", "toString"]);
        expect(resource?.asked.inputs.location).toBeUndefined();
    });

    it("may refer to what it does not hold, to itself, and in circles", () => {
        const circle = [
            { ...RESOURCE, parent: URN, dependencies: ["urn:gone"], propertyDependencies: { a: [`${URN}2`] } },
            { ...RESOURCE, urn: `${URN}2`, parent: URN, propertyDependencies: { a: [URN], b: null } },
        ];
        const { resources } = stackOf({ resources: circle });
        expect(resources.map(({ shown }) => shown.propertyDependencies)).toEqual([{ a: [`${URN}2`] }, { a: [URN] }]);
    });
});
