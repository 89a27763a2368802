import type { Colors } from "picocolors/types";
import { type Column, plainTable } from "../show/plain-table";
import { DRILL_FOLDER, type DrillRecord } from "./failover-drill";

const COLUMNS: readonly Column[] = [
    { head: "", align: "left" },
    { head: "step", align: "left", least: 20 },
    { head: "result", align: "left", least: 20 },
    { head: "seconds", align: "right" },
];

/** A drill for people: a line for each step, and what it is worth. */
export function drillText(record: DrillRecord, columns: number, colours: Colors): string {
    const { environment, today, passed, steps } = record;
    const rows = steps.map(({ step, result, seconds, ...one }) => [
        one.passed ? colours.green("ok") : colours.red("failed"),
        step,
        result,
        seconds,
    ]);
    return [
        `Failover drill of ${environment} in a sandbox, ${today}\n`,
        plainTable(COLUMNS, rows, columns, colours),
        passed
            ? "Passed. A drill in a sandbox meets no measure: Azure itself was not tried.\n"
            : `Failed: what comes after the step that failed was not tried.\nWhat is left of it, its logs too: ${DRILL_FOLDER}\n`,
    ].join("\n");
}
