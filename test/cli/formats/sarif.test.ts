import Ajv from "ajv-draft-04";
import { sarif } from "../../../cli/formats/sarif";
import { CATALOGUE } from "../../../policies/catalogue";
import { checked, finding, HOSTILE } from "./checked";

/** The official schema, draft 4, as Microsoft packs it for tests. */
const SCHEMA = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");

// biome-ignore lint/suspicious/noExplicitAny: a log of SARIF as JSON.
type Log = any;

const log = (stacks: Parameters<typeof sarif>[0], file: string): Log =>
    JSON.parse(JSON.stringify(sarif(stacks, file, "2026-11-23")));
const results = (...args: Parameters<typeof log>): Log => log(...args).runs[0].results;
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

const exemption = {
    rule: "sql-server-min-tls-12",
    resource: "*",
    reason: "an old client until spring",
    requester: "a",
    approver: "b",
    from: "2026-11-01",
    until: "2026-12-01",
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

    describe("the fingerprint", () => {
        const other = finding({ message: "the other one" });
        const prints = (...all: (typeof other)[]): Log =>
            results([checked("careless-preview", all)], "-").map((each: Log) => each.partialFingerprints);

        it("is one that GitHub reads, ending in a number", () => {
            const [{ primaryLocationLineHash: hash, "otapFinding/v1": own }] = prints(finding());
            expect(own).toMatch(/^[0-9a-f]{32}$/);
            expect(hash).toBe(`${own}:1`);
        });

        it("stays the same when a value or an exemption in the message changes", () => {
            expect(prints(finding({ message: "minimalTlsVersion is '1.1' (exempted)" }))).toEqual(prints(finding()));
        });

        it("tells two findings of a rule in one resource apart, in whatever order they stand", () => {
            const [a, b] = prints(finding(), other);
            expect(a).not.toEqual(b);
            expect(prints(other, finding())).toEqual([b, a]);
        });

        it("tells two equal findings apart", () => {
            const [a, b] = prints(finding(), finding());
            expect(a).not.toEqual(b);
        });

        it("is another for another resource or rule", () => {
            const [base] = prints(finding());
            expect(prints(finding({ urn: "urn:pulumi:a::b::c::d" }))).not.toEqual([base]);
            expect(prints(finding({ rule: "sql-db-tde" }))).not.toEqual([base]);
        });
    });

    it("names no run of its own, so that the category of the upload tells programs apart", () => {
        expect(log([checked("careless-preview")], "-").runs[0]).not.toHaveProperty("automationDetails");
    });

    it("says of what is undecided what decides it", () => {
        const text = (fixtureName: string) =>
            results([checked(fixtureName, [finding({ verdict: "undecided", message: "it is unknown" })])], "-")[0]
                .message.text;
        expect(text("careless-preview")).toBe(
            "server: it is unknown. To be checked after deployment: pulumi stack export | npx otap check -",
        );
        expect(text("careless-export")).toBe(
            "server: it is unknown. Perhaps a secret decides: pulumi stack export --show-secrets | npx otap check -",
        );
    });

    it("lists the exemptions in force, also one that nothing needs, and stays valid", () => {
        const stack = { ...checked("careless-preview", []), policyConfig: { exemptions: [exemption] } };
        const made = log([stack], "-");
        expect(made.runs[0].properties.exemptions).toEqual([
            "proef: sql-server-min-tls-12 on *, until 2026-12-01: 0 findings. an old client until spring Asked by a, approved by b.",
        ]);
        expect(mistakes(made)).toEqual([]);
    });

    it("shows an exempted finding as suppressed, with the reason", () => {
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
