import { isMark, isObject } from "./marks";
import type { ResourceView } from "./model";
import { parseResourceId, type ResourceId } from "./resource-id";

/** Where the class has another word for its name than its own. */
const NAME_PROPERTIES: ReadonlyMap<string, readonly string[]> = new Map([
    ["azure-native:storage:StorageAccount", ["accountName"]],
    ["azure-native:web:WebAppSlot", ["slot"]],
]);

/** The name that a resource has in Azure, in lower case since Azure compares without case; `undefined` while it is not known. */
export function physicalName({ type, inputs }: ResourceView): string | undefined {
    const className = type.split(":").pop() ?? "";
    const usual = [`${className.charAt(0).toLowerCase()}${className.slice(1)}Name`, "name"];
    return (NAME_PROPERTIES.get(type) ?? usual)
        .map((property) => inputs[property])
        .find((value): value is string => typeof value === "string" && value !== "" && !isMark(value))
        ?.toLowerCase();
}

/** A resource that a value speaks of. */
export interface Mention {
    /** In lower case. */
    readonly name: string;
    /** Where an id is given, not a name alone. */
    readonly id?: ResourceId;
}

/** All that a value speaks of: text is a name or an id; also inside lists and objects. */
export function mentionsIn(value: unknown): readonly Mention[] {
    if (isMark(value)) {
        return [];
    }
    if (typeof value === "string") {
        const id = parseResourceId(value);
        return [id ? { name: id.names[id.names.length - 1] ?? "", id } : { name: value.toLowerCase() }];
    }
    if (Array.isArray(value)) {
        return value.flatMap(mentionsIn);
    }
    return isObject(value) ? Object.values(value).flatMap(mentionsIn) : [];
}

/** The names that a value speaks of, of an id the last one. */
export const physicalNamesIn = (value: unknown): readonly string[] => mentionsIn(value).map(({ name }) => name);
