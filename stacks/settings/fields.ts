import { z } from "zod";

/** A field whose text must match a pattern; the words complete "expected …". */
export const text = (words: string, pattern: RegExp) => z.string().regex(pattern).describe(words);

/** A whole number within bounds. */
export const wholeNumber = (from: number, to: number) =>
    z.int().min(from).max(to).describe(`a whole number from ${from} to ${to}`);

/** One of a few numbers that Azure sells. */
export const oneOfNumbers = <const N extends readonly number[]>(allowed: N) =>
    z.literal(allowed).describe(`one of ${allowed.join(", ")}`);

/** An identifier of a subscription, directory, group or application. */
export const guid = text(
    "a GUID such as 00000000-0000-0000-0000-000000000000, in lower case",
    /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
);

/** A calendar day, in UTC. */
export const day = z.iso.date().describe("a date that exists, written YYYY-MM-DD in quotes");

/** A reason, purpose or statement: something a reviewer can judge. */
export const sentence = z
    .string()
    .regex(/^\S[\s\S]{8,498}\S$/)
    .describe("a sentence of 10 to 500 characters");

/** What people call something; never used for a resource. */
export const displayName = text(
    "a name of 2 to 80 letters, digits, spaces and & ' . , ( ) / -",
    /^[\p{L}\d][\p{L}\p{M}\d &'’.,()/-]{1,79}$/u,
);

/** A company or institution. */
export const organisation = text("the name of an organisation", /^[\p{L}\d][\p{L}\p{M}\d &'’.,()/-]{1,99}$/u);

/** A name inside this project: it becomes part of a logical name in Pulumi. */
export const label = text(
    "a name of lower-case letters, digits and hyphens, 2 to 63 long, that starts with a letter",
    /^[a-z][a-z0-9-]{0,61}[a-z0-9]$/,
);

export const digest = text("'sha256:' and 64 hexadecimal digits in lower case", /^sha256:[0-9a-f]{64}$/);

export const email = text("an e-mail address", /^[\w.+-]{1,64}@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i);

/** Adds a mistake for each value that stands earlier in the list; `of` gives what must be unique. */
export function unique<T>(what: string, key: string | undefined, of: (item: T) => unknown) {
    return (items: readonly T[], context: z.RefinementCtx): void => {
        const firsts = new Map<unknown, number>();
        items.forEach((item, index) => {
            const value = of(item);
            const first = firsts.get(value);
            if (first === undefined) {
                firsts.set(value, index);
            } else if (value !== undefined) {
                const message = `'${String(value).slice(0, 60)}' stands twice (first at ${first}); each ${what} may stand once`;
                context.addIssue({ code: "custom", path: key === undefined ? [index] : [index, key], message });
            }
        });
    };
}

/** Freezes a value and all that it holds. */
export function deepFreeze<T>(value: T): T {
    if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
        Object.freeze(value);
        Object.values(value).forEach(deepFreeze);
    }
    return value;
}

/** A value that nobody can change, at any depth. */
export type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
