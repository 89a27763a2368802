import { stripVTControlCharacters } from "node:util";
import Table from "cli-table3";
import type { Colors } from "picocolors/types";
import wrap from "wrap-ansi";
import { type Flexible, fitColumns, GAP } from "./fit-columns";

type Cell = string | number;

export interface Column extends Flexible {
    readonly head: string;
    readonly align: "left" | "center" | "right";
}

const NO_LINES = Object.fromEntries(
    ["top", "bottom", "left", "right", "mid"].flatMap((side) =>
        ["", "-mid", "-left", "-right"].map((part) => [`${side}${part}`, ""]),
    ),
);

/** A table without lines, two spaces between its columns and none at the end, within the terminal's width as far as its columns allow. */
export function plainTable(
    columns: readonly Column[],
    rows: readonly (readonly Cell[])[],
    room: number,
    colours: Colors,
): string {
    const natural = columns.map(({ head }, index) =>
        Math.max(...[head, ...rows.map((row) => row[index])].map(widthOf)),
    );
    const widths = fitColumns(columns, natural, room);
    const shown = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, index) => widths[index] !== undefined);
    const table = new Table({
        // Bold here and not by the table, which would put the spaces behind the last head between the signs for bold.
        head: shown(columns).map(({ head }) => colours.bold(head)),
        colAligns: shown(columns).map(({ align }) => align),
        chars: { ...NO_LINES, middle: "" },
        style: { head: [], "padding-left": 0, "padding-right": GAP },
    });
    table.push(...rows.map((row) => [...shown(row.map((cell, index) => within(cell, widths[index])))]));
    return `${table.toString().replace(/ +$/gm, "")}\n`;
}

const widthOf = (cell: Cell = ""): number => stripVTControlCharacters(String(cell)).length;

const within = (cell: Cell, width: number | undefined): Cell =>
    width === undefined || widthOf(cell) <= width ? cell : wrap(String(cell), width, { hard: true });

/** `ontwikkeling` is O: the four initials are what the street is named after. */
export const initialOf = (environment: string): string => environment.slice(0, 1).toUpperCase();
