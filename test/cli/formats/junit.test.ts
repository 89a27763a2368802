import { XMLParser, XMLValidator } from "fast-xml-parser";
import { junit } from "../../../cli/formats/junit";
import { CATALOGUE } from "../../../policies/catalogue";
import type { Finding } from "../../../policies/model";
import { checked, finding, HOSTILE } from "./checked";

const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "",
    isArray: (name) => name === "testcase",
});

// biome-ignore lint/suspicious/noExplicitAny: a report as the parser reads it.
const report = (findings?: readonly Finding[]): any => {
    const text = junit([checked("careless-preview", findings)], "2026-11-23");
    expect(XMLValidator.validate(text)).toBe(true);
    return parser.parse(text).testsuites;
};

const caseOf = (rule: string, findings: readonly Finding[]) =>
    report(findings).testsuite.testcase.find(({ name }: { name: string }) => name === rule);

describe("junit", () => {
    it("has a suite for each stack and a case for each rule that is judged there", () => {
        const { testsuite } = report([]);
        const judged = CATALOGUE.filter(({ levels }) => levels.productie !== "off").map(({ id }) => id);
        expect(testsuite).toMatchObject({
            name: "proef",
            failures: "0",
            skipped: "0",
            timestamp: "2026-11-23T00:00:00",
        });
        expect(testsuite.testcase.map(({ name }: { name: string }) => name)).toEqual(judged);
        expect(testsuite.tests).toBe(String(judged.length));
    });

    it("fails the case of a rule with all that was found, and the remedy", () => {
        const second = finding({ urn: "urn:pulumi:proef::careless::azure-native:sql:Server::second" });
        expect(caseOf("sql-server-min-tls-12", [finding(), second]).failure).toEqual({
            message: "SQL servers refuse TLS below 1.2: 2 found",
            type: "mandatory",
            "#text": [
                "urn:pulumi:proef::careless::sample:data:Part$azure-native:sql:Server::server: minimalTlsVersion is '1.0'",
                "urn:pulumi:proef::careless::azure-native:sql:Server::second: minimalTlsVersion is '1.0'",
                "Remedy: Set minimalTlsVersion to '1.2' or '1.3'.",
            ].join("\n"),
        });
    });

    it("skips what is undecided, with what decides it", () => {
        const undecided = finding({
            verdict: "undecided",
            message: "minimalTlsVersion is not known before deployment",
        });
        const { failure, skipped } = caseOf("sql-server-min-tls-12", [undecided]);
        expect(failure).toBeUndefined();
        expect(skipped.message).toBe(
            "To be checked after deployment: pulumi stack export | npx otap check -; " +
                `${undecided.urn}: undecided: minimalTlsVersion is not known before deployment`,
        );
    });

    it("says of an export that a secret may decide", () => {
        const text = junit([checked("careless-export", [finding({ verdict: "undecided" })])], "2026-11-23");
        expect(text).toContain("Perhaps a secret decides: pulumi stack export --show-secrets | npx otap check -");
        expect(text).not.toContain("after deployment");
    });

    it("lists the exemptions in force as properties of the suite, also one that nothing needs", () => {
        const exemption = {
            rule: "web-https-only",
            resource: "*",
            reason: "A trial.",
            requester: "a",
            approver: "b",
            from: "2026-11-01",
            until: "2026-12-01",
        };
        const stack = { ...checked("careless-preview", []), policyConfig: { exemptions: [exemption] } };
        expect(parser.parse(junit([stack], "2026-11-23")).testsuites.testsuite.properties.property).toEqual({
            name: "exemption in force",
            value: "web-https-only on *, until 2026-12-01: 0 findings. A trial. Asked by a, approved by b.",
        });
    });

    it("skips advice, which stops no deployment", () => {
        const { failure, skipped } = caseOf("sql-server-min-tls-12", [finding({ level: "advisory" })]);
        expect(failure).toBeUndefined();
        expect(skipped.message).toBe(`advisory: ${finding().urn}: minimalTlsVersion is '1.0'`);
    });

    it("counts rules, not findings", () => {
        const { tests, failures, skipped } = report([
            finding(),
            finding({ message: "again" }),
            finding({ verdict: "undecided" }),
            finding({ rule: "sql-db-tde", verdict: "undecided" }),
        ]);
        expect({ failures, skipped }).toEqual({ failures: "1", skipped: "1" });
        expect(Number(tests)).toBeGreaterThan(50);
    });

    it("is well-formed whatever the names are, and shows them", () => {
        const hostile = finding({ urn: `urn:pulumi:a::b::c::${HOSTILE}`, message: HOSTILE });
        const { failure } = caseOf("sql-server-min-tls-12", [hostile]);
        expect(failure["#text"]).toContain("\\u001b[31m <!-- ]]> & \" ' </failure><system-out> \\u0000");
        expect(caseOf("sql-server-min-tls-12", [{ ...hostile, verdict: "undecided" }]).skipped.message).toContain(
            "</failure>",
        );
    });

    it("reports what a real preview breaks", () => {
        const { failures, skipped, testsuite } = report();
        const broken = (key: string) => testsuite.testcase.filter((each: object) => key in each).length;
        expect(failures).toBe(String(broken("failure")));
        expect(skipped).toBe(String(broken("skipped")));
        expect(broken("failure")).toBeGreaterThan(20);
    });
});
