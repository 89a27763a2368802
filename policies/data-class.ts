import { DATABASE, STORAGE_ACCOUNT } from "./azure-types";
import { isMark, isObject } from "./marks";
import type { ResourceView } from "./model";

/** What may stand in the tag `dataClass`. */
export const DATA_CLASSES = ["customer", "none", "operational", "transient"] as const;

/** A tag as it is given; Azure compares the names of tags without case. */
export function givenTag({ inputs }: Pick<ResourceView, "inputs">, key: string): unknown {
    const tags = isObject(inputs.tags) ? inputs.tags : {};
    const spelled = Object.hasOwn(tags, key)
        ? key
        : Object.keys(tags).find((each) => each.toLowerCase() === key.toLowerCase());
    return spelled === undefined ? undefined : tags[spelled];
}

/** A tag's text; `undefined` where it is not given or not known. */
export function tag(resource: ResourceView, key: string): string | undefined {
    const value = givenTag(resource, key);
    return typeof value === "string" && !isMark(value) ? value : undefined;
}

/** True for what says that it is a copy that is meant to go. */
export const saysTransient = (resource: ResourceView): boolean => tag(resource, "dataClass") === "transient";

/** What can be a copy: of a customer's data, not of what keeps the keys or the backups. */
export const CAN_BE_COPY: ReadonlySet<string> = new Set([DATABASE, STORAGE_ACCOUNT]);

/** True for a copy that is meant to go, such as a restore drill: it is outside the rules that keep data. */
export const isTransient = (resource: ResourceView): boolean =>
    CAN_BE_COPY.has(resource.type) && saysTransient(resource);
