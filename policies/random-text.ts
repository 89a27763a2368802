/** Ids are long and open nothing. */
const GUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** What everybody may read: digests and keys that say what they are, and files that are called by their digest. */
const PUBLIC =
    /\b[0-9a-f]{32,64}\.[a-z]{2,5}\b|sha(256|384|512)[-:][\w+/=]+|-----BEGIN (CERTIFICATE|(\w+ )?PUBLIC KEY)-----[^-]*/gi;

/** Fewer characters are there by chance. */
const SHORTEST = 32;

/** True where a text holds a word that is long and random, as a key is that somebody's program made: hexadecimal, or in base64. */
export function holdsRandomText(value: string): boolean {
    return value.length >= SHORTEST && wordsOf(value.slice(0, 4096)).some(isRandom);
}

/** What stands after an equals sign is a word of its own; the signs that end base64 belong to none. */
const wordsOf = (value: string): readonly string[] =>
    value
        .replace(PUBLIC, " ")
        .replace(GUID, " ")
        .split(/[^\w+/-]+/);

function isRandom(word: string): boolean {
    if (word.length < SHORTEST) {
        return false;
    }
    if (/^[0-9a-f]+$/i.test(word)) {
        return entropy(word) > 3;
    }
    const hasAll = [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(word));
    return hasAll && entropy(word) > 4 && changes(word) > 0.4;
}

/** How often the next character is of another kind: six times in ten by chance, and seldom in names and paths. */
function changes(word: string): number {
    const kinds = [...word].map((character) => KINDS.findIndex((kind) => kind.test(character)));
    return kinds.filter((kind, at) => at > 0 && kind !== kinds[at - 1]).length / (word.length - 1);
}

const KINDS = [/[a-z]/, /[A-Z]/, /\d/];

/** Shannon's entropy in bits for each character. */
function entropy(word: string): number {
    const counts = new Map<string, number>();
    for (const character of word) {
        counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    return [...counts.values()].reduce((sum, n) => sum - (n / word.length) * Math.log2(n / word.length), 0);
}
