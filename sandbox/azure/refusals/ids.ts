import { resourceGroupOf } from "../../../arm/arm-resource";
import type { Cloud, CloudObject } from "../cloud";

export const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** True for what Azure writes as its ids of people, directories and roles. */
export const isGuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** True for an id itself and for everything inside it; Azure compares ids without case. */
export const within = (id: string, scope: string): boolean =>
    `${id}/`.toLowerCase().startsWith(`${scope}/`.toLowerCase());

export const lastOf = (id: string): string => id.split("/").at(-1) ?? "";

/** The id without its last kind and name; that of a group's own resource still ends in the provider. */
export const parentId = (id: string): string => id.split("/").slice(0, -2).join("/");

/** The id of the resource group that an id names or lies in. */
export const groupId = (id: string): string | undefined =>
    resourceGroupOf(id) === undefined ? undefined : id.split("/").slice(0, 5).join("/");

export const subscriptionOf = (id: string): string => id.split("/")[2] ?? "";

/**
 * True where an id names something that should be here and is not. What lies in no group, or in a group that nobody has made here, is
 * someone else's and taken to exist: an operator's vault, a built-in role.
 */
export function missing(cloud: Cloud, id: string): boolean {
    const group = groupId(id);
    return group !== undefined && cloud.get(group) !== undefined && cloud.get(id) === undefined;
}

export const isType = (object: CloudObject, type: string): boolean => sameText(object.type, type);

/** The objects of a type that stand directly in a parent. */
export const childrenOf = (cloud: Cloud, parent: string, type: string): readonly CloudObject[] =>
    cloud.all(type).filter(({ id }) => sameText(parentId(id), parent));
