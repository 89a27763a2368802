import type { Colors } from "picocolors/types";
import type { JudgedMeasure, MeasureVerdict } from "../measures/judge-measures";
import { MEASURES } from "../measures/measures";
import { indented } from "./indented";
import { type Column, initialOf, plainTable } from "./plain-table";

export interface EnvironmentMeasures {
    readonly environment: string;
    readonly measures: Readonly<Record<string, JudgedMeasure>>;
}

const GLYPHS: Readonly<Record<MeasureVerdict, string>> = { met: "✓", violated: "✗", undecided: "?" };

/** The fourteen measures against the environments: a verdict for each, and what the verdicts rest on. */
export function showMeasures(environments: readonly EnvironmentMeasures[], room: number, colours: Colors): string {
    const rows = MEASURES.map(({ number, title }) => {
        const judged = environments.map(({ measures }) => measures[String(number)] as JudgedMeasure);
        const bases = [...new Set(judged.flatMap(({ basis }) => basis))];
        return [number, title, ...judged.map(({ verdict }) => glyph(verdict, colours)), bases.join(", ")];
    });
    const columns: readonly Column[] = [
        { head: "#", align: "right" },
        { head: "Measure", align: "left", least: 24 },
        ...environments.map(({ environment }) => ({ head: initialOf(environment), align: "center" as const })),
        { head: "Basis", align: "left", least: "attestation".length, drop: 1 },
    ];
    const legend = environments.map(({ environment }) => `${initialOf(environment)}\u00a0${environment}`).join("  ");
    const table = plainTable(columns, rows, room, colours);
    return `${table}\n✓ met  ✗ violated  ? undecided\n${indented(legend, 0, room).replaceAll("\u00a0", " ")}`;
}

/** Why measures are not met: each reason once, with the environments that it concerns. */
export function showOpenMeasures(environments: readonly EnvironmentMeasures[], columns: number): string {
    return MEASURES.map(({ number, title }) => {
        const reasons = new Map<string, string[]>();
        for (const { environment, measures } of environments) {
            const { verdict, evidence } = measures[String(number)] as JudgedMeasure;
            for (const reason of verdict === "met" ? [] : evidence.filter(isOpen)) {
                reasons.set(reason, [...(reasons.get(reason) ?? []), environment]);
            }
        }
        const lines = [...reasons].map(([reason, where]) =>
            indented(`${reason}${whereSome(where, environments)}`, 4, columns),
        );
        return lines.length > 0 ? `${String(number).padStart(2)}  ${title}\n${lines.join("")}` : "";
    }).join("");
}

/** What each measure of one environment rests on, whether or not it is met. */
export function showEvidence(
    measures: Readonly<Record<string, JudgedMeasure>>,
    columns: number,
    colours: Colors,
): string {
    return MEASURES.map(({ number, title }) => {
        const { verdict, evidence } = measures[String(number)] as JudgedMeasure;
        const lines = evidence.map((sentence) =>
            indented(`- ${sentence}`, 4, columns).replace(/\n {4}(?=.)/g, "\n      "),
        );
        return `${String(number).padStart(2)}  ${title} ${glyph(verdict, colours)}\n${lines.join("")}`;
    }).join("");
}

/** Where not all environments are concerned, those that are. */
const whereSome = (where: readonly string[], all: readonly EnvironmentMeasures[]): string =>
    where.length === all.length ? "" : ` (${where.join(", ")})`;

const isOpen = (sentence: string): boolean => !/^((holds )?in the (plan|state)|attested|ends soon):/.test(sentence);

function glyph(verdict: MeasureVerdict, colours: Colors): string {
    const paint = { met: colours.green, violated: colours.red, undecided: colours.yellow }[verdict];
    return paint(GLYPHS[verdict]);
}
