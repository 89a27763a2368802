import { isObject, isSecret, type Json, type JsonObject } from "./json";
import type { Flattened, NameSegment, Nested, ResourceType } from "./resource-type";

/** Stands in a body for a value that must not be shown. */
export const MASK = "********";

/** What azure-native takes from the path or makes itself, whatever the program gives. */
const NEVER_IN_THE_BODY = ["id", "name", "resourceGroupName", "type"];
const ALWAYS_AT_THE_TOP = ["location", "tags"];

type Renaming = Pick<ResourceType, "renames">;

/** The body that Azure receives for resolved inputs: flattened properties put back, ARM's names, secrets masked. */
export function armBody(row: ResourceType, inputs: JsonObject): JsonObject {
    const path = new Set([...NEVER_IN_THE_BODY, ...row.names.flatMap(inputOf), ...scopeInput(row)]);
    const top: Record<string, Json> = {};
    const properties: Record<string, Json> = { ...row.always };
    for (const key of Object.keys(inputs).sort()) {
        const value = inputs[key];
        if (path.has(key) || value === null || value === undefined) {
            continue;
        }
        const target = atTheTop(row, key) ? top : properties;
        target[target === top ? key : renamed(row, key)] = field(row, key, value, row.nested);
    }
    return row.properties ? top : { ...top, properties };
}

const inputOf = (segment: NameSegment): string[] =>
    typeof segment === "string" ? [segment] : "input" in segment ? [segment.input] : [];

const scopeInput = (row: ResourceType): string[] => (typeof row.scope === "object" ? [row.scope.input] : []);

const atTheTop = (row: ResourceType, key: string): boolean =>
    row.properties !== undefined || ALWAYS_AT_THE_TOP.includes(key) || (row.top ?? []).includes(key);

const renamed = ({ renames = {} }: Renaming, key: string): string =>
    Object.hasOwn(renames, key) ? (renames[key] as string) : key;

function field(row: ResourceType, key: string, value: Json, nested: Nested | undefined): Json {
    if (key === "identity") {
        return identity(row, value);
    }
    const flattened = nested?.[key];
    return flattened ? unflattened(row, value, flattened) : converted(key === "tags" ? {} : row, value);
}

/** azure-native lists the ids of assigned identities; ARM has them as keys. */
function identity(row: Renaming, value: Json): Json {
    const plain = converted(row, value);
    if (!isObject(plain) || !Array.isArray(plain.userAssignedIdentities)) {
        return plain;
    }
    const ids = plain.userAssignedIdentities as readonly string[];
    return { ...plain, userAssignedIdentities: Object.fromEntries([...ids].sort().map((id) => [id, {}])) };
}

function unflattened(row: Renaming, value: Json, flattened: Flattened): Json {
    if (Array.isArray(value)) {
        return value.map((item: Json) => unflattened(row, item, flattened));
    }
    if (!isObject(value) || isSecret(value)) {
        return converted(row, value);
    }
    const entries = Object.entries(value);
    const beside = Object.fromEntries(entries.filter(([key]) => flattened.beside.includes(key)));
    const inside = Object.fromEntries(entries.filter(([key]) => !flattened.beside.includes(key)));
    const properties = converted(row, inside, flattened.within) as JsonObject;
    return { ...(converted({}, beside) as JsonObject), ...(Object.keys(properties).length > 0 ? { properties } : {}) };
}

function converted(row: Renaming, value: Json, nested?: Nested): Json {
    if (Array.isArray(value)) {
        return value.map((item: Json) => converted(row, item));
    }
    if (!isObject(value)) {
        return value;
    }
    if (isSecret(value)) {
        return MASK;
    }
    const entries = Object.keys(value)
        .filter((key) => value[key] !== null && value[key] !== undefined)
        .sort()
        .map((key) => {
            const flattened = nested?.[key];
            const inner = value[key] as Json;
            const item = flattened ? unflattened(row, inner, flattened) : converted(row, inner);
            return [renamed(row, key), item] as const;
        });
    return Object.fromEntries(entries);
}
