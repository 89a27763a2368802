import type { Attestation } from "../../stacks/settings/data-files";

type Hashing = Extract<Attestation, { kind: "password-hashing" }>;

/** What a stated cost amounts to: `undefined` where its words name no parameter of the algorithm. */
type Judge = (cost: string) => boolean | undefined;

/**
 * The least that counts as a one-way hash of passwords, by OWASP's Password Storage Cheat Sheet, in which the parameters of one
 * row are as strong as those of another: [memory in MiB, passes].
 */
const ARGON2ID = [
    [46, 1],
    [19, 2],
    [12, 3],
    [9, 4],
    [7, 5],
] as const;
/** [exponent of N, parallelism], each with blocks of 8. */
const SCRYPT = [
    [17, 1],
    [16, 2],
    [15, 3],
    [14, 5],
    [13, 10],
] as const;
const BCRYPT_COST = 10;
const PBKDF2_SHA256 = 600_000;
const PBKDF2_SHA512 = 210_000;

const JUDGES: Readonly<Record<Hashing["algorithm"], Judge>> = {
    argon2id: (cost) => {
        const memory = mebibytes(cost);
        // Never fewer than one pass, so a memory that is enough for one needs no more words.
        const passes = numberIn(cost, /(\d+)\s*(?:pass|iteration|time)/i, /\bt\s*=\s*(\d+)/i) ?? 1;
        return memory === undefined ? undefined : ARGON2ID.some(([mib, times]) => memory >= mib && passes >= times);
    },
    bcrypt: (cost) => atLeast(BCRYPT_COST, numberIn(cost, /(?:cost|factor|rounds)\D{0,4}(\d+)/i, /^(\d+)\b/)),
    scrypt: (cost) => {
        const exponent = numberIn(cost, /\bN\s*=\s*2\^(\d+)/i) ?? logarithm(numberIn(cost, /\bN\s*=\s*(\d+)/i));
        const block = numberIn(cost, /\br\s*=\s*(\d+)/i) ?? 8;
        const lanes = numberIn(cost, /\bp\s*=\s*(\d+)/i) ?? 1;
        return exponent === undefined
            ? undefined
            : block >= 8 && SCRYPT.some(([least, parallel]) => exponent >= least && lanes >= parallel);
    },
    "pbkdf2-sha256": (cost) => atLeast(PBKDF2_SHA256, iterations(cost)),
    "pbkdf2-sha512": (cost) => atLeast(PBKDF2_SHA512, iterations(cost)),
};

/** Whether a stated cost is enough: "enough", "weak", or "unclear" where it does not say. */
export function judgeCost({ algorithm, cost }: Pick<Hashing, "algorithm" | "cost">): "enough" | "weak" | "unclear" {
    const enough = JUDGES[algorithm](cost);
    return enough === undefined ? "unclear" : enough ? "enough" : "weak";
}

const atLeast = (least: number, found: number | undefined): boolean | undefined =>
    found === undefined ? undefined : found >= least;

const numberIn = (text: string, ...patterns: readonly RegExp[]): number | undefined => {
    const found = patterns.map((pattern) => pattern.exec(text)?.[1]).find(Boolean);
    return found === undefined ? undefined : Number(found);
};

const UNITS: Readonly<Record<string, number>> = { k: 1 / 1024, m: 1, g: 1024 };

/** `64 MiB`; a bare `m=65536` is in KiB, as the algorithm itself counts. */
function mebibytes(cost: string): number | undefined {
    const [, amount, unit] = /(\d+(?:\.\d+)?)\s*([kmg])i?b\b/i.exec(cost) ?? [];
    if (amount !== undefined) {
        return Number(amount) * (UNITS[unit?.toLowerCase() ?? ""] ?? 0);
    }
    const kibibytes = numberIn(cost, /\bm\s*=\s*(\d+)/i);
    return kibibytes === undefined ? undefined : kibibytes / 1024;
}

const logarithm = (n: number | undefined): number | undefined => (n === undefined ? undefined : Math.log2(n));

/** The largest number: `600,000`, `600.000`, `600 000` and `600000`, also behind the name of the hash. */
function iterations(cost: string): number | undefined {
    const numbers = cost.replace(/(?<=\d)[,. _](?=\d{3}(?!\d))/g, "").match(/\d+/g);
    return numbers === null ? undefined : Math.max(...numbers.map(Number));
}
