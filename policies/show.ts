/** A value for a message; absent is said, since Azure's default then counts. */
export function show(value: unknown): string {
    if (value === undefined || value === null) {
        return "not set";
    }
    const whole = typeof value === "string" ? `'${value}'` : (JSON.stringify(value) ?? typeof value);
    return whole.length > 120 ? `${whole.slice(0, 119)}…` : whole;
}

/** A property that must have one of a few values, as the message of a rule. */
export const found = (property: string, value: unknown): string => `${property} is ${show(value)}`;

/** The elements of an input that should be a list; none of anything else. */
// biome-ignore lint/suspicious/noExplicitAny: elements of inputs, as in Props.
export const list = (value: unknown): readonly any[] => (Array.isArray(value) ? value : []);

/** True for a number of at least so much. */
export const atLeast = (value: unknown, minimum: number): boolean => typeof value === "number" && value >= minimum;

/** Text of an input that should be text; empty for anything else. */
export const text = (value: unknown): string => (typeof value === "string" ? value : "");
