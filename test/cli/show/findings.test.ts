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
        columns,
        createColors(false),
    );

describe("showFindings", () => {
    it("says the rule and its remedy once, and what several environments share once", () => {
        expect(show({ test: [finding()], productie: [finding(), finding({ message: "http" })] })).toBe(
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
        const shown = show({ test: [finding({ rule: "a", level: "advisory" }), finding({ rule: "z" })] });
        expect(shown.indexOf("✗ z")).toBeLessThan(shown.indexOf("! a"));
    });

    it("shows a few lines of a rule that many resources break, and how many more there are", () => {
        const many = Array.from({ length: 30 }, (_, i) => finding({ message: `number ${i}` }));
        expect(show({ test: many }).trimEnd().split("\n").at(-1)).toBe("    and 22 more; --json lists them all");
    });

    it("keeps within the width of the terminal", () => {
        const shown = show({ test: [finding({ message: "word ".repeat(60) })] }, 60);
        expect(shown.split("\n").filter((line) => line.length > 60)).toEqual([]);
    });
});
