import { randomInt } from "node:crypto";
import type { Props } from "./wire";

const SPECIAL = "!@#$%&*()-_=+[]{}<>:?";

/** A random text as the random provider makes it: at least so many of each kind of character, the rest of all kinds that are allowed. */
export function randomText(inputs: Props): string {
    const special = typeof inputs.overrideSpecial === "string" ? inputs.overrideSpecial : SPECIAL;
    const kinds = [
        { allowed: inputs.lower, least: inputs.minLower, alphabet: "abcdefghijklmnopqrstuvwxyz" },
        { allowed: inputs.upper, least: inputs.minUpper, alphabet: "ABCDEFGHIJKLMNOPQRSTUVWXYZ" },
        { allowed: inputs.numeric ?? inputs.number, least: inputs.minNumeric, alphabet: "0123456789" },
        { allowed: inputs.special, least: inputs.minSpecial, alphabet: special },
    ];
    const all = kinds.map(({ allowed, alphabet }) => (allowed === false ? "" : alphabet)).join("");
    const demanded = kinds.flatMap(({ least, alphabet }) => pick(alphabet, Number(least ?? 0)));
    const rest = pick(all, Math.max(0, Number(inputs.length) - demanded.length));
    return shuffled([...demanded, ...rest]).join("");
}

const pick = (alphabet: string, count: number): string[] =>
    Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)] ?? "");

/** The same items in an order by chance. */
export function shuffled<T>(items: readonly T[]): readonly T[] {
    const result = [...items];
    for (let last = result.length - 1; last > 0; last--) {
        const other = randomInt(last + 1);
        [result[last], result[other]] = [result[other] as T, result[last] as T];
    }
    return result;
}
