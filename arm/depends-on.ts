import type { Exported } from "./exported";
import { isObject, type Json } from "./json";

/** What must exist first: the parent, what an extension lives on, and each resource of the same file that the body names. */
export function dependsOn(one: Exported, parent: Exported | undefined, byId: ReadonlyMap<string, Exported>): string[] {
    const named = [...texts(one.arm.body), one.arm.extends ?? ""].map((text) => nearest(text, byId));
    const ids = [parent, ...named].flatMap((found) => (found && !within(found.id, one.id) ? [found.id] : []));
    return [...new Set(ids)].sort();
}

const within = (id: string, other: string): boolean => `${id}/`.toLowerCase().startsWith(`${other}/`.toLowerCase());

/** The resource that an id is of, or lies in. */
function nearest(text: string, byId: ReadonlyMap<string, Exported>): Exported | undefined {
    let path = text.startsWith("/") ? text.toLowerCase() : "";
    while (path && !byId.has(path)) {
        path = path.slice(0, path.lastIndexOf("/"));
    }
    return byId.get(path);
}

function texts(value: Json | undefined): string[] {
    if (typeof value === "string") {
        return [value];
    }
    if (Array.isArray(value)) {
        return value.flatMap((item: Json) => texts(item));
    }
    return isObject(value) ? [...Object.keys(value), ...Object.values(value).flatMap(texts)] : [];
}
