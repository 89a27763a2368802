/** `lineWidth` in biome.json. */
const WIDTH = 120;
const INDENTATION = "  ";

/**
 * JSON in the form that Biome leaves, so that what a command writes is what is tracked: a list of plain values stands on one line where
 * that has room for it, everything else on lines of its own.
 *
 * @param value lists hold either plain values or objects
 */
export const formattedJson = (value: object): string => `${written(value, "", 0)}\n`;

/** @param taken columns of its first line that something else stands on */
function written(value: unknown, margin: string, taken: number): string {
    if (typeof value !== "object" || value === null) {
        return JSON.stringify(value);
    }
    if (!Array.isArray(value)) {
        const fields = Object.entries(value).filter(([, field]) => field !== undefined);
        const items = fields.map(([key, item]) => ({ name: `${JSON.stringify(key)}: `, item }));
        return block("{}", items, margin);
    }
    const line = `[${value.map((item) => JSON.stringify(item)).join(", ")}]`;
    const isOnLine = value.every(isPlain) && taken + line.length <= WIDTH;
    const items = value.map((item) => ({ name: "", item }));
    return isOnLine ? line : block("[]", items, margin);
}

const isPlain = (item: unknown): boolean => typeof item !== "object" || item === null;

interface Item {
    /** With its colon; empty in a list. */
    readonly name: string;
    readonly item: unknown;
}

function block(brackets: "{}" | "[]", items: readonly Item[], margin: string): string {
    const inner = margin + INDENTATION;
    const lines = items.map(({ name, item }, index) => {
        const comma = index < items.length - 1 ? "," : "";
        return `${inner}${name}${written(item, inner, inner.length + name.length + comma.length)}${comma}\n`;
    });
    return lines.length === 0 ? brackets : `${brackets.charAt(0)}\n${lines.join("")}${margin}${brackets.charAt(1)}`;
}
