import { harmless } from "../show/harmless";
import { WrongUse } from "../wrong-use";

/** Deeper than any resource of Azure; what walks through a value does so by calling itself. */
const MOST_LEVELS = 200;

/**
 * The value that a text holds as JSON.
 *
 * @param label what the text is called in an error
 * @throws WrongUse for anything else, and for what is nested too deep.
 */
export function parseJson(text: string, label: string): unknown {
    if (text.trim() === "") {
        throw new WrongUse(`${label} is empty; what makes it may have failed`);
    }
    const value = parsed(text, label);
    if (isDeeperThan(MOST_LEVELS, value)) {
        throw new WrongUse(
            `${label} is nested more than ${MOST_LEVELS} levels deep, which no plan is; check where it comes from`,
        );
    }
    return value;
}

function parsed(text: string, label: string): unknown {
    try {
        return JSON.parse(text);
    } catch (error) {
        throw new WrongUse(`${label} ${whyNot(text, (error as Error).message)}`);
    }
}

function whyNot(text: string, message: string): string {
    const position = /at position (\d+)/.exec(message)?.[1];
    const at = position === undefined ? -1 : Number(position);
    if (/^[[{]/.test(text.trim()) && (at >= text.trimEnd().length || /Unexpected end|Unterminated/.test(message))) {
        return `ends in the middle, after ${text.length} characters; it was cut off, so make it again`;
    }
    const before = text.slice(0, Math.max(at, 0)).split("\n");
    const where = at < 0 ? "" : ` from line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1} on`;
    const start = text.trim().slice(0, 20);
    return `is not JSON${where}; it begins with '${harmless(start)}': give what a command prints with --json, alone`;
}

/** Without calling itself, since the value may be nested without end. */
export function isDeeperThan(most: number, value: unknown): boolean {
    let level: unknown[] = [value];
    for (let depth = 0; level.length > 0; depth += 1) {
        const next: unknown[] = [];
        for (const each of level) {
            if (typeof each === "object" && each !== null) {
                for (const inner of Object.values(each)) {
                    if (typeof inner === "object" && inner !== null) {
                        next.push(inner);
                    }
                }
            }
        }
        if (next.length > 0 && depth + 1 >= most) {
            return true;
        }
        level = next;
    }
    return false;
}
