import type { Colors } from "picocolors/types";
import wrap from "wrap-ansi";
import type { Finding } from "../../policies/model";
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
    const lines = group.map(({ environment, finding }) => {
        const [, , types = "", name = ""] = finding.urn.split("::");
        const type = shortType(types.split("$").pop() ?? "");
        return indented(`${environment}  ${name} (${type}): ${finding.message}`, 4, columns);
    });
    return `${head}\n${indented(`Remedy: ${first.remedy}`, 2, columns)}${lines.join("")}`;
}

function indented(text: string, by: number, columns: number): string {
    const margin = " ".repeat(by);
    const width = Math.max(columns - by, 20);
    return `${wrap(text, width, { hard: true })
        .split("\n")
        .map((line) => margin + line)
        .join("\n")}\n`;
}
