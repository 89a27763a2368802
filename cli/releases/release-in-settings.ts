import { type Document, isMap, isScalar, type Pair, parseDocument, Scalar, type YAMLMap } from "yaml";
import type { ReleaseSettings } from "./asked-release";

const KEY = "figlo-advisor:release";

/** Pulumi reads YAML 1.1, where a bare date is a moment and `yes` is true: what means something else there is put in quotes. */
const FORM = { compat: "yaml-1.1", uniqueKeys: false } as const;

/** Lines stay as long as they are. */
const WHOLE_LINES = { lineWidth: 0 } as const;

/**
 * The text of a settings file with another release in it. Every other line stays as it is, byte by byte; so do comments inside the
 * release.
 *
 * @param text a settings file that was read without a mistake
 */
export function withReleaseIn(text: string, release: ReleaseSettings): string {
    const place = blockOf(text);
    if (place === undefined) {
        // In braces, as JSON writes it, there are no lines of its own.
        const document = parseDocument(text, FORM);
        fill(document, document.getIn(["config", KEY]) as YAMLMap, release);
        return withEndings(document.toString(WHOLE_LINES), text);
    }
    const { from, to, indentation } = place;
    const block = parseDocument(text.slice(from, to), FORM);
    fill(block, block.get(KEY) as YAMLMap, release);
    const lines = block
        .toString({ ...WHOLE_LINES, indent: stepOf(text.slice(from, to), indentation) })
        .replace(/^(?=.)/gm, " ".repeat(indentation));
    const ending = /\n$/.test(text.slice(from, to)) ? lines : lines.replace(/\n$/, "");
    return text.slice(0, from) + withEndings(ending, text) + text.slice(to);
}

interface Place {
    readonly from: number;
    readonly to: number;
    /** Spaces before the key. */
    readonly indentation: number;
}

/** Where the release stands on lines of its own. */
function blockOf(text: string): Place | undefined {
    const config = parseDocument(text, FORM).get("config");
    const pair = isMap(config)
        ? (config.items as Pair[]).find(({ key }) => isScalar(key) && key.value === KEY)
        : undefined;
    const start = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
    const end = isMap(pair?.value) ? pair.value.range?.[2] : undefined;
    if (start === undefined || end === undefined) {
        return undefined;
    }
    const from = startOfLine(text, start);
    const before = text.slice(from, start);
    const isOwnLine = isMap(config) && !config.flow && /^ *$/.test(before);
    return isOwnLine ? { from, to: wholeLines(text, end), indentation: before.length } : undefined;
}

const startOfLine = (text: string, offset: number): number => text.lastIndexOf("\n", offset - 1) + 1;

/** Behind a comment the parser counts the spaces of the next line to what stands before them. */
const wholeLines = (text: string, end: number): number =>
    text.slice(startOfLine(text, end), end).trim() === "" ? startOfLine(text, end) : end;

/** Spaces by which the lines of the release stand further in than its key. */
const stepOf = (block: string, indentation: number): number =>
    Math.max(1, (/\n( +)[^\s#]/.exec(block)?.[1]?.length ?? indentation + 2) - indentation);

/** Line ends of the file that was read. */
const withEndings = (lines: string, text: string): string =>
    text.includes("\r\n") ? lines.replace(/\r?\n/g, "\r\n") : lines;

function fill(document: Document, map: YAMLMap, release: ReleaseSettings): void {
    const before = map.toJSON() as Record<string, unknown>;
    for (const key of ["version", "digest", "commit", "approver", "rollback", "breakGlass"] as const) {
        const value = release[key];
        if (value === undefined) {
            map.delete(key);
        } else if (typeof value === "string") {
            // Changed in its place, so that a comment behind it stays; quotes stay too.
            map.set(key, value);
        } else if (JSON.stringify(value) !== JSON.stringify(before[key])) {
            map.set(key, document.createNode(quotedWords(value)));
        }
    }
}

/** Sentences of people hold whatever they hold. */
const quotedWords = (texts: Readonly<Record<string, string>>): Record<string, Scalar> =>
    Object.fromEntries(
        Object.entries(texts).map(([key, text]) => {
            const scalar = new Scalar(text);
            scalar.type = Scalar.QUOTE_DOUBLE;
            return [key, scalar];
        }),
    );
