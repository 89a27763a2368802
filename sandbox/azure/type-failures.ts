import { fieldsOf, type Shape, shapesOf } from "./input-shapes";
import type { CheckAnswer } from "./provider";
import { isProps, isUnknown, type Props } from "./wire";

/**
 * What azure-native says of values of another type than their input has, and of what an object inside an input lacks (provider.go, validateType
 * and validateProperty). It lets pass: a truth value anywhere, an object for a plain value, every key of a map, and what can have several shapes.
 * Whole numbers are told from others by its metadata, which the SDK's typings do not have: the word for both is `number` here.
 */
export const typeFailures = (type: string, inputs: Props): CheckAnswer["failures"] =>
    [...shapesOf(type)].flatMap(([property, { shape }]) =>
        reasons(property, shape, inputs[property]).map((reason) => ({ property, reason })),
    );

function reasons(path: string, shape: Shape, value: unknown): readonly string[] {
    if (isUnknown(value) || shape.kind === "any" || shape.kind === "oneOf") {
        return [];
    }
    if (Array.isArray(value)) {
        return shape.kind === "array"
            ? value.flatMap((item: unknown, index) => reasons(`${path}[${index}]`, shape.items, item))
            : [`'${path}' should be of type '${word(shape)}' but got an array`];
    }
    if (isProps(value)) {
        return shape.kind === "object" ? inside(path, shape.name, value) : [];
    }
    const given = typeof value;
    return (given === "string" || given === "number") && given !== word(shape)
        ? [`'${path}' should be of type '${word(shape)}' but got a ${given}`]
        : [];
}

function inside(path: string, name: string, value: Props): readonly string[] {
    const fields = [...fieldsOf(name)];
    const missing = fields
        .filter(([field, { required }]) => required && value[field] === undefined)
        .map(([field]) => `missing required property '${path}.${field}'`);
    return [...missing, ...fields.flatMap(([field, { shape }]) => reasons(`${path}.${field}`, shape, value[field]))];
}

/** The type as Microsoft's specifications call it. */
const word = ({ kind }: Shape): string => (kind === "enum" ? "string" : kind === "map" ? "object" : kind);
