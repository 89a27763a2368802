import { holdsMark } from "../../../policies/marks";
import type { ResourceInput } from "../../../policies/model";
import type { Environment } from "../../../stacks/settings/environments";
import { unsafeValues } from "./changes";
import { declaredOf, isSafe } from "./oracle";
import { type Place, placesOf, shortType } from "./places";
import type { Path, Read } from "./reads";

/** The plan with one thing broken. */
export interface Mutant {
    /** `sql:Server minimalTlsVersion` */
    readonly at: string;
    /** What stood there: `"1.2"`. */
    readonly from: string;
    /** What stands there now, or what happened: `"1.0"`, `removed`. */
    readonly change: string;
    /** Logical name of the resource. */
    readonly name: string;
    readonly resources: readonly ResourceInput[];
    /** Ids of rules that are likely to find it. */
    readonly readers: ReadonlySet<string>;
    /** An unknown need not be a violation, and must not be called one. */
    readonly unknown?: true;
}

export type Resources = readonly ResourceInput[];

/** Every input that a rule reads, with each value that is not declared safe, absent and unknown; references that lead elsewhere. */
export function* brokenInputs(
    reads: readonly Read[],
    resources: Resources,
    environment: Environment,
): Iterable<Mutant> {
    const withUnknown = new Set<string>();
    for (const place of placesOf(reads, resources)) {
        if (place.what === "reference") {
            yield* brokenReference(place, resources, environment);
            continue;
        }
        yield* brokenInput(place, resources, environment);
        const key = `${place.type} ${place.at}`;
        if (
            place.what === "input" &&
            !withUnknown.has(key) &&
            !holdsMark(place.current) &&
            !isOfNoConsequence(place, environment)
        ) {
            withUnknown.add(key);
            const unknown = withInput(place.resource, place.path, { $unknown: true });
            yield { ...mutant(place, "unknown", replaced(resources, unknown)), unknown: true };
        }
    }
}

const isOfNoConsequence = ({ type, at }: Place, environment: Environment): boolean =>
    declaredOf(type, at, environment)?.anything === true;

function* brokenInput(place: Place, resources: Resources, environment: Environment): Iterable<Mutant> {
    const { resource, what, path, type, at } = place;
    for (const value of unsafeValues(place, declaredOf(type, at, environment))) {
        const broken = what === "protect" ? { ...resource, protect: value === true } : withInput(resource, path, value);
        yield mutant(place, inWords(value, place.current), replaced(resources, broken));
    }
}

/** Of a list that has lost an element, that element. */
function inWords(value: unknown, before: unknown): string {
    const lost = Array.isArray(value) && Array.isArray(before) && value.length > 0 && value.length < before.length;
    const [element] = lost ? before.filter((each, index) => each !== value[index]) : [];
    return lost ? `without ${shown(element)}` : shown(value);
}

/** Leads to another resource of the same type, to what the plan does not hold, or nowhere. */
function* brokenReference(place: Place, resources: Resources, environment: Environment): Iterable<Mutant> {
    const { resource, path, type, at, current } = place;
    const [property = ""] = path;
    if (isSafe(undefined, declaredOf(type, at, environment))) {
        return;
    }
    const dependencies = resource.propertyDependencies?.[property] ?? [];
    for (const urn of dependencies) {
        const from = resources.find((each) => each.urn === urn);
        const other = resources.find((each) => each.type === from?.type && !dependencies.includes(each.urn));
        if (from && other) {
            const led = dependencies.map((each) => (each === urn ? other.urn : each));
            const broken = withDependencies(resource, property, led);
            yield mutant(place, `another ${shortType(from.type)}`, replaced(resources, broken));
        }
    }
    if (current !== undefined) {
        yield mutant(place, "absent", replaced(resources, withInput(resource, path, undefined)));
        yield mutant(place, "elsewhere", replaced(resources, withInput(resource, path, "elsewhere")));
    }
}

const mutant = ({ type, at, resource, current, readers }: Place, change: string, resources: Resources): Mutant => ({
    at: `${type} ${at}`,
    from: shown(current),
    change,
    name: resource.name ?? "",
    readers,
    resources,
});

export const shown = (value: unknown): string => (value === undefined ? "absent" : JSON.stringify(value));

export const replaced = (resources: Resources, changed: ResourceInput): Resources =>
    resources.map((each) => (each.urn === changed.urn ? changed : each));

const withDependencies = (resource: ResourceInput, property: string, urns: readonly string[]): ResourceInput => ({
    ...resource,
    propertyDependencies: { ...resource.propertyDependencies, [property]: urns },
});

/** An input that is given as a whole is made from nothing. */
export function withInput(resource: ResourceInput, path: Path, value: unknown): ResourceInput {
    const inputs = changed(resource.inputs, path, value) as ResourceInput["inputs"];
    const [property = "", ...rest] = path;
    return rest.length > 0 ? { ...resource, inputs } : withDependencies({ ...resource, inputs }, property, []);
}

function changed(container: unknown, [key = "", ...rest]: Path, value: unknown): unknown {
    const old = typeof container === "object" && container !== null ? container : {};
    const inner = rest.length === 0 ? value : changed((old as Record<string, unknown>)[key], rest, value);
    if (Array.isArray(old)) {
        const kept = old.filter((_, index) => inner !== undefined || index !== Number(key));
        return inner === undefined ? kept : Object.assign(kept, { [key]: inner });
    }
    const { [key]: _, ...others } = old as Record<string, unknown>;
    return inner === undefined ? others : { ...others, [key]: inner };
}
