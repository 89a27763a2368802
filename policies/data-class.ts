import { isMark, isObject } from "./marks";
import type { ResourceView } from "./model";

/** What may stand in the tag `dataClass`. */
export const DATA_CLASSES = ["customer", "none", "operational", "transient"] as const;

/** A tag's text; `undefined` where it is not given or not known. */
export function tag({ inputs }: ResourceView, key: string): string | undefined {
    const tags = inputs.tags;
    const value = isObject(tags) && Object.hasOwn(tags, key) ? tags[key] : undefined;
    return typeof value === "string" && !isMark(value) ? value : undefined;
}

/** True for a copy that is meant to go, such as a restore drill: it is outside the rules that keep data. */
export const isTransient = (resource: ResourceView): boolean => tag(resource, "dataClass") === "transient";
