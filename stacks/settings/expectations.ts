import { z } from "zod";

/**
 * What the schema wants, in words that complete "expected …": its description where it has one, which the editor shows too.
 * The titles of the schemas say what a setting means.
 */
export function expectationOf(schema: z.ZodType | undefined): string {
    if (schema === undefined) {
        return "nothing";
    }
    const inner = unwrap(schema);
    return schema.description ?? inner.description ?? byKind(inner);
}

function byKind(schema: z.ZodType): string {
    if (schema instanceof z.ZodEnum) {
        return oneOf(schema.options);
    }
    if (schema instanceof z.ZodLiteral) {
        return oneOf([...schema.values]);
    }
    if (schema instanceof z.ZodObject) {
        return `a mapping with ${Object.keys(schema.shape).join(", ")}`;
    }
    if (schema instanceof z.ZodDiscriminatedUnion) {
        return `a mapping with ${schema.def.discriminator}`;
    }
    if (schema instanceof z.ZodBoolean) {
        return "true or false";
    }
    return schema instanceof z.ZodArray ? "a list" : schema instanceof z.ZodRecord ? "a mapping" : "text";
}

/** `'a', 'b' or 'c'`. */
export const oneOf = (values: readonly unknown[]): string => {
    const shown = values.map((value) => (typeof value === "string" ? `'${value}'` : String(value)));
    return shown.length === 1 ? (shown[0] as string) : `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}`;
};

/** The schema behind defaults, options and transformations: what the file must hold. */
export function unwrap(schema: z.ZodType): z.ZodType {
    if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) {
        return unwrap(schema.def.innerType as z.ZodType);
    }
    return schema instanceof z.ZodPipe ? unwrap(schema.def.in as z.ZodType) : schema;
}

/** The schema at a path inside another, for the value that stands there; `undefined` where the schema knows no such place. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): z.ZodType | undefined {
    const [key, ...rest] = path;
    if (key === undefined) {
        return schema;
    }
    const next = child(unwrap(schema), key, value);
    return next && schemaAt(next, rest, valueAt(value, [key]));
}

function child(outer: z.ZodType, key: PropertyKey, value: unknown): z.ZodType | undefined {
    const schema = chosen(outer, value);
    if (schema instanceof z.ZodObject) {
        return Object.hasOwn(schema.shape, key) ? (schema.shape[String(key)] as z.ZodType) : undefined;
    }
    if (schema instanceof z.ZodArray) {
        return schema.def.element as z.ZodType;
    }
    if (schema instanceof z.ZodRecord) {
        return schema.def.valueType as z.ZodType;
    }
    return schema instanceof z.ZodUnion
        ? schema.def.options.map((option) => child(unwrap(option as z.ZodType), key, value)).find(Boolean)
        : undefined;
}

/** The alternative of a discriminated union that the value names, the first where it names none. */
function chosen(schema: z.ZodType, value: unknown): z.ZodType {
    if (!(schema instanceof z.ZodDiscriminatedUnion)) {
        return schema;
    }
    const { discriminator } = schema.def;
    const options = schema.def.options as readonly z.ZodObject[];
    const named = valueAt(value, [discriminator]);
    const match = options.find((option) => (option.shape[discriminator] as z.ZodType).safeParse(named).success);
    return match ?? (options[0] as z.ZodObject);
}

/** Where a key that the chosen alternative does not have would belong: `source 'key-vault'`. */
export function otherHome(
    schema: z.ZodType,
    path: readonly PropertyKey[],
    value: unknown,
    key: string,
): string | undefined {
    const at = schemaAt(schema, path, value);
    const union = at && unwrap(at);
    if (!(union instanceof z.ZodDiscriminatedUnion)) {
        return undefined;
    }
    const { discriminator } = union.def;
    const homes = (union.def.options as readonly z.ZodObject[]).filter(({ shape }) => Object.hasOwn(shape, key));
    const names = homes.flatMap(({ shape }) => [...(shape[discriminator] as z.ZodLiteral).values]);
    return names.length === 0 ? undefined : `${discriminator} ${oneOf(names)}`;
}

/** The names of the settings at a path. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): readonly string[] {
    const at = schemaAt(schema, path, value);
    const object = at && chosen(unwrap(at), valueAt(value, path));
    return object instanceof z.ZodObject ? Object.keys(object.shape) : [];
}

/** What a key of the mapping at a path must be. */
export function keyExpectationAt(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): string {
    const at = schemaAt(schema, path, value);
    const record = at && unwrap(at);
    return record instanceof z.ZodRecord ? expectationOf(record.def.keyType as z.ZodType) : "a plain name";
}

/** The value at a path; `undefined` where there is none. Looks at own properties only. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
    return path.reduce<unknown>(
        (at, key) =>
            typeof at === "object" && at !== null && Object.hasOwn(at, key)
                ? (at as Record<PropertyKey, unknown>)[key]
                : undefined,
        value,
    );
}
