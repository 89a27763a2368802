import Table from "cli-table3";
import type { Colors } from "picocolors/types";

type Cell = string | number;

export interface Column {
    readonly head: string;
    readonly align: "left" | "center" | "right";
}

const NO_LINES = Object.fromEntries(
    ["top", "bottom", "left", "right", "mid"].flatMap((side) =>
        ["", "-mid", "-left", "-right"].map((part) => [`${side}${part}`, ""]),
    ),
);

/** A table without lines, two spaces between its columns and none at the end. */
export function plainTable(columns: readonly Column[], rows: readonly (readonly Cell[])[], colours: Colors): string {
    const table = new Table({
        head: columns.map(({ head }) => head),
        colAligns: columns.map(({ align }) => align),
        chars: { ...NO_LINES, middle: "" },
        style: { head: colours.isColorSupported ? ["bold"] : [], "padding-left": 0, "padding-right": 2 },
    });
    table.push(...rows.map((row) => [...row]));
    return `${table.toString().replace(/ +$/gm, "")}\n`;
}

/** `ontwikkeling` is O: the four initials are what the street is named after. */
export const initialOf = (environment: string): string => environment.slice(0, 1).toUpperCase();
