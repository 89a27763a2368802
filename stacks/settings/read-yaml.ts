import { isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument, Scalar } from "yaml";
import type { Problem } from "./problem";
import { looksSecret, namesSecret, secretRemedy } from "./secrets";
import type { Mistake } from "./settings-error";
import { printable, showPath } from "./show";
import { commentsIn } from "./yaml-comments";
import { syntaxMistake } from "./yaml-syntax";

export interface YamlOptions {
    /** False where Pulumi reads the file too: its YAML 1.1 makes a moment of a bare date, and reads some numbers otherwise. */
    readonly bareDates: boolean;
}

/** Something in readable text that is not to be written so. */
interface YamlProblem extends Problem {
    readonly place: string;
    /** True where the value could not be taken as it stands, so that whatever else is wrong with it follows from this. */
    readonly unread: boolean;
}

export interface YamlText {
    /** Plain values only; `undefined` when the text is empty or not `usable`. */
    readonly value: unknown;
    /** Why the text is not `usable`: the first thing that is not YAML, since what comes after it follows from it. */
    readonly mistakes: readonly Mistake[];
    readonly problems: readonly YamlProblem[];
    /** False when the text is so wrong that its content says nothing. */
    readonly usable: boolean;
}

type Naming = (path: readonly PropertyKey[]) => readonly PropertyKey[];

/** Everything that is wrong with the text itself; `naming` gives a place the name that its reader knows. */
export const mistakesIn = (file: string, { mistakes, problems }: YamlText, naming: Naming): readonly Mistake[] => [
    ...mistakes,
    ...problems.map(({ path, place, message }) => {
        const shown = showPath(naming(path));
        return shown === "" ? { file, path: place, message } : { file, path: shown, message: `${place}: ${message}` };
    }),
];

/** The mistakes in the content that would remain if the text were right. */
export function withoutConsequences(yaml: YamlText, naming: Naming, found: readonly Mistake[]): readonly Mistake[] {
    const unread = yaml.problems.filter((problem) => problem.unread).map(({ path }) => showPath(naming(path)));
    const follows = (path: string): boolean =>
        unread.some((at) => at === "" || path === at || path.startsWith(`${at}.`) || path.startsWith(`${at}[`));
    return found.filter(({ path }) => !follows(path));
}

/** Characters; a settings file has some thousands. */
const LONGEST = 1_000_000;
const DEEPEST = 20;

/** Plain values from YAML text, and what is wrong with the text. Never throws. */
export function readYaml(file: string, text: string, options: YamlOptions): YamlText {
    if (text.length > LONGEST) {
        return unusable(file, `the file has ${text.length} characters; at most ${LONGEST} are read`);
    }
    // What is no UTF-8 arrives as U+FFFD; UTF-16 and most binary files have zeros.
    if (/[\0\ufffd]/.test(text)) {
        return unusable(file, "the file is no text in UTF-8; save it as UTF-8, or restore it");
    }
    try {
        return new Reader(file, text, options).read();
    } catch (error) {
        if (!(error instanceof RangeError)) {
            throw error;
        }
        // The parser recurses, so text that nests without end ends its stack.
        return unusable(file, `nested too deeply to be read; settings are at most ${DEEPEST} levels deep`);
    }
}

const unusable = (file: string, message: string): YamlText => ({
    value: undefined,
    mistakes: [{ file, path: "", message }],
    problems: [],
    usable: false,
});

class Reader {
    private readonly lines = new LineCounter();
    private readonly problems: YamlProblem[] = [];

    constructor(
        private readonly file: string,
        private readonly text: string,
        private readonly options: YamlOptions,
    ) {}

    read(): YamlText {
        // Keys that stand twice are found below, where their path is known.
        const parsed = parseDocument(this.text, {
            lineCounter: this.lines,
            prettyErrors: false,
            uniqueKeys: false,
            logLevel: "error",
        });
        const [first] = [...parsed.errors].sort((a, b) => a.pos[0] - b.pos[0]);
        if (first !== undefined) {
            const mistake = syntaxMistake(this.file, this.text, this.lines, first);
            return { value: undefined, mistakes: [mistake], problems: [], usable: false };
        }
        const value = parsed.contents === null ? undefined : this.plain(parsed.contents, []);
        for (const comment of commentsIn(this.text).filter(({ words }) => looksSecret(words))) {
            this.problem([], comment.offset, secretRemedy("the comment looks like a secret"), false);
        }
        return { value, mistakes: [], problems: this.problems, usable: true };
    }

    private plain(node: ParsedNode | null, path: readonly PropertyKey[]): unknown {
        if (node === null) {
            return null;
        }
        if (path.length > DEEPEST) {
            throw new RangeError("too deep");
        }
        const [start] = node.range;
        if (isAlias(node) || ("anchor" in node && node.anchor !== undefined)) {
            this.problem(path, start, "an anchor or alias; write the value out, so that a reviewer sees it");
            return null;
        }
        if (node.tag !== undefined) {
            this.problem(path, start, "a tag of its own; write a text in quotes, and everything else as it is");
        }
        if (isMap(node)) {
            return this.mapping(node.items as readonly { key: ParsedNode; value: ParsedNode | null }[], path);
        }
        return isSeq(node)
            ? node.items.map((item, index) => this.plain(item as ParsedNode, [...path, index]))
            : this.scalar(node, path);
    }

    private mapping(
        items: readonly { key: ParsedNode; value: ParsedNode | null }[],
        path: readonly PropertyKey[],
    ): unknown {
        const result: Record<string, unknown> = {};
        for (const { key, value } of items) {
            const start = key.range[0];
            const name = isScalar(key) ? String(key.value) : undefined;
            if (name === undefined || name === "<<" || name === "__proto__") {
                const at = name === undefined ? path : [...path, name];
                this.problem(at, start, "a key that no setting has; keys are plain names", name !== undefined);
                continue;
            }
            const inner = this.plain(value, [...path, name]);
            // The first of two equal keys counts, and whatever is wrong with it is told as well.
            if (Object.hasOwn(result, name)) {
                this.problem([...path, name], start, "the key stands twice in one mapping; keep one of them", false);
            } else {
                result[name] = inner;
            }
        }
        return result;
    }

    private scalar(node: ParsedNode, path: readonly PropertyKey[]): unknown {
        const { value, source, type } = node as Scalar.Parsed;
        if (!this.options.bareDates && type === Scalar.PLAIN && ambiguous(source)) {
            const shown = namesSecret(String(path.at(-1))) ? "this" : `'${printable(source)}'`;
            const message = `Pulumi reads ${shown} otherwise than it stands; put it in quotes`;
            this.problem(path, node.range[0], message);
        }
        return typeof value === "bigint" || value instanceof Date ? source : value;
    }

    private problem(path: readonly PropertyKey[], offset: number, message: string, unread = true): void {
        const { line, col } = this.lines.linePos(offset);
        this.problems.push({ path, message, place: `line ${line}, column ${col}`, unread });
    }
}

/** Dates, numbers that start with a zero or are binary, and numbers with underscores (tried with Pulumi's SDK 3.259). */
const ambiguous = (source: string): boolean =>
    /^\d{4}-\d\d?-\d\d?([Tt\s].*)?$|^[-+]?0b?[\d_]+$|^[-+]?[\d.]+_[\d_.]*$/.test(source);
