import { isMark } from "../../../policies/marks";
import type { ResourceInput } from "../../../policies/model";
import { withoutVersion } from "../../../policies/type-token";
import { fieldsOf, type Shape, shapesOf } from "../../../sandbox/azure/input-shapes";
import type { Path, Read } from "./reads";

/** Something that rules read of one resource, which stands for all that are like it. */
export interface Place {
    readonly resource: ResourceInput;
    /** Its type without provider and version: `sql:Server`. */
    readonly type: string;
    readonly what: Read["what"];
    readonly path: Path;
    /** In words, the same for each element of a list: `securityRules[].access`, `->serverName`, `protect`. */
    readonly at: string;
    readonly current: unknown;
    readonly shape: Shape;
    /** Ids of the rules that read it, here or at a place that this one stands for. */
    readonly readers: ReadonlySet<string>;
}

const ANY: Shape = { kind: "any" };

/**
 * One place for each that rules may judge differently: by type, input and the kind of value that stands there; by the role of the
 * resource as well where a rule compares it with others. What a type has no input for is no place.
 */
export function placesOf(reads: readonly Read[], resources: readonly ResourceInput[]): readonly Place[] {
    const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    const relational = new Set(reads.filter(({ needsStack }) => needsStack).map(placeKey));
    const chosen = new Map<string, Place>();
    for (const read of reads) {
        const resource = byUrn.get(read.urn);
        const place = resource && placeOf(read, resource);
        if (place) {
            const role = relational.has(placeKey(read)) ? roleOf(place.resource) : "";
            const key = [place.type, place.at, kindOf(place), role].join("\n");
            const first = chosen.get(key) ?? place;
            chosen.set(key, { ...first, readers: new Set([...first.readers, read.rule]) });
        }
    }
    return [...chosen.values()].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

const placeKey = ({ urn, what, path }: Read): string => [urn, what, ...path].join("\n");
const sortKey = ({ type, at, resource }: Place): string => `${type} ${at} ${resource.urn}`;

/** What a resource is for, whatever its region, its customer or its number: `*-back-end-site`. */
export const roleOf = ({ urn, name }: ResourceInput): string =>
    (name ?? urn.split("::").pop() ?? urn)
        .replace(/primary|secondary/g, "*")
        .replace(/\bt-[a-z0-9]{6}\b/g, "*")
        .replace(/\b\d+\b/g, "*");

export const shortType = (type: string): string => withoutVersion(type).replace(/^azure-native:/, "");

function placeOf({ rule, what, path }: Read, resource: ResourceInput): Place | undefined {
    const type = shortType(resource.type);
    const readers = new Set([rule]);
    if (what !== "input") {
        const at = what === "reference" ? `->${path[0]}` : what;
        const current = what === "reference" ? valueAt(resource.inputs, path) : resource.protect === true;
        return {
            resource,
            type,
            what,
            path,
            at,
            current,
            readers,
            shape: what === "reference" ? ANY : { kind: "boolean" },
        };
    }
    const current = valueAt(resource.inputs, path);
    const shape = shapeAt(resource.type, path);
    return current === undefined && shape === undefined
        ? undefined
        : { resource, type, what, path, at: inWords(path), current, readers, shape: shape ?? ANY };
}

export const inWords = (path: Path): string =>
    path.reduce((words, part) => (/^\d+$/.test(part) ? `${words}[]` : words === "" ? part : `${words}.${part}`), "");

export const valueAt = (inputs: unknown, path: Path): unknown =>
    path.reduce<unknown>(
        (value, part) =>
            typeof value === "object" && value !== null && !isMark(value) && Object.hasOwn(value, part)
                ? (value as Record<string, unknown>)[part]
                : undefined,
        inputs,
    );

/** What the SDK says of an input; `undefined` where it has none of the name. */
export function shapeAt(type: string, [first = "", ...rest]: Path): Shape | undefined {
    const start = shapesOf(withoutVersion(type)).get(first)?.shape;
    return rest.reduce<Shape | undefined>((shape, part) => shape && inside(shape, part), start);
}

function inside(shape: Shape, part: string): Shape | undefined {
    switch (shape.kind) {
        case "object":
            return fieldsOf(shape.name).get(part)?.shape;
        case "array":
            return shape.items;
        case "map":
            return shape.values;
        case "oneOf":
            return shape.options.map((option) => inside(option, part)).find((found) => found !== undefined);
        default:
            return undefined;
    }
}

/** Values of one kind are judged alike: a number or a word of an enumeration is a kind of its own. */
function kindOf({ current, shape }: Place): string {
    if (isMark(current)) {
        return "mark";
    }
    if (typeof current === "object" && current !== null) {
        return Array.isArray(current) ? `list ${current.length > 0}` : "object";
    }
    return typeof current === "string" && shape.kind !== "enum" ? `text ${/^\d+\./.test(current)}` : String(current);
}
