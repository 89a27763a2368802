/** What a column of a table may lose where the terminal is narrow. */
export interface Flexible {
    /** Its cells may be wrapped to this many characters; never when left out. */
    readonly least?: number;
    /** It may be left out, those with the lowest number first; never when left out. */
    readonly drop?: number;
}

/** Characters between two columns. */
export const GAP = 2;
/** Below this a wrapped cell cannot be read any more. */
const NARROWEST = 8;

/**
 * The widths that make a table fit: first what may be wrapped is, then what may be left out is, and at last what may be wrapped is
 * wrapped further.
 *
 * @param columns what may be done to each
 * @param natural the width of each without a limit
 * @param room characters for the whole table
 * @returns a width for each column, `undefined` for one that is left out.
 */
export function fitColumns(
    columns: readonly Flexible[],
    natural: readonly number[],
    room: number,
): readonly (number | undefined)[] {
    const widths: (number | undefined)[] = [...natural];
    for (;;) {
        const shrunk = shrink(columns, widths, room, ({ least }) => least);
        const next = columns
            .map(({ drop }, index) => ({ drop: drop ?? Infinity, index }))
            .filter(({ drop, index }) => drop < Infinity && widths[index] !== undefined)
            .sort((a, b) => a.drop - b.drop)[0];
        if (excess(shrunk, room) <= 0 || next === undefined) {
            return shrink(columns, shrunk, room, ({ least }) => least && Math.min(least, NARROWEST));
        }
        widths[next.index] = undefined;
    }
}

/** What can be wrapped gives way, the last column first. */
function shrink(
    columns: readonly Flexible[],
    widths: readonly (number | undefined)[],
    room: number,
    leastOf: (column: Flexible) => number | undefined,
): readonly (number | undefined)[] {
    let over = excess(widths, room);
    return widths
        .map((width, index) => ({ width, least: leastOf(columns[index] ?? {}) }))
        .reverse()
        .map(({ width, least }) => {
            const given = width === undefined || least === undefined ? 0 : Math.max(0, Math.min(over, width - least));
            over -= given;
            return width === undefined ? undefined : width - given;
        })
        .reverse();
}

function excess(widths: readonly (number | undefined)[], room: number): number {
    const shown = widths.filter((width) => width !== undefined);
    return shown.reduce((sum, width) => sum + width, GAP * Math.max(0, shown.length - 1)) - room;
}
