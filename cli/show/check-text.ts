import type { Colors } from "picocolors/types";
import type { CheckedStack } from "../check/check-stacks";
import type { Given } from "../check/given";
import { stopsDeployment } from "../check/stops-deployment";
import { decidedBy } from "./decides";
import { showExemptions } from "./exemptions";
import { showFindings } from "./findings";
import { brief } from "./harmless";
import { indented } from "./indented";
import { showMeasures, showOpenMeasures } from "./measures";
import { type Column, plainTable } from "./plain-table";

export interface CheckTextArgs {
    /** What the input is called. */
    readonly label: string;
    readonly kind: Given["kind"];
    readonly stacks: readonly CheckedStack[];
    /** ISO date. */
    readonly today: string;
    readonly columns: number;
    readonly colours: Colors;
}

const KINDS: Readonly<Record<Given["kind"], string>> = {
    plan: "a plan of otap",
    resources: "a list of resources",
    preview: "a preview of the engine",
    export: "an export of the engine: what is deployed",
};

/** A check for a reader at a terminal: what was judged, findings with their remedies, and the counts last, where the eye rests. */
export function checkText({ label, kind, stacks, today, columns, colours }: CheckTextArgs): string {
    const named = stacks.map(({ name, findings }) => ({ environment: name || "stack", findings }));
    const { overview, details } = showFindings(named, { columns, colours, decides: decidedBy(kind) });
    const exempted = stacks.map((stack) => ({ ...stack, environment: brief(stack.name) || "stack" }));
    const own = stacks.filter((stack) => stack.own).map(({ name, measures }) => ({ environment: name, measures }));
    const notes = stacks.flatMap((stack) => stack.notes).map((note) => indented(note, 0, columns));
    return [
        indented(`${label} is ${KINDS[kind]}; judged by ${today}.`, 0, columns) + notes.join(""),
        overview,
        details || "No findings: every rule holds.\n",
        showExemptions(exempted, today, columns),
        own.length > 0 ? showMeasures(own, columns, colours) : "",
        showOpenMeasures(own, columns),
        plainTable(COLUMNS, stacks.map(rowOf), columns, colours),
    ]
        .filter((part) => part !== "")
        .join("\n");
}

function rowOf({ name, level, own, resources, findings }: CheckedStack): (string | number)[] {
    const undecided = findings.filter(({ verdict }) => verdict === "undecided").length;
    const mandatory = findings.filter(stopsDeployment).length;
    return [
        brief(name) || "–",
        own ? level : `${level}, not of this street`,
        resources.length,
        mandatory,
        findings.length - mandatory - undecided,
        undecided,
    ];
}

const COLUMNS: readonly Column[] = [
    { head: "Stack", align: "left", least: 12 },
    { head: "Judged as", align: "left", least: 12, drop: 2 },
    { head: "Resources", align: "right", drop: 1 },
    { head: "Mandatory", align: "right" },
    { head: "Advisory", align: "right" },
    { head: "Undecided", align: "right" },
];
