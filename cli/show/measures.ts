import Table from "cli-table3";
import type { Colors } from "picocolors/types";
import type { JudgedMeasure, MeasureVerdict } from "../measures/judge-measures";
import { MEASURES } from "../measures/measures";

export interface EnvironmentMeasures {
    readonly environment: string;
    readonly measures: Readonly<Record<string, JudgedMeasure>>;
}

const GLYPHS: Readonly<Record<MeasureVerdict, string>> = { met: "✓", violated: "✗", undecided: "?" };

/** The fourteen measures against the environments: a verdict for each, and what the verdicts rest on. */
export function showMeasures(environments: readonly EnvironmentMeasures[], colours: Colors): string {
    const table = new Table({
        head: [
            "#",
            "Measure",
            ...environments.map(({ environment }) => environment.slice(0, 1).toUpperCase()),
            "Basis",
        ],
        colAligns: ["right", "left", ...environments.map(() => "center" as const), "left"],
        chars: BORDERLESS,
        style: { head: colours.isColorSupported ? ["bold"] : [], "padding-left": 0, "padding-right": 2 },
    });
    for (const { number, title } of MEASURES) {
        const judged = environments.map(({ measures }) => measures[String(number)] as JudgedMeasure);
        const bases = [...new Set(judged.flatMap(({ basis }) => basis))];
        table.push([number, title, ...judged.map(({ verdict }) => glyph(verdict, colours)), bases.join(", ")]);
    }
    const legend = environments.map(({ environment }) => `${environment.slice(0, 1).toUpperCase()} ${environment}`);
    return `${table.toString()}\n\n✓ met  ✗ violated  ? undecided     ${legend.join("  ")}\n`;
}

/** Why measures are not met: each reason once, with the environments that it concerns. */
export function showOpenMeasures(environments: readonly EnvironmentMeasures[]): string {
    const lines = MEASURES.flatMap(({ number, title }) => {
        const reasons = new Map<string, string[]>();
        for (const { environment, measures } of environments) {
            const { verdict, evidence } = measures[String(number)] as JudgedMeasure;
            for (const reason of verdict === "met" ? [] : evidence.filter(isOpen)) {
                reasons.set(reason, [...(reasons.get(reason) ?? []), environment]);
            }
        }
        return [...reasons].map(([reason, where]) => {
            const concerned = where.length === environments.length && where.length > 1 ? "all" : where.join(", ");
            return { number, title, reason, concerned };
        });
    });
    return lines
        .map(({ number, title, reason, concerned }) => `${number}. ${title} (${concerned})\n   ${reason}\n`)
        .join("");
}

const isOpen = (sentence: string): boolean => !/^(holds in the plan|attested):/.test(sentence);

function glyph(verdict: MeasureVerdict, colours: Colors): string {
    const paint = { met: colours.green, violated: colours.red, undecided: colours.yellow }[verdict];
    return paint(GLYPHS[verdict]);
}

export const BORDERLESS = {
    top: "",
    "top-mid": "",
    "top-left": "",
    "top-right": "",
    bottom: "",
    "bottom-mid": "",
    "bottom-left": "",
    "bottom-right": "",
    left: "",
    "left-mid": "",
    mid: "",
    "mid-mid": "",
    right: "",
    "right-mid": "",
    middle: "",
};
