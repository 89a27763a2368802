import { distance } from "fastest-levenshtein";

/** The known name that a mistyped one was probably meant to be; `undefined` where none is near. Case does not count. */
export function closest(found: string, known: readonly string[]): string | undefined {
    const wanted = found.slice(0, 60).toLowerCase();
    const limit = Math.max(2, Math.floor(wanted.length / 3));
    const [best] = known
        .map((name) => ({ name, distance: distance(wanted, name.toLowerCase()) }))
        .filter((candidate) => candidate.distance <= limit)
        .sort((a, b) => a.distance - b.distance);
    return best?.name;
}
