import type { Colors } from "picocolors/types";
import { indented } from "../show/indented";
import { type Column, plainTable } from "../show/plain-table";
import type { AccessRow } from "./access-row";

const INDENT = 2;

const PEOPLE: readonly Column[] = [
    { head: "may do", align: "left", least: 16 },
    { head: "on", align: "left", least: 14 },
    { head: "how", align: "left", least: 10 },
    { head: "next review", align: "left" },
];

const PLATFORM: readonly Column[] = [
    { head: "may do", align: "left", least: 24 },
    { head: "on", align: "left", least: 24 },
    { head: "why", align: "left", least: 40, drop: 1 },
];

const KINDS = ["people", "customers", "platform"] as const satisfies readonly AccessRow["kind"][];

/** The matrix for a terminal: for each environment its people and customers, by group, and then the platform, by identity. */
export const accessTable = (rows: readonly AccessRow[], columns: number, colours: Colors): string =>
    environmentsOf(rows)
        .flatMap((environment) => {
            const own = rows.filter((row) => row.environment === environment);
            return KINDS.filter((kind) => own.some((row) => row.kind === kind)).flatMap((kind) => [
                `${colours.bold(`${environment}: ${kind}`)}\n`,
                ...byWho(own.filter((row) => row.kind === kind)).map(([who, theirs]) => {
                    const table =
                        kind === "platform" ? platformOf(theirs, columns, colours) : peopleOf(theirs, columns, colours);
                    return `${who}\n${table}`;
                }),
            ]);
        })
        .join("\n");

export const environmentsOf = (rows: readonly AccessRow[]): readonly AccessRow["environment"][] => [
    ...new Set(rows.map(({ environment }) => environment)),
];

/** A group with its role in the protocol, or an identity. */
function byWho(rows: readonly AccessRow[]): readonly (readonly [string, readonly AccessRow[]])[] {
    const groups = new Map<string, AccessRow[]>();
    for (const row of rows) {
        const who = row.as === undefined ? row.who : `${row.who}, ${row.as}`;
        groups.set(who, [...(groups.get(who) ?? []), row]);
    }
    return [...groups];
}

function peopleOf(rows: readonly AccessRow[], columns: number, colours: Colors): string {
    const inPlan = inBothRegions(rows.filter(({ how }) => how !== "kept elsewhere"));
    const cells = inPlan.map(({ role, on, how, from, until, nextReview = "" }) => [
        role,
        on,
        [how, ...(from === undefined ? [] : ["from", from]), ...(until === undefined ? [] : ["until", until])].join(
            " ",
        ),
        nextReview,
    ]);
    const elsewhere = rows
        .filter(({ how }) => how === "kept elsewhere")
        .map(({ on, role, nextReview = "" }) =>
            indented(`kept elsewhere, on '${on}': ${role}; next review ${nextReview}`, INDENT, columns),
        );
    return [...(cells.length > 0 ? [inset(PEOPLE, cells, columns, colours)] : []), ...elsewhere.map(withEnd)].join("");
}

const platformOf = (rows: readonly AccessRow[], columns: number, colours: Colors): string =>
    inset(
        PLATFORM,
        rows.map(({ role, on, why }) => [role, on, why]),
        columns,
        colours,
    );

const inset = (
    heads: readonly Column[],
    cells: readonly (readonly string[])[],
    columns: number,
    colours: Colors,
): string => plainTable(heads, cells, columns - INDENT, colours).replace(/^(?=.)/gm, " ".repeat(INDENT));

const withEnd = (text: string): string => (text.endsWith("\n") ? text : `${text}\n`);

/** What somebody has in both regions, once. */
function inBothRegions(rows: readonly AccessRow[]): readonly AccessRow[] {
    const merged: AccessRow[] = [];
    for (const row of rows) {
        const both = row.on.replace(/^secondary /, "");
        const index = merged.findIndex(
            (other) =>
                row.on !== both && other.on === `primary ${both}` && other.role === row.role && other.how === row.how,
        );
        const first = merged[index];
        if (first === undefined) {
            merged.push(row);
        } else {
            merged[index] = { ...first, on: `both: ${both}` };
        }
    }
    return merged;
}
