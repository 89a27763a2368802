import { isMark } from "./marks";

/** Keys and indexes from the outside in; reused while walking, so copy what is kept. */
export type Path = readonly string[];

/** Tells of a text, number, truth value or mark, with where it stands. */
export type Visit = (value: unknown, path: Path) => void;

/**
 * Visits everything in a value that is no list or object, marks as what they stand for; `null` says nothing.
 *
 * @param enters false for a key of an object, of which nothing is visited
 */
export function walk(value: unknown, visit: Visit, enters: (key: string) => boolean, path: string[] = []): void {
    if (value === undefined || value === null) {
        return;
    }
    if (typeof value !== "object" || isMark(value)) {
        visit(value, path);
        return;
    }
    const isList = Array.isArray(value);
    for (const [key, each] of Object.entries(value)) {
        if (isList || enters(key)) {
            path.push(isList ? `[${key}]` : key);
            walk(each, visit, enters, path);
            path.pop();
        }
    }
}

/** `siteConfig.appSettings[0].value`. */
export const pathText = (path: Path): string => path.join(".").replaceAll(".[", "[");

/** The key that a value stands under: that of the list, for what is in one. */
export function keyOf(path: Path): string {
    for (let at = path.length - 1; at >= 0; at--) {
        const part = path[at] as string;
        if (!part.startsWith("[")) {
            return part;
        }
    }
    return "";
}
