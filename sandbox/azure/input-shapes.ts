import { fieldsOfInput, inputsOfClass, type TypedFields, valuesOfEnum } from "./sdk-typings";

export type Primitive = "string" | "number" | "boolean";

/** What a value of an input looks like. */
export type Shape =
    | { readonly kind: "any" }
    | { readonly kind: Primitive }
    | { readonly kind: "enum"; readonly values: readonly string[] }
    | { readonly kind: "array"; readonly items: Shape }
    | { readonly kind: "map"; readonly values: Shape }
    | { readonly kind: "object"; readonly name: string }
    | { readonly kind: "oneOf"; readonly options: readonly Shape[] };

export interface Field {
    readonly required: boolean;
    readonly shape: Shape;
}

export type Fields = ReadonlyMap<string, Field>;

const ANY: Shape = { kind: "any" };
const fields = new Map<string, Fields>();

/** The inputs of a resource type, by type token; none for one that the installed SDK does not have. */
export const shapesOf = (type: string): Fields => shaped(type, () => inputsOfClass(type));

/** The fields of a shape of kind `object`, by its name: `sql.SkuArgs`. */
export const fieldsOf = (name: string): Fields =>
    shaped(name, () => {
        const [module = "", own = ""] = name.split(".");
        return fieldsOfInput(module, own);
    });

function shaped(key: string, read: () => TypedFields): Fields {
    const known = fields.get(key);
    if (known) {
        return known;
    }
    const result: Fields = new Map(
        [...read()].map(([name, { required, type }]) => [name, { required, shape: shapeOf(type) }] as const),
    );
    fields.set(key, result);
    return result;
}

/** Reads a type as the SDK's generator writes it; what it never writes may be anything. */
export function shapeOf(type: string): Shape {
    const options = alternatives(type)
        .filter((one) => one !== "undefined")
        .map(single);
    const enums = options.flatMap((one) => (one.kind === "enum" ? one.values : []));
    // `string | enums.sql.CreateMode`: the text stands for values that are newer than the SDK.
    const others = enums.length > 0 ? options.filter(({ kind }) => kind !== "enum" && kind !== "string") : options;
    const all: readonly Shape[] = enums.length > 0 ? [{ kind: "enum", values: enums }, ...others] : others;
    const [first = ANY] = all;
    return all.length <= 1 ? first : all.some(({ kind }) => kind === "any") ? ANY : { kind: "oneOf", options: all };
}

/** A type that is no union. */
function single(type: string): Shape {
    const [, input] = /^pulumi\.Input<([\s\S]*)>$/.exec(type) ?? [];
    const [, items] = /^([\s\S]*)\[\]$/.exec(type) ?? [];
    const [, value] = /^\{\s*\[key: string\]: ([\s\S]*);\s*\}$/.exec(type) ?? [];
    const [, kind, module = "", name = ""] = /^(enums|inputs)\.(\w+)\.(\w+)$/.exec(type) ?? [];
    const [, literal] = /^"(.*)"$/.exec(type) ?? [];
    if (items !== undefined) {
        return { kind: "array", items: shapeOf(items) };
    }
    if (input !== undefined) {
        return shapeOf(input);
    }
    if (value !== undefined) {
        return { kind: "map", values: shapeOf(value) };
    }
    if (literal !== undefined) {
        return { kind: "enum", values: [literal] };
    }
    if (kind === "inputs") {
        return { kind: "object", name: `${module}.${name}` };
    }
    if (kind === "enums") {
        const values = valuesOfEnum(module, name);
        return values.length > 0 ? { kind: "enum", values } : ANY;
    }
    return type === "string" || type === "number" || type === "boolean" ? { kind: type } : ANY;
}

/** The parts of a union, outside brackets. */
function alternatives(type: string): readonly string[] {
    const parts: string[] = [""];
    let depth = 0;
    for (const character of type) {
        depth += "<{[".includes(character) ? 1 : ">}]".includes(character) ? -1 : 0;
        if (character === "|" && depth === 0) {
            parts.push("");
        } else {
            parts[parts.length - 1] += character;
        }
    }
    return parts.map((part) => part.trim());
}
