import { createHash } from "node:crypto";
import { isAbsolute, relative } from "node:path";
import { CATALOGUE } from "../../policies/catalogue";
import type { Finding, Severity } from "../../policies/model";
import type { Rule } from "../../policies/rule";
import { adviceOn, codeBlock } from "../../policies/rules-document";
import { settingsFileOf } from "../../stacks/settings/environments";
import type { CheckedStack } from "../check/check-stacks";
import { STANDARD_INPUT } from "../check/read-input";
import { version as VERSION } from "../package.json";
import { decidedBy } from "../show/decides";
import { exemptionSentences } from "../show/exemptions";
import { brief, harmless } from "../show/harmless";

/** Where GitHub draws its lines: critical from 9.0, high from 7.0, medium from 4.0. */
const SCORES: Readonly<Record<Severity, string>> = { critical: "9.5", high: "8.0", medium: "5.5", low: "3.0" };

/**
 * Findings as a log of SARIF 2.1.0 (OASIS), as GitHub's code scanning takes it.
 *
 * @param file what was checked, or `-`
 * @param today ISO date
 */
export function sarif(stacks: readonly CheckedStack[], file: string, today: string): object {
    const ids = new Set(stacks.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
    const rules = CATALOGUE.filter(({ id }) => ids.has(id));
    const indexes = new Map(rules.map(({ id }, index) => [id, index]));
    const results = stacks.flatMap((stack) => {
        const uri = fileOf(stack, file);
        const prints = fingerprints(stack);
        return stack.findings.map((finding, index) => ({
            ruleId: finding.rule,
            ruleIndex: indexes.get(finding.rule) ?? -1,
            ...result(finding, uri, stack.kind),
            partialFingerprints: prints[index],
        }));
    });
    const exemptions = stacks.flatMap((stack) =>
        exemptionSentences(stack, today).map((sentence) => `${brief(stack.name) || "stack"}: ${sentence}`),
    );
    return {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [
            {
                tool: { driver: { name: "otap", semanticVersion: VERSION, rules: rules.map(descriptor) } },
                columnKind: "utf16CodeUnits",
                results,
                // Also those that nothing needs.
                ...(exemptions.length === 0 ? {} : { properties: { exemptions } }),
            },
        ],
    };
}

function descriptor({ id, title, severity, measures, remedy, sources }: Rule): object {
    const [psrule] = sources.psrule ?? [];
    const { why, example } = adviceOn(id);
    const elsewhere = Object.entries(sources).map(([tool, ids]) => `- ${tool}: ${ids.join(", ")}`);
    return {
        id,
        name: pascalCase(id),
        shortDescription: { text: title },
        fullDescription: { text: `${title}. ${why}` },
        help: {
            text: `${title}. ${why} ${remedy}`,
            markdown: [`**${title}.** ${why}`, remedy, codeBlock(example), elsewhere.join("\n")]
                .filter((part) => part !== "")
                .join("\n\n"),
        },
        ...(psrule ? { helpUri: `https://azure.github.io/PSRule.Rules.Azure/en/rules/${psrule}/` } : {}),
        defaultConfiguration: { level: "error" },
        properties: {
            tags: ["security", ...measures.map((measure) => `measure-${measure}`)],
            "security-severity": SCORES[severity],
            precision: "high",
        },
    };
}

const pascalCase = (id: string): string => id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

function result(finding: Finding, uri: string, kind: CheckedStack["kind"]): object {
    const { urn, message, verdict, exemption } = finding;
    const [, , types = "", name = urn] = urn.split("::");
    return {
        ...severityOf(finding),
        message: {
            text: plain(`${name}: ${message}`) + (verdict === "undecided" ? `. ${plain(decidedBy(kind))}` : ""),
        },
        locations: [
            {
                // GitHub drops a result without a file; a plan has no lines.
                physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } },
                logicalLocations: [{ name, fullyQualifiedName: urn, kind: types.split("$").pop() || "resource" }],
            },
        ],
        ...(exemption === undefined
            ? {}
            : { suppressions: [{ kind: "external", status: "accepted", justification: exemption.reason }] }),
    };
}

/** What is undecided is for a person to look at, and has by the standard (3.27.10) no level. */
function severityOf({ level, verdict }: Finding): object {
    if (verdict === "undecided") {
        return { kind: "review", level: "none" };
    }
    return { kind: "fail", level: level === "mandatory" ? "error" : "warning" };
}

/** `[text](link)` in a message is a link (3.11.6), and what a resource is called must not make one. */
const plain = (message: string): string => harmless(message).replace(/[[\]\\]/g, "\\$&");

/**
 * The same for the same problem in each run: neither a value nor an exemption in the message makes it a new one, so several findings of
 * a rule in one resource are numbered. GitHub goes by `primaryLocationLineHash` alone, which ends in a number as CodeQL writes it.
 */
function fingerprints({ name, findings }: CheckedStack): readonly object[] {
    const keyOf = ({ rule, urn }: Finding): string => JSON.stringify([name, rule, urn]);
    const prints = new Map<Finding, string>();
    const counts = new Map<string, number>();
    for (const finding of [...findings].sort((a, b) => (a.message < b.message ? -1 : a.message > b.message ? 1 : 0))) {
        const key = keyOf(finding);
        const number = counts.get(key) ?? 0;
        counts.set(key, number + 1);
        prints.set(finding, createHash("sha256").update(`${key}${number}`).digest("hex").slice(0, 32));
    }
    return findings.map((finding) => {
        const print = prints.get(finding) ?? "";
        return { primaryLocationLineHash: `${print}:1`, "otapFinding/v1": print };
    });
}

/** The file of the repository in which a reader begins to look; relative, since a log must not tell where it was made. */
function fileOf({ own, level, name }: CheckedStack, file: string): string {
    if (own) {
        return settingsFileOf(level);
    }
    const path = relative("", file).split("\\").join("/");
    const checked =
        file === STANDARD_INPUT || isAbsolute(path) || path.startsWith("../") ? `Pulumi.${name}.yaml` : path;
    return harmless(checked).split("/").map(encodeURIComponent).join("/");
}
