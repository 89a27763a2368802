import { armBody } from "../../arm/body";
import { isObject, type Json, type JsonObject } from "../../arm/json";
import { resourceType } from "../../arm/resource-types";
import { fieldsOf, type Shape, shapesOf } from "./input-shapes";

/** A value in a body that does not fit its input. */
export interface Misfit {
    /** For example `properties.sku.capacity`. */
    readonly path: string;
    readonly value: Json;
    readonly shape: Shape;
}

/** An example of a body: each text in it stands for the shape of the value in its place. */
interface Example {
    readonly body: JsonObject;
    readonly shapes: readonly Shape[];
}

/** Stands for every key of a map. */
const EVERY = "*";
const ANY: Shape = { kind: "any" };
const examples = new Map<string, Example>();

/**
 * The values in a body of another type than their input has, or outside its enumeration; compared without case, as Azure mostly does. What has
 * no place in the typings is not judged.
 *
 * @param type the type token
 */
export function misfits(type: string, body: JsonObject): readonly Misfit[] {
    const { body: example, shapes } = exampleOf(type);
    const walk = (path: string, sample: Json | undefined, value: Json): readonly Misfit[] => {
        if (sample === undefined || value === null) {
            return [];
        }
        if (typeof sample === "string") {
            const shape = shapes[Number(sample)] as Shape;
            return fits(shape, value) ? [] : [{ path, value, shape }];
        }
        if (Array.isArray(sample)) {
            return Array.isArray(value)
                ? value.flatMap((item: Json, index) => walk(`${path}[${index}]`, sample[0], item))
                : [{ path, value, shape: { kind: "array", items: ANY } }];
        }
        return isObject(value)
            ? Object.entries(value).flatMap(([key, inner]) =>
                  walk(path === "" ? key : `${path}.${key}`, at(sample as JsonObject, key), inner),
              )
            : [{ path, value, shape: { kind: "object", name: "" } }];
    };
    return walk("", example, body);
}

const at = (sample: JsonObject, key: string): Json | undefined =>
    Object.hasOwn(sample, key) ? sample[key] : sample[EVERY];

function fits(shape: Shape, value: Json): boolean {
    if (shape.kind === "enum") {
        return typeof value === "string" && shape.values.some((one) => one.toLowerCase() === value.toLowerCase());
    }
    return shape.kind === "any" || typeof value === shape.kind;
}

/** The way from inputs to a body is `armBody`'s: what stands where in an example of inputs stands there in the example of a body. */
function exampleOf(type: string): Example {
    const known = examples.get(type);
    if (known) {
        return known;
    }
    const shapes: Shape[] = [];
    const leaf = (shape: Shape): Json => String(shapes.push(shape) - 1);
    const sample = (shape: Shape, around: readonly string[]): Json => {
        switch (shape.kind) {
            case "array":
                return [sample(shape.items, around)];
            case "map":
                return { [EVERY]: sample(shape.values, around) };
            case "object":
                return objects([shape.name], around);
            case "oneOf":
                return shape.options.every(({ kind }) => kind === "object")
                    ? objects(shape.options.map(nameOf), around)
                    : leaf(ANY);
            default:
                return leaf(shape);
        }
    };
    // A type inside itself: nothing that we write goes that deep.
    const objects = (names: readonly string[], around: readonly string[]): Json =>
        names.some((name) => around.includes(name)) ? leaf(ANY) : objectOf(fieldShapes(names), [...around, ...names]);
    const objectOf = (shapesByField: ReadonlyMap<string, Shape>, around: readonly string[]): JsonObject =>
        Object.fromEntries([...shapesByField].map(([name, shape]) => [name, sample(shape, around)]));
    const inputs = objectOf(new Map([...shapesOf(type)].map(([name, { shape }]) => [name, shape])), []);
    // What azure-native always sends stands for no input.
    const example = { body: armBody({ ...resourceType(type), always: undefined }, inputs), shapes };
    examples.set(type, example);
    return example;
}

const nameOf = (shape: Shape): string => (shape.kind === "object" ? shape.name : "");

/** The fields of objects of which one is meant: each may look as it does in any of them. */
function fieldShapes(names: readonly string[]): ReadonlyMap<string, Shape> {
    const result = new Map<string, Shape>();
    for (const [name, { shape }] of names.flatMap((one) => [...fieldsOf(one)])) {
        const other = result.get(name);
        result.set(name, other ? either(other, shape) : shape);
    }
    return result;
}

function either(a: Shape, b: Shape): Shape {
    if (a.kind === "enum" && b.kind === "enum") {
        return { kind: "enum", values: [...a.values, ...b.values] };
    }
    return JSON.stringify(a) === JSON.stringify(b) ? a : ANY;
}
