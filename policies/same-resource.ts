import { ID_SHAPES } from "./azure-types";
import { isMark } from "./marks";
import type { ResourceView } from "./model";
import { physicalName } from "./physical-name";
import type { ResourceId } from "./resource-id";

/**
 * Whether an id is a resource's own: its type, its name and, as far as they are known, its parent and its group. `undefined` where
 * all that is known agrees and something that decides is not known.
 */
export function isIdOf(id: ResourceId, resource: ResourceView): boolean | undefined {
    const shape = ID_SHAPES.get(resource.type);
    const names = [...id.names].reverse();
    const verdicts = [
        shape === undefined ? true : shape.armType === id.armType,
        same(names[0], physicalName(resource)),
        shape?.parent === undefined ? true : same(names[1], parentName(resource, shape.parent)),
        // Most ids that a program knows are of what is in the same group or are made of a group that is not known; that tells nothing.
        same(id.group, known(resource.inputs.resourceGroupName)) ?? true,
    ];
    if (verdicts.includes(false)) {
        return false;
    }
    return verdicts.includes(undefined) ? undefined : true;
}

const same = (wanted: string | undefined, found: string | undefined): boolean | undefined =>
    found === undefined ? undefined : wanted === found;

const known = (value: unknown): string | undefined =>
    typeof value === "string" && !isMark(value) ? value.toLowerCase() : undefined;

/** As it is given, or of the one resource that it is made from. */
function parentName(resource: ResourceView, property: string): string | undefined {
    const given = known(resource.inputs[property]);
    const [parent, ...others] = resource.dependenciesOf(property).filter(({ type }) => ID_SHAPES.has(type));
    return given ?? (parent && others.length === 0 ? physicalName(parent) : undefined);
}
