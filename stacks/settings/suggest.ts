import { distance } from "fastest-levenshtein";

/** Changed letters up to which two names are near: with two of three changed, any two words of three letters would be. */
const near = (length: number): number => (length <= 3 ? 1 : Math.max(2, Math.floor(length / 3)));

/** The known name that a mistyped one was probably meant to be; `undefined` where none is near. Case does not count. */
export function closest(found: string, known: readonly string[]): string | undefined {
    const wanted = found.slice(0, 60).toLowerCase();
    const limit = near(wanted.length);
    const [best] = known
        .map((name) => ({ name, distance: distance(wanted, name.toLowerCase()) }))
        .filter((candidate) => candidate.distance <= limit)
        .sort((a, b) => a.distance - b.distance);
    return best?.name;
}
