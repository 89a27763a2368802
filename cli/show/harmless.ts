/**
 * What a terminal or a log takes for an order instead of text: control characters, line separators, and the marks that turn the direction
 * of writing (Unicode, `Bidi_Control`). Half of a surrogate pair is no character at all.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not pass.
const ORDERS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu;

/** Text from a plan that may be shown: what is not text stands there as `\u001b`. */
export const harmless = (text: string): string =>
    text.replace(ORDERS, (order) => `\\u${(order.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);

/** Characters of a name that are shown; those of Azure and of the engine are shorter. */
const MOST_SHOWN = 200;

/** Text from elsewhere: harmless, and no longer than a few lines. */
export function brief(text: string, most = MOST_SHOWN): string {
    // Cut before as well, since what is long may be very long; what is not text becomes longer.
    const shown = harmless(text.slice(0, most + 1));
    return shown.length > most ? `${shown.slice(0, most - 1)}…` : shown;
}

/** A value from elsewhere as an error shows it: short and harmless. */
export function quoted(value: unknown): string {
    return brief(typeof value === "string" ? `'${value}'` : (JSON.stringify(value) ?? "nothing"), 60);
}
