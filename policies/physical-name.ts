import { isMark, isObject } from "./marks";
import type { ResourceView } from "./model";

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

/** The names that a value speaks of: text as it is, of an id the names along its path; also inside lists and objects. */
export function physicalNamesIn(value: unknown): readonly string[] {
    if (isMark(value)) {
        return [];
    }
    if (typeof value === "string") {
        const text = value.toLowerCase();
        return text.startsWith("/") ? lastNameOf(text) : [text];
    }
    if (Array.isArray(value)) {
        return value.flatMap(physicalNamesIn);
    }
    return isObject(value) ? Object.values(value).flatMap(physicalNamesIn) : [];
}

const lastNameOf = (id: string): readonly string[] => [id.split("/").filter(Boolean).pop() ?? ""];
