import type { Colors } from "picocolors/types";
import type { Finding } from "../../policies/model";
import { indented } from "./indented";
import { shortType } from "./tree";

export interface EnvironmentFindings {
    readonly environment: string;
    readonly findings: readonly Finding[];
}

/** Findings by rule: the remedy once, then each resource with what was found. Mandatory ones come first. */
export function showFindings(environments: readonly EnvironmentFindings[], columns: number, colours: Colors): string {
    const groups = groupByRule(environments);
    return groups.map((group) => showGroup(group, columns, colours)).join("\n");
}

/** Lines under one rule: a hundred databases with one fault would hide the next rule. */
const MOST_LINES = 8;

interface Located {
    readonly environment: string;
    readonly finding: Finding;
}

function groupByRule(environments: readonly EnvironmentFindings[]): readonly (readonly Located[])[] {
    const groups = new Map<string, Located[]>();
    for (const { environment, findings } of environments) {
        for (const finding of findings) {
            const key = `${finding.level === "mandatory" ? 0 : 1} ${finding.verdict} ${finding.rule}`;
            groups.set(key, [...(groups.get(key) ?? []), { environment, finding }]);
        }
    }
    return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, located]) => located);
}

function showGroup(group: readonly Located[], columns: number, colours: Colors): string {
    const [{ finding: first } = { finding: undefined }] = group;
    if (!first) {
        return "";
    }
    const mark = first.level === "mandatory" ? colours.red("✗") : colours.yellow("!");
    const head = `${mark} ${colours.bold(first.rule)}  ${first.level}, ${first.verdict}, measure ${first.measures.join(", ")}`;
    const all = [...byMessage(group)];
    const lines = all
        .slice(0, MOST_LINES)
        .map(([message, where]) => indented(`${where.join(", ")}: ${message}`, 4, columns));
    if (all.length > MOST_LINES) {
        lines.push(indented(`and ${all.length - MOST_LINES} more; --json lists them all`, 4, columns));
    }
    return `${indented(head, 0, columns)}${indented(`Remedy: ${first.remedy}`, 2, columns)}${lines.join("")}`;
}

/** The same thing in several environments is said once. */
function byMessage(group: readonly Located[]): ReadonlyMap<string, readonly string[]> {
    const lines = new Map<string, string[]>();
    for (const { environment, finding } of group) {
        const [, , types = "", name = ""] = finding.urn.split("::");
        const message = `${name} (${shortType(types.split("$").pop() ?? "")}): ${finding.message}`;
        lines.set(message, [...(lines.get(message) ?? []), environment]);
    }
    return lines;
}
