import { inParallel, inSeries, NOTHING_PROMISED, type Promised, promised } from "./promised";
import { type LevelId, SERVICE_LEVELS } from "./service-levels";

/** What must work for something to work, as a tree. */
export type Way = Part | Joined;

export interface Part {
    readonly name: string;
    /** `undefined` where no published level is known. */
    readonly level: LevelId | undefined;
}

export interface Joined {
    readonly name: string;
    /** `series`: all must work; `parallel`: one is enough, and the change is automatic. */
    readonly join: "series" | "parallel";
    readonly of: readonly Way[];
}

export const part = (name: string, level?: LevelId): Part => ({ name, level });
export const allOf = (name: string, of: readonly Way[]): Joined => ({ name, join: "series", of });
export const oneOf = (name: string, of: readonly Way[]): Joined => ({ name, join: "parallel", of });

export const isJoined = (way: Way): way is Joined => "join" in way;

/** What Microsoft's levels promise of a way; a part without a level leaves it open how little. */
export function promiseOf(way: Way): Promised {
    if (isJoined(way)) {
        const parts = way.of.map(promiseOf);
        return way.join === "series" ? inSeries(parts) : inParallel(parts);
    }
    return way.level === undefined ? NOTHING_PROMISED : promised(SERVICE_LEVELS[way.level].level);
}

const partsOf = (way: Way): readonly Part[] => (isJoined(way) ? way.of.flatMap(partsOf) : [way]);

/** The names of the parts without a published level, each once. */
export const withoutLevel = (way: Way): readonly string[] => [
    ...new Set(partsOf(way).flatMap(({ name, level }) => (level === undefined ? [name] : []))),
];

/** The levels that a way uses, each once, in the order of their ids. */
export const levelsOf = (way: Way): readonly LevelId[] =>
    [...new Set(partsOf(way).flatMap(({ level }) => level ?? []))].sort();
