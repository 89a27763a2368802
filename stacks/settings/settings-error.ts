/** One thing that a reader of settings has to change. */
export interface Mistake {
    /** The file as its reader knows it, relative to the root of the project. */
    readonly file: string;
    /** `regions.secondary`, `tenants[2].id`, or `line 4, column 3` where the text is not YAML. */
    readonly path: string;
    /** What was found, what is allowed, what to do. */
    readonly message: string;
}

/** Everything that is wrong with the settings, at once, grouped by file. Its message is meant for the user and holds no stack. */
export class SettingsError extends Error {
    override readonly name = "SettingsError";
    /** Pulumi shows an error that is marked so (its `RunError`) without a stack; deriving from it would load the whole SDK here. */
    readonly __pulumiRunError = true;

    /** All of them, also those that the message leaves out. */
    readonly mistakes: readonly Mistake[];

    constructor(found: readonly Mistake[]) {
        const mistakes = found.map((one) => ({ ...one, path: escaped(one.path), message: escaped(one.message) }));
        super(describe(mistakes));
        this.mistakes = mistakes;
    }
}

/** Mistakes of one file in the message: who made more has made one and the same many times, or has opened the wrong file. */
const MOST_SHOWN = 25;

/** Whatever could move a terminal's cursor, as it would stand in a string of YAML. */
const escaped = (text: string): string =>
    text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (found) => `\\u{${found.codePointAt(0)?.toString(16)}}`);

function describe(mistakes: readonly Mistake[]): string {
    return [...new Set(mistakes.map(({ file }) => file))]
        .map((file) => {
            const own = mistakes.filter((mistake) => mistake.file === file);
            const shown = own.slice(0, MOST_SHOWN);
            const lines = shown.map(({ path, message }) => `  - ${path === "" ? "" : `${path}: `}${message}`);
            const more = own.length > MOST_SHOWN ? [`  and ${own.length - MOST_SHOWN} more`] : [];
            return [`${file} has ${own.length} mistake${own.length === 1 ? "" : "s"}:`, ...lines, ...more].join("\n");
        })
        .join("\n");
}

/** Adds the mistakes of a refused part to a list; anything else that is thrown is a fault of ours. */
export function attempt<T>(part: () => T, mistakes: Mistake[]): T | undefined {
    try {
        return part();
    } catch (error) {
        if (!(error instanceof SettingsError)) {
            throw error;
        }
        mistakes.push(...error.mistakes);
        return undefined;
    }
}
