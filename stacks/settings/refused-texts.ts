import type { Problem } from "./problem";
import { looksSecret, secretRemedy } from "./secrets";

/** Levels of nesting; the deepest setting has five. */
const DEEPEST = 20;

/** Where a text stands that no setting may hold, at whatever depth: a mistake even where any text is allowed. */
export function refusedTexts(value: unknown, path: readonly PropertyKey[] = []): readonly Problem[] {
    if (typeof value === "string") {
        const message = isCommit(path.at(-1), value) ? undefined : refusal(value);
        return message === undefined ? [] : [{ path, message }];
    }
    if (typeof value !== "object" || value === null) {
        return [];
    }
    if (path.length > DEEPEST) {
        return [{ path: path.slice(0, 1), message: `nested too deeply; settings are at most ${DEEPEST} levels deep` }];
    }
    return Object.entries(value).flatMap(([key, inner]) =>
        key === "secure" ? [] : refusedTexts(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    );
}

/** The name of a commit is as random as a key is. */
const isCommit = (key: PropertyKey | undefined, text: string): boolean =>
    key === "commit" && /^[0-9a-f]{40}$/.test(text);

/**
 * What a terminal takes for an order instead of text: control characters other than the ends of lines, line separators, and the marks that turn
 * the direction of writing (Unicode, `Bidi_Control`). Sentences of these files are shown to reviewers, and in pages.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not pass.
const ORDER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

function refusal(text: string): string | undefined {
    const [order] = ORDER.exec(text) ?? [];
    if (order !== undefined) {
        const code = order.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
        return `holds the character U+${code}, which is no text and which a terminal may obey; remove it`;
    }
    if (looksSecret(text)) {
        return secretRemedy("the value looks like a secret");
    }
    // Measure 9 allows no unencrypted address anywhere, also where it is only mentioned: somebody would copy it.
    return /http:\/\//i.test(text)
        ? "holds 'http://', over which everybody on the way reads along (measure 9); write https://"
        : undefined;
}
