import { type CST, Document, isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from "yaml";

/** Pulumi reads YAML 1.1, and so do many editors: what means something else there is put in quotes. */
const FORM = { compat: "yaml-1.1" } as const;

/** A row of a tenant file, as it stands in its text. */
interface Row {
    readonly map: YAMLMap;
    /** Spaces before its hyphen. */
    readonly indentation: number;
    /** Offset of its first line; comments that stand right above it are part of it. */
    readonly from: number;
    /** Offset behind its last line. */
    readonly to: number;
}

export interface Suspension {
    /** ISO dates. */
    readonly since: string;
    readonly keepUntil: string;
    readonly reason: string;
}

/**
 * Each of these returns the text of a tenant file with one row changed, byte by byte as it was elsewhere; `undefined` where the file keeps its
 * rows in braces, or otherwise in a form in which no row has lines of its own.
 */
export type Edited = string | undefined;

/** With a tenant at the end, active and with no address. */
export function withTenant(
    text: string,
    { id, name, shard }: { readonly id: string; readonly name: string; readonly shard: string },
): Edited {
    const last = rowsIn(text).at(-1);
    if (last === undefined) {
        return undefined;
    }
    const margin = " ".repeat(last.indentation);
    const lines = [
        `- id: ${id}`,
        `  name: ${inline(name)}`,
        `  shard: ${JSON.stringify(shard)}`,
        "  status: active",
        "  addresses: []",
    ];
    const ending = text.slice(0, last.to).endsWith("\n") ? "" : lineEndOf(text);
    return spliced(text, last.to, last.to, ending + lines.map((line) => margin + line + lineEndOf(text)).join(""));
}

export function withoutTenant(text: string, id: string): Edited {
    const row = rowOf(text, id);
    return row && spliced(text, row.from, row.to, "");
}

/** With another status, and with the suspension that belongs to it; one that stands there already stays as it is written. */
export function withStatus(text: string, id: string, status: string, suspended?: Suspension): Edited {
    const row = rowOf(text, id);
    const [key, value] = row ? scalarsOf(row.map, "status") : [];
    if (row === undefined || key === undefined || value === undefined) {
        return undefined;
    }
    const margin = " ".repeat(key - startOfLine(text, key));
    const block = suspended && [
        "suspended:",
        `  since: "${suspended.since}"`,
        `  keepUntil: ${JSON.stringify(suspended.keepUntil)}`,
        `  reason: ${JSON.stringify(suspended.reason)}`,
    ];
    const lineEnd = endOfLine(text, value.to);
    const missing = text.slice(0, lineEnd).endsWith("\n") ? "" : lineEndOf(text);
    const added = block === undefined ? "" : missing + block.map((line) => margin + line + lineEndOf(text)).join("");
    return spliced(spliced(text, lineEnd, lineEnd, added), value.from, value.to, status);
}

export function withoutSuspension(text: string, id: string): Edited {
    const pair = (rowOf(text, id)?.map.items as Pair[] | undefined)?.find(isNamed("suspended"));
    const from = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
    const to = isMap(pair?.value) ? pair.value.range?.[1] : undefined;
    return from === undefined || to === undefined
        ? undefined
        : spliced(text, startOfLine(text, from), endOfContent(text, to), "");
}

const rowOf = (text: string, id: string): Row | undefined => rowsIn(text).find(({ map }) => map.get("id") === id);

function rowsIn(text: string): readonly Row[] {
    const rows = parseDocument(text, { ...FORM, keepSourceTokens: true }).get("tenants");
    if (!isSeq(rows) || rows.flow) {
        return [];
    }
    const tokens = (rows.srcToken as CST.BlockSequence).items;
    return rows.items.flatMap((map, index) => {
        const hyphen = tokens[index]?.start.find(({ type }) => type === "seq-item-ind")?.offset;
        const end = isMap(map) && !map.flow ? map.range?.[1] : undefined;
        if (hyphen === undefined || end === undefined) {
            return [];
        }
        const line = startOfLine(text, hyphen);
        const indentation = hyphen - line;
        const from = aboveComments(text, line, indentation);
        return [
            { map: map as YAMLMap, indentation, from, to: belowComments(text, endOfContent(text, end), indentation) },
        ];
    });
}

/** The offset of a key, and from where to where its value stands. */
function scalarsOf(map: YAMLMap, name: string): readonly [number?, { from: number; to: number }?] {
    const pair = (map.items as Pair[]).find(isNamed(name));
    const key = isScalar(pair?.key) ? pair.key.range : undefined;
    const value = isScalar(pair?.value) ? pair.value.range : undefined;
    return key && value ? [key[0], { from: value[0], to: value[1] }] : [];
}

const isNamed =
    (name: string) =>
    ({ key }: Pair): boolean =>
        isScalar(key) && key.value === name;

const startOfLine = (text: string, offset: number): number => text.lastIndexOf("\n", offset - 1) + 1;

/** Behind the line's own end. */
const endOfLine = (text: string, offset: number): number => {
    const end = text.indexOf("\n", offset);
    return end < 0 ? text.length : end + 1;
};

/** Behind the line on which what ends here has its last letter: the parser may count the empty lines below to it. */
const endOfContent = (text: string, offset: number): number => endOfLine(text, text.slice(0, offset).trimEnd().length);

/** Comments right above a row, as far in as its hyphen, speak of it. */
function aboveComments(text: string, line: number, indentation: number): number {
    const above = startOfLine(text, line - 1);
    return line > 0 && isComment(text.slice(above, line), indentation, indentation)
        ? aboveComments(text, above, indentation)
        : line;
}

/** Comments below its last line, further in than its hyphen, do too. */
function belowComments(text: string, line: number, indentation: number): number {
    const below = endOfLine(text, line);
    return below > line && isComment(text.slice(line, below), indentation + 1, Infinity)
        ? belowComments(text, below, indentation)
        : line;
}

const isComment = (line: string, least: number, most: number): boolean => {
    const spaces = /^( *)#/.exec(line)?.[1]?.length;
    return spaces !== undefined && spaces >= least && spaces <= most;
};

const spliced = (text: string, from: number, to: number, added: string): string =>
    text.slice(0, from) + added + text.slice(to);

const lineEndOf = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");

/** As YAML would write it, on one line. */
function inline(value: string): string {
    const written = new Document(value, FORM).toString({ lineWidth: 0 }).trimEnd();
    return written.includes("\n") ? JSON.stringify(value) : written;
}
