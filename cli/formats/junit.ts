import { XMLBuilder } from "fast-xml-parser";
import { CATALOGUE } from "../../policies/catalogue";
import type { Finding } from "../../policies/model";
import type { Rule } from "../../policies/rule";
import type { CheckedStack } from "../check/check-stacks";
import { stopsDeployment } from "../check/stops-deployment";
import { decidedBy } from "../show/decides";
import { exemptionSentences } from "../show/exemptions";
import { harmless } from "../show/harmless";

/** Attributes have this before their names. */
const A = "@";

const builder = new XMLBuilder({
    attributeNamePrefix: A,
    ignoreAttributes: false,
    format: true,
    indentBy: "  ",
    suppressBooleanAttributes: false,
});

type Node = Readonly<Record<string, unknown>>;

/**
 * Findings as a JUnit report: a suite for each environment, a test case for each rule that is judged there. What stops a deployment is a
 * failure; what is advice or undecided is skipped, with the reason.
 *
 * @param today ISO date
 */
export function junit(stacks: readonly CheckedStack[], today: string): string {
    const suites = stacks.map((stack) => suite(stack, today));
    const totals = attributes({ name: "otap check", ...sum(stacks.map(countsOf)) });
    return builder.build({
        "?xml": attributes({ version: "1.0", encoding: "UTF-8" }),
        testsuites: { ...totals, testsuite: suites },
    });
}

function suite(stack: CheckedStack, today: string): Node {
    const byRule = new Map<string, Finding[]>();
    for (const finding of stack.findings) {
        byRule.set(finding.rule, byRule.get(finding.rule) ?? []);
        byRule.get(finding.rule)?.push(finding);
    }
    return {
        ...attributes({ name: stack.name || "stack", ...countsOf(stack), timestamp: `${today}T00:00:00` }),
        ...propertiesOf(stack, today),
        testcase: rulesOf(stack).map((rule) => testcase(rule, stack, byRule.get(rule.id) ?? [])),
    };
}

/** Exemptions, also those that nothing needs, so that who reads nothing else learns of them. */
function propertiesOf(stack: CheckedStack, today: string): Node {
    const exemptions = exemptionSentences(stack, today);
    const property = exemptions.map((value) => attributes({ name: "exemption in force", value }));
    return exemptions.length === 0 ? {} : { properties: { property } };
}

const rulesOf = ({ level }: CheckedStack): readonly Rule[] => CATALOGUE.filter(({ levels }) => levels[level] !== "off");

function testcase({ id, title }: Rule, { name, kind }: CheckedStack, findings: readonly Finding[]): Node {
    const [first] = findings;
    const failures = findings.filter(stopsDeployment);
    return {
        ...attributes({ classname: name || "stack", name: id, time: 0 }),
        ...(first && failures.length > 0
            ? {
                  failure: {
                      ...attributes({ message: `${title}: ${failures.length} found`, type: "mandatory" }),
                      "#text": harmlessLines([...findings.map(line), `Remedy: ${first.remedy}`]),
                  },
              }
            : {}),
        ...(first && failures.length === 0 ? { skipped: attributes({ message: reasonOf(findings, kind) }) } : {}),
    };
}

const line = ({ urn, verdict, message }: Finding): string =>
    `${urn}: ${verdict === "undecided" ? "undecided: " : ""}${message}`;

function reasonOf(findings: readonly Finding[], kind: CheckedStack["kind"]): string {
    const undecided = findings.some(({ verdict }) => verdict === "undecided");
    return `${undecided ? `${decidedBy(kind)}; ` : "advisory: "}${findings.map(line).join("; ")}`;
}

interface Counts {
    readonly tests: number;
    readonly failures: number;
    readonly errors: number;
    readonly skipped: number;
}

function countsOf(stack: CheckedStack): Counts {
    const broken = new Set(stack.findings.map(({ rule }) => rule));
    const failing = new Set(stack.findings.filter(stopsDeployment).map(({ rule }) => rule));
    return {
        tests: rulesOf(stack).length,
        failures: failing.size,
        errors: 0,
        skipped: broken.size - failing.size,
    };
}

const sum = (all: readonly Counts[]): Counts => ({
    tests: all.reduce((total, { tests }) => total + tests, 0),
    failures: all.reduce((total, { failures }) => total + failures, 0),
    errors: 0,
    skipped: all.reduce((total, { skipped }) => total + skipped, 0),
});

const attributes = (values: Readonly<Record<string, string | number>>): Node =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [`${A}${name}`, harmless(String(value))]));

const harmlessLines = (lines: readonly string[]): string => lines.map(harmless).join("\n");
