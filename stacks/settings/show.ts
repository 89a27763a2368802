import { looksSecret } from "./secrets";

/** The path of a value as a reader would write it: `tenants[2].id`, `tables["crm.client"].columns`. */
export function showPath(path: readonly PropertyKey[]): string {
    return path.reduce<string>((shown, part) => {
        if (typeof part === "number") {
            return `${shown}[${part}]`;
        }
        const key = looksSecret(String(part)) ? "a key that looks like a secret" : printable(String(part));
        if (!/^[\w-]+(:[\w-]+)?$/.test(key)) {
            return `${shown}["${key}"]`;
        }
        return shown === "" ? key : `${shown}.${key}`;
    }, "");
}

/** A found value, short, on one line, and never a secret. */
export function show(value: unknown): string {
    switch (typeof value) {
        case "string":
            return looksSecret(value) ? "a value that looks like a secret" : `'${printable(value)}'`;
        case "object":
            return value === null ? "nothing" : Array.isArray(value) ? listed(value) : "a mapping";
        case "undefined":
            return "nothing";
        default:
            return String(value);
    }
}

const listed = (list: readonly unknown[]): string => (list.length === 0 ? "an empty list" : "a list");

/** Cut at 60 characters; whatever could move a terminal's cursor becomes `?`. */
export const printable = (text: string): string => {
    const clean = text.slice(0, 60).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "?");
    return text.length > 60 ? `${clean}…` : clean;
};
