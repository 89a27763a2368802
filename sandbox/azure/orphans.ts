import type { Cloud, CloudObject } from "./cloud";
import { takeAway } from "./drift";

/**
 * Takes away what a stack made and does not know of, as after an answer that was lost: no command of the engine would find it.
 *
 * @param held ARM ids in the engine's state: these stay, with what lies inside them and what they lie in
 * @returns the ids of what was taken away, without what lay inside
 */
export function removeOrphans(cloud: Cloud, stack: string, held: readonly string[]): readonly string[] {
    const made = cloud.all().filter((object) => object.declared && object.stack === stack);
    const orphans = made.filter(({ id }) => !held.some((one) => isWithin(id, one) || isWithin(one, id)));
    const outermost = orphans.filter((object) => !orphans.some((other) => isInside(object, other)));
    outermost.forEach((object) => void takeAway(cloud, object));
    return outermost.map(({ id }) => id);
}

const isWithin = (id: string, scope: string): boolean => `${id}/`.toLowerCase().startsWith(`${scope}/`.toLowerCase());

const isInside = (object: CloudObject, other: CloudObject): boolean =>
    object !== other && isWithin(object.id, other.id);
