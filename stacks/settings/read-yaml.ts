import {
    type Document,
    isAlias,
    isMap,
    isScalar,
    isSeq,
    LineCounter,
    type ParsedNode,
    parseDocument,
    Scalar,
} from "yaml";
import type { Mistake } from "./settings-error";

export interface YamlOptions {
    /** False where Pulumi reads the file too: its YAML 1.1 makes a moment of a bare date, and reads some numbers otherwise. */
    readonly bareDates: boolean;
}

export interface YamlText {
    /** Plain values only; `undefined` when the text is not `usable`. */
    readonly value: unknown;
    readonly mistakes: readonly Mistake[];
    /** False when the text is so wrong that its content says nothing. */
    readonly usable: boolean;
}

/** Characters; a settings file has some thousands. */
const LONGEST = 1_000_000;
const DEEPEST = 20;

/** Plain values from YAML text, and what is wrong with the text, by line and column. Never throws. */
export function readYaml(file: string, text: string, options: YamlOptions): YamlText {
    if (text.length > LONGEST) {
        return unusable(file, `the file has ${text.length} characters; at most ${LONGEST} are read`);
    }
    try {
        return new Reader(file, text, options).read();
    } catch {
        // The parser recurses, so text that nests without end ends its stack.
        return unusable(file, `nested too deeply to be read; settings are at most ${DEEPEST} levels deep`);
    }
}

const unusable = (file: string, message: string): YamlText => ({
    value: undefined,
    mistakes: [{ file, path: "", message }],
    usable: false,
});

/** What the parser's codes mean for somebody who edits settings. */
const SENTENCES: Readonly<Record<string, string>> = {
    TAB_AS_INDENT: "a tab indents the line; use spaces",
    DUPLICATE_KEY: "the key stands twice in one mapping; keep one of them",
    MULTIPLE_DOCS: "a second document begins; keep one in the file",
    BAD_ALIAS: "an alias points at no anchor; write the value out",
    MULTILINE_IMPLICIT_KEY: "a key goes on over several lines; is a colon or a quote missing?",
    MISSING_CHAR: "a character is missing here, often a quote, a bracket or a colon",
    BAD_INDENT: "the line is indented otherwise than those it belongs to",
    BLOCK_AS_IMPLICIT_KEY:
        "a nested mapping begins on the line of its key; begin it on the next, indented, or quote the text",
};

class Reader {
    private readonly lines = new LineCounter();
    private readonly mistakes: Mistake[] = [];

    constructor(
        private readonly file: string,
        private readonly text: string,
        private readonly options: YamlOptions,
    ) {}

    read(): YamlText {
        const parsed = parseDocument(this.text, { lineCounter: this.lines, prettyErrors: false });
        for (const { code, pos, message } of parsed.errors) {
            this.mistake(pos[0], SENTENCES[code] ?? sentence(message));
        }
        const usable = parsed.errors.every(({ code }) => code === "DUPLICATE_KEY");
        return { value: usable ? this.root(parsed) : undefined, mistakes: this.mistakes, usable };
    }

    private root(parsed: Document.Parsed): unknown {
        return parsed.contents === null ? undefined : this.plain(parsed.contents, 0);
    }

    private plain(node: ParsedNode | null, depth: number): unknown {
        if (node === null) {
            return null;
        }
        if (depth > DEEPEST) {
            throw new RangeError("too deep");
        }
        const [start] = node.range;
        if (isAlias(node) || ("anchor" in node && node.anchor !== undefined)) {
            this.mistake(start, "an anchor or alias; write the value out where it counts, so that a reviewer sees it");
            return null;
        }
        if (node.tag !== undefined) {
            this.mistake(start, "a tag of its own; write a text in quotes, and everything else as it is");
        }
        if (isMap(node)) {
            return this.mapping(node.items as readonly { key: ParsedNode; value: ParsedNode | null }[], depth);
        }
        return isSeq(node) ? node.items.map((item) => this.plain(item as ParsedNode, depth + 1)) : this.scalar(node);
    }

    private mapping(items: readonly { key: ParsedNode; value: ParsedNode | null }[], depth: number): unknown {
        const result: Record<string, unknown> = {};
        for (const { key, value } of items) {
            const name = isScalar(key) ? String(key.value) : undefined;
            if (name === undefined || name === "<<" || name === "__proto__") {
                this.mistake(key.range[0], "a key that no setting has; keys are plain names");
                continue;
            }
            const inner = this.plain(value, depth + 1);
            // The first of two equal keys counts; the second is a mistake already.
            if (!Object.hasOwn(result, name)) {
                result[name] = inner;
            }
        }
        return result;
    }

    private scalar(node: ParsedNode): unknown {
        const { value, source, type } = node as Scalar.Parsed;
        if (!this.options.bareDates && type === Scalar.PLAIN && ambiguous(source)) {
            this.mistake(
                node.range[0],
                `Pulumi reads '${source.slice(0, 30)}' otherwise than it stands; put it in quotes`,
            );
        }
        return typeof value === "bigint" || value instanceof Date ? source : value;
    }

    private mistake(offset: number, message: string): void {
        const { line, col } = this.lines.linePos(offset);
        this.mistakes.push({ file: this.file, path: `line ${line}, column ${col}`, message });
    }
}

/** Dates, numbers that start with a zero or are binary, and numbers with underscores (tried with Pulumi's SDK 3.259). */
const ambiguous = (source: string): boolean =>
    /^\d{4}-\d\d?-\d\d?([Tt\s].*)?$|^[-+]?0b?[\d_]+$|^[-+]?[\d.]+_[\d_.]*$/.test(source);

const sentence = (message: string): string => {
    const first = (message.split("\n")[0] ?? "").slice(0, 200).replace(/[\p{C}]/gu, "?");
    return `not YAML here: ${first.charAt(0).toLowerCase()}${first.slice(1)}`;
};
