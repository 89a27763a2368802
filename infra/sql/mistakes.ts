import { Refusal } from "../refusal";

/**
 * Refuses arguments with a sentence for each mistake, all of them at once.
 *
 * @throws Refusal when there is a mistake; `subject` says whose they are.
 */
export function refuseMistakes(subject: string, mistakes: readonly string[]): void {
    if (mistakes.length > 0) {
        const count = mistakes.length === 1 ? "1 mistake" : `${mistakes.length} mistakes`;
        throw new Refusal(`${subject} has ${count}:\n${mistakes.map((mistake) => `  - ${mistake}`).join("\n")}`);
    }
}

/** The sentence of a check that throws, as a list of mistakes. */
export function mistakesOf(check: () => unknown): string[] {
    try {
        check();
        return [];
    } catch (error) {
        return [error instanceof Error ? error.message : String(error)];
    }
}

/** Nothing when the value is a whole number within the bounds, else the sentence that says so. */
export function boundMistakes(path: string, value: number, least: number, most: number): string[] {
    const fine = Number.isInteger(value) && value >= least && value <= most;
    return fine ? [] : [`${path}: expected a whole number from ${least} to ${most}, got ${value}`];
}
