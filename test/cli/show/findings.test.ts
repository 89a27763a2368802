import { createColors } from "picocolors";
import { showFindings } from "../../../cli/show/findings";
import type { Finding } from "../../../policies/model";

const finding = (changes: Partial<Finding> = {}): Finding => ({
    rule: "web-https-only",
    level: "mandatory",
    verdict: "violated",
    urn: "urn:pulumi:test::figlo-advisor::figlo:infra:WebApp$azure-native:web:WebApp::site",
    message: "httpsOnly is not set",
    remedy: "Set httpsOnly to true.",
    measures: [9],
    ...changes,
});

const show = (findings: Readonly<Record<string, readonly Finding[]>>, columns = 80) =>
    showFindings(
        Object.entries(findings).map(([environment, own]) => ({ environment, findings: own })),
        { columns, colours: createColors(false) },
    );

const details = (findings: Readonly<Record<string, readonly Finding[]>>, columns?: number) =>
    show(findings, columns).details;

/** A thousand findings of so many rules. */
const thousand = (rules: number, changes: Partial<Finding> = {}): readonly Finding[] =>
    Array.from({ length: 1000 }, (_, index) =>
        finding({
            rule: `rule-${index % rules}`,
            urn: `urn:pulumi:test::shop::azure-native:web:WebApp::site-${index}`,
            remedy: `Mend it by the book, ${"chapter and verse, ".repeat(index % 9)}and run the preview again.`,
            ...changes,
        }),
    );

const lines = (text: string): readonly string[] => text.split("\n").slice(0, -1);

describe("showFindings", () => {
    it("says the rule and its remedy once, and what several environments share once", () => {
        expect(details({ test: [finding()], productie: [finding(), finding({ message: "http" })] })).toBe(
            [
                "✗ web-https-only  mandatory, violated, measure 9",
                "  Remedy: Set httpsOnly to true.",
                "    test, productie: site (web:WebApp): httpsOnly is not set",
                "    productie: site (web:WebApp): http",
                "",
            ].join("\n"),
        );
    });

    it("puts what stops a deployment first", () => {
        const shown = details({ test: [finding({ rule: "a", level: "advisory" }), finding({ rule: "z" })] });
        expect(shown.indexOf("✗ z")).toBeLessThan(shown.indexOf("! a"));
    });

    it("puts what is undecided last, once under what decides it", () => {
        const undecided = { verdict: "undecided", message: "siteConfig is not known before deployment" } as const;
        expect(
            details({
                test: [
                    finding({ rule: "a", ...undecided }),
                    finding({ rule: "b", ...undecided, level: "advisory" }),
                    finding({ level: "advisory" }),
                ],
            }),
        ).toBe(
            [
                "! web-https-only  advisory, violated, measure 9",
                "  Remedy: Set httpsOnly to true.",
                "    test: site (web:WebApp): httpsOnly is not set",
                "",
                "To be checked after deployment: pulumi stack export | npx otap check -",
                "",
                "? a  mandatory, undecided, measure 9",
                "  Remedy: Set httpsOnly to true.",
                "    test: site (web:WebApp): siteConfig is not known before deployment",
                "",
                "? b  advisory, undecided, measure 9",
                "  Remedy: Set httpsOnly to true.",
                "    test: site (web:WebApp): siteConfig is not known before deployment",
                "",
            ].join("\n"),
        );
    });

    it("shows a few lines of a rule that many resources break, and how many more there are", () => {
        const many = Array.from({ length: 30 }, (_, i) => finding({ message: `number ${i}` }));
        expect(details({ test: many }).trimEnd().split("\n").at(-1)).toBe("    and 22 more; --json lists them all");
    });

    it.each([80, 60])("keeps within the width of a terminal of %i columns", (columns) => {
        const { overview, details: whole } = show({ test: thousand(40, { message: "word ".repeat(60) }) }, columns);
        expect(lines(overview + whole).filter((line) => line.length > columns)).toEqual([]);
    });

    it("shows nothing that a terminal would obey, and shows where it stood", () => {
        const shown = details({
            "\u001b]0;owned\u0007": [
                finding({ urn: "urn:pulumi:a::b::t::\u001b[2Jsite\u2028", message: "\ud800 is\r\nbad" }),
            ],
        });
        expect(shown).toContain("    \\u001b]0;owned\\u0007: \\u001b[2Jsite\\u2028 (t): \\ud800 is\\u000d\\u000abad\n");
    });

    it("names a resource by its whole URN where that has no parts", () => {
        expect(details({ test: [finding({ urn: "server-1" })] })).toContain(
            "    test: server-1: httpsOnly is not set\n",
        );
    });

    it("needs no overview where the details are short", () => {
        expect(show({ test: [finding()] }).overview).toBe("");
    });

    it("gives an overview of a thousand findings: counts and each remedy once", () => {
        const many = Array.from({ length: 1000 }, (_, index) =>
            finding({
                rule: `rule-${index % 4}`,
                urn: `urn:pulumi:test::shop::azure-native:web:WebApp::site-${index % 10 === 0 ? 0 : index}`,
                ...(index % 4 === 2 ? { level: "advisory" } : {}),
                ...(index % 4 === 3 ? { verdict: "undecided" } : {}),
            }),
        );
        const { overview, details: whole } = show({ test: many });
        expect(overview).toBe(
            [
                "Findings of 4 rules: 500 mandatory, 250 advisory, 250 undecided",
                "",
                "✗ rule-1  250 resources, measure 9",
                "    Remedy: Set httpsOnly to true.",
                "✗ rule-0  201 resources, measure 9",
                "    Remedy: Set httpsOnly to true.",
                "! rule-2  201 resources, measure 9",
                "    Remedy: Set httpsOnly to true.",
                "",
                "To be checked after deployment: pulumi stack export | npx otap check -",
                "",
                "? rule-3  250 resources, measure 9",
                "    Remedy: Set httpsOnly to true.",
                "",
            ].join("\n"),
        );
        expect(whole).not.toContain("Remedy");
        expect(whole).toContain(
            "✗ rule-1  mandatory, violated, measure 9\n    test: site-1 (web:WebApp): httpsOnly is",
        );
    });

    it.each([1, 5, 20, 96, 1000])("keeps the overview of a thousand findings of %i rules within 32 lines", (rules) => {
        const { overview, details: whole } = show({ test: thousand(rules) });
        const inOverview = lines(overview).filter((line) => line.startsWith("✗ ")).length;
        expect(lines(overview).length).toBeLessThanOrEqual(32);
        expect(lines(whole).filter((line) => line.startsWith("✗ "))).toHaveLength(rules);
        // Each rule has its remedy in one of the two.
        expect(lines(overview).filter((line) => line.includes("Remedy: "))).toHaveLength(inOverview);
        expect(lines(whole).filter((line) => line.includes("Remedy: "))).toHaveLength(rules - inOverview);
    });

    it("says how much the overview leaves out", () => {
        expect(lines(show({ test: thousand(500) }).overview).at(-1)).toMatch(
            /^ {2}and \d+ findings of \d+ rules more, below$/,
        );
    });
});
