import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { isGiven } from "../../../policies/marks";
import type { Environment } from "../../../stacks/settings/environments";

const limit = z.union([z.number(), z.strictObject({ productie: z.number(), elsewhere: z.number() })]);

const declared = z
    .strictObject({
        /** Types and inputs, as in `sql:Server minimalTlsVersion`; `*` stands for any text. */
        inputs: z.array(z.string()).min(1),
        /** Values that are as safe as what the plan has. */
        safe: z.array(z.unknown()).optional(),
        /** Values besides those of the SDK that are not. */
        unsafe: z.array(z.unknown()).optional(),
        /** Limits of a number; what the other environments may do with less is said apart. */
        least: limit.optional(),
        most: limit.optional(),
        /** Absent, empty or blank is safe. */
        nothing: z.literal(true).optional(),
        /** Some of the elements may go, not all. */
        fewer: z.literal(true).optional(),
        /** Any text that is not blank is safe. */
        text: z.literal(true).optional(),
        /** Nothing that can stand here is unsafe. */
        anything: z.literal(true).optional(),
        why: z.string().min(15),
    })
    .readonly();

type Declared = z.infer<typeof declared>;

/** What is declared of an input in one environment. */
export type SafeValues = Omit<Declared, "least" | "most"> & { readonly least?: number; readonly most?: number };

const ENTRIES: readonly Declared[] = z
    .array(declared)
    .parse(parse(readFileSync(join(__dirname, "safe-values.yaml"), "utf8")));

/** The first entry that speaks of an input. */
export function declaredOf(type: string, at: string, environment: Environment): SafeValues | undefined {
    const entry = ENTRIES.find(({ inputs }) => inputs.some((input) => matches(input, `${type} ${at}`)));
    return (
        entry && {
            ...entry,
            least: inEnvironment(entry.least, environment),
            most: inEnvironment(entry.most, environment),
        }
    );
}

const inEnvironment = (limit: Declared["least"], environment: Environment): number | undefined =>
    typeof limit === "object" ? limit[environment === "productie" ? "productie" : "elsewhere"] : limit;

/** Patterns of inputs that match none. */
export const unusedPatterns = (inputs: readonly string[]): readonly string[] =>
    ENTRIES.flatMap((entry) => entry.inputs).filter((pattern) => !inputs.some((input) => matches(pattern, input)));

/** True where `*` in a pattern stands for any text. */
export function matches(pattern: string, text: string): boolean {
    const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`).test(text);
}

/** Whether a value is declared safe; all that nobody speaks of is not. */
export function isSafe(value: unknown, entry: SafeValues | undefined): boolean {
    if (entry === undefined || entry.unsafe?.some((each) => same(each, value))) {
        return false;
    }
    const { safe = [], least, most, nothing, fewer, text, anything } = entry;
    const limited = least !== undefined || most !== undefined;
    return (
        anything === true ||
        safe.some((each) => same(each, value)) ||
        (nothing === true && !isGiven(value)) ||
        (fewer === true && Array.isArray(value) && value.length > 0) ||
        (text === true && typeof value === "string" && isGiven(value)) ||
        (limited && typeof value === "number" && value >= (least ?? value) && value <= (most ?? value))
    );
}

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
