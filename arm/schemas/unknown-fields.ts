/** The part of JSON Schema draft 4 that Microsoft's schemas use. */
export interface Schema {
    readonly id?: string;
    readonly $ref?: string;
    readonly type?: string;
    readonly enum?: readonly string[];
    readonly pattern?: string;
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly additionalProperties?: boolean | Schema;
    readonly items?: Schema;
    readonly oneOf?: readonly Schema[];
    readonly anyOf?: readonly Schema[];
    readonly allOf?: readonly Schema[];
    readonly [group: string]: unknown;
}

/**
 * Fields of a value that a schema does not mention. Microsoft's schemas accept unknown fields, so that a property that stands at
 * the wrong depth or under azure-native's name would pass unseen.
 */
export function unknownFields(schema: Schema, document: Schema, value: unknown, path = ""): string[] {
    const choices = open(schema, document);
    if (Array.isArray(value)) {
        const items = choices.flatMap((choice): readonly Schema[] => (choice.items ? [choice.items] : []));
        return value.flatMap((item, index) => union(items, document, item, `${path}[${index}]`));
    }
    if (typeof value !== "object" || value === null) {
        return [];
    }
    const known = choices.filter((choice) => choice.properties || choice.additionalProperties);
    if (known.length === 0) {
        return [];
    }
    return Object.entries(value).flatMap(([key, inner]) => {
        const at = path ? `${path}.${key}` : key;
        const schemas = known.flatMap((choice): readonly Schema[] => {
            const property = choice.properties?.[key];
            return property ? [property] : additional(choice);
        });
        return schemas.length === 0 && !FREE.includes(at) ? [at] : union(schemas, document, inner, at);
    });
}

/** What stands in every resource, in a branch of a choice as well. */
const FREE = ["type", "apiVersion", "name"];

function additional({ additionalProperties }: Schema): Schema[] {
    return typeof additionalProperties === "object" ? [additionalProperties] : additionalProperties ? [{}] : [];
}

function union(schemas: readonly Schema[], document: Schema, value: unknown, path: string): string[] {
    return schemas.length === 0 ? [] : unknownFields({ anyOf: schemas }, document, value, path);
}

/** A schema with its references and choices opened. */
function open(schema: Schema, document: Schema): Schema[] {
    if (schema.$ref) {
        return schema.$ref.startsWith("#") ? open(referred(schema.$ref, document), document) : [];
    }
    const choices = [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])];
    return [schema, ...choices.flatMap((choice) => open(choice, document))];
}

const referred = (ref: string, document: Schema): Schema =>
    ref
        .slice(2)
        .split("/")
        .reduce((at, key) => at[key] as Schema, document);
