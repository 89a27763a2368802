import type { JsonObject } from "../../arm/json";
import type { Cloud, CloudObject } from "./cloud";

/** Lists in a body whose items are objects of their own as well. */
const LISTS: Readonly<Record<string, string>> = {
    "microsoft.network/networksecuritygroups": "securityRules",
    "microsoft.network/virtualnetworks": "subnets",
};

/** An object as Azure tells it: such a list holds what there is, however it was made. */
export function withListedChildren(cloud: Cloud, object: CloudObject): CloudObject {
    const list = LISTS[object.type.toLowerCase()];
    if (list === undefined) {
        return object;
    }
    const items = childrenIn(cloud, object, list).map(({ id, body }) => ({
        name: id.split("/").at(-1) ?? "",
        ...body,
    }));
    return {
        ...object,
        body: { ...object.body, properties: { ...(object.body.properties as JsonObject), [list]: items } },
    };
}

/**
 * A list in a body says which children there are: those it leaves out are deleted, also when they were made apart. That is why a network's subnets are
 * written inline or apart, and never both.
 */
export function writeListedChildren(cloud: Cloud, object: CloudObject): void {
    const list = LISTS[object.type.toLowerCase()];
    const items = list === undefined ? undefined : (object.body.properties as JsonObject | undefined)?.[list];
    if (list === undefined || !Array.isArray(items)) {
        return;
    }
    const prefix = `${object.id}/${list}/`;
    const listed = new Set((items as readonly JsonObject[]).map(({ name }) => `${prefix}${name}`.toLowerCase()));
    for (const child of childrenIn(cloud, object, list)) {
        if (!listed.has(child.id.toLowerCase())) {
            cloud.remove(child.id);
        }
    }
    for (const item of items as readonly JsonObject[]) {
        const id = `${prefix}${item.name}`;
        if (cloud.get(id) === undefined) {
            const { name, ...body } = item;
            const type = `${object.type}/${list}`;
            const outputs = { name, type, ...(body.properties as JsonObject | undefined) };
            cloud.write({ id, type, apiVersion: object.apiVersion, body, outputs, declared: false });
        }
    }
}

function childrenIn(cloud: Cloud, object: CloudObject, list: string): readonly CloudObject[] {
    const depth = object.id.split("/").length + 2;
    const prefix = `${object.id}/${list}/`.toLowerCase();
    return cloud
        .inside(object.id)
        .filter(({ id }) => id.toLowerCase().startsWith(prefix) && id.split("/").length === depth);
}
