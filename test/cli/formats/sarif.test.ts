import Ajv from "ajv-draft-04";
import { sarif } from "../../../cli/formats/sarif";
import { CATALOGUE } from "../../../policies/catalogue";
import { checked, finding, HOSTILE } from "./checked";

/** The official schema, draft 4, as Microsoft packs it for tests. */
const SCHEMA = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");

// biome-ignore lint/suspicious/noExplicitAny: a log of SARIF as JSON.
type Log = any;

const log = (...args: Parameters<typeof sarif>): Log => JSON.parse(JSON.stringify(sarif(...args)));
const results = (...args: Parameters<typeof sarif>): Log => log(...args).runs[0].results;
const one = (changes: Parameters<typeof finding>[0], file = "plan.json") =>
    results([checked("careless-preview", [finding(changes)])], file)[0];

const mistakes = (value: Log): unknown => {
    const ajv = new Ajv({
        strict: false,
        // The schema has patterns that are none in Unicode mode.
        unicodeRegExp: false,
        allErrors: true,
        formats: { uri: true, "uri-reference": true, "date-time": true },
    });
    const isValid = ajv.compile(SCHEMA);
    isValid(value);
    return isValid.errors ?? [];
};

describe("sarif", () => {
    it.each(["careless-preview", "careless-export", "ontwikkeling-export"])("makes a valid log of %s", (name) => {
        const made = log([checked(name)], "plan.json");
        expect(made.runs[0].results.length).toBeGreaterThan(3);
        expect(mistakes(made)).toEqual([]);
    });

    it("makes a valid log of no findings", () => {
        const made = log([checked("careless-preview", [])], "plan.json");
        expect(made.runs[0].results).toEqual([]);
        expect(mistakes(made)).toEqual([]);
    });

    it("is refused by the schema where it is wrong", () => {
        const made = log([checked("careless-preview")], "plan.json");
        made.runs[0].results[0].level = "severe";
        expect(mistakes(made)).not.toEqual([]);
    });

    it("says of each rule what it is, why it matters and how much, once", () => {
        const { rules } = log([checked("careless-preview", [finding(), finding()])], "plan.json").runs[0].tool.driver;
        expect(rules).toEqual([
            {
                id: "sql-server-min-tls-12",
                name: "SqlServerMinTls12",
                shortDescription: { text: "SQL servers refuse TLS below 1.2" },
                fullDescription: { text: expect.stringContaining("TLS below 1.2 can be read") },
                help: {
                    text: expect.stringContaining("Set minimalTlsVersion"),
                    markdown: expect.stringContaining("- checkov: CKV_AZURE_52"),
                },
                helpUri: "https://azure.github.io/PSRule.Rules.Azure/en/rules/Azure.SQL.MinTLS/",
                defaultConfiguration: { level: "error" },
                properties: {
                    tags: ["security", "measure-9"],
                    "security-severity": "9.5",
                    precision: "high",
                },
            },
        ]);
    });

    it("points each result to its rule", () => {
        const made = log([checked("careless-preview")], "plan.json").runs[0];
        for (const { ruleId, ruleIndex } of made.results) {
            expect(made.tool.driver.rules[ruleIndex].id).toBe(ruleId);
        }
    });

    it.each([
        [{}, { kind: "fail", level: "error" }],
        [{ level: "advisory" } as const, { kind: "fail", level: "warning" }],
        [{ verdict: "undecided" } as const, { kind: "review", level: "none" }],
    ])("gives %j the level %j", (changes, expected) => {
        expect(one(changes)).toMatchObject(expected);
    });

    it("says in what resource, and in which file a reader begins to look", () => {
        expect(one({}).locations).toEqual([
            {
                physicalLocation: { artifactLocation: { uri: "plan.json" }, region: { startLine: 1 } },
                logicalLocations: [
                    {
                        name: "server",
                        fullyQualifiedName: finding().urn,
                        kind: "azure-native:sql:Server",
                    },
                ],
            },
        ]);
    });

    it.each([
        ["out/a plan.json", "out/a%20plan.json"],
        ["./plan.json", "plan.json"],
        ["../plan.json", "Pulumi.proef.yaml"],
        ["/elsewhere/plan.json", "Pulumi.proef.yaml"],
        ["-", "Pulumi.proef.yaml"],
    ])("points from '%s' to the relative path '%s'", (file, uri) => {
        expect(one({}, file).locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
    });

    it("points to the settings of our own environments", () => {
        const [first] = results([checked("ontwikkeling-export", [finding()])], "-");
        expect(first.locations[0].physicalLocation.artifactLocation.uri).toBe("Pulumi.ontwikkeling.yaml");
    });

    it("has the same fingerprint for the same problem, wherever it stands, and another for another", () => {
        const other = finding({ message: "minimalTlsVersion is not set" });
        const prints = (...all: (typeof other)[]) =>
            results([checked("careless-preview", all)], "-").map(
                (each: Log) => each.partialFingerprints["otapFinding/v1"],
            );
        const [a, b] = prints(finding(), other);
        expect(prints(other, finding())).toEqual([b, a]);
        expect(a).toMatch(/^[0-9a-f]{32}$/);
        expect(a).not.toBe(b);
    });

    it("shows an exempted finding as suppressed, with the reason", () => {
        const exemption = {
            rule: "sql-server-min-tls-12",
            resource: "*",
            reason: "an old client until spring",
            requester: "a",
            approver: "b",
            from: "2026-11-01",
            until: "2026-12-01",
        };
        expect(one({ level: "advisory", exemption }).suppressions).toEqual([
            { kind: "external", status: "accepted", justification: "an old client until spring" },
        ]);
    });

    it("is valid and makes no link of hostile names", () => {
        const stack = {
            ...checked("careless-preview", [finding({ urn: `urn:pulumi:a::b::c::${HOSTILE}` })]),
            name: HOSTILE,
        };
        const made = log([stack], "-");
        expect(mistakes(made)).toEqual([]);
        expect(made.runs[0].results[0].message.text).toContain("\\[a\\](https://evil.example)");
        expect(made.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).not.toMatch(/[\s<>"]/);
    });

    it("knows a severity for every rule", () => {
        const all = CATALOGUE.map(({ id }) => finding({ rule: id }));
        const { rules } = log([checked("careless-preview", all)], "-").runs[0].tool.driver;
        expect(rules).toHaveLength(CATALOGUE.length);
        expect(mistakes(log([checked("careless-preview", all)], "-"))).toEqual([]);
        expect(rules.filter((rule: Log) => !/^\d\.\d$/.test(rule.properties["security-severity"]))).toEqual([]);
    });
});
