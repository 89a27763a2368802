import { quoted } from "../show/harmless";
import { WrongUse } from "../wrong-use";

/** Fields of a JSON object as they were given. */
export type Fields = Readonly<Record<string, unknown>>;

/** A field of an object of its own: what every object inherits, such as `constructor`, is none. */
export const field = (fields: Fields, name: string): unknown =>
    Object.hasOwn(fields, name) ? fields[name] : undefined;

export const isFields = (value: unknown): value is Fields =>
    typeof value === "object" && value !== null && !Array.isArray(value);

const refuse = (where: string, wanted: string, found: unknown): never => {
    throw new WrongUse(`${where}: expected ${wanted}, found ${found === undefined ? "nothing" : quoted(found)}`);
};

/** The readers below throw WrongUse with the place, what is wanted and what was found. */
export const readFields = (value: unknown, where: string): Fields =>
    isFields(value) ? value : refuse(where, "an object", value);

export const readList = (value: unknown, where: string): readonly unknown[] =>
    Array.isArray(value) ? value : refuse(where, "a list", value);

export const readText = (value: unknown, where: string): string =>
    typeof value === "string" && value !== "" ? value : refuse(where, "text", value);

export const readDate = (value: unknown, where: string): string =>
    typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
        ? value
        : refuse(where, "a date (YYYY-MM-DD)", value);

/** Null is what Go writes for an empty list, map or text. */
export const optional = <T>(
    value: unknown,
    where: string,
    read: (value: unknown, where: string) => T,
): T | undefined => (value === undefined || value === null || value === "" ? undefined : read(value, where));

export const readFlag = (value: unknown, where: string): boolean =>
    typeof value === "boolean" ? value : refuse(where, "true or false", value);

export const readTexts = (value: unknown, where: string): readonly string[] =>
    readList(value, where).map((each, index) => readText(each, `${where}[${index}]`));
