import type { ResourceType, ResourceTypes } from "./resource-type";
import { ACCESS_TYPES } from "./services/access";
import { MONITORING_TYPES } from "./services/monitoring";
import { NETWORK_TYPES } from "./services/network";
import { SQL_TYPES } from "./services/sql";
import { STORAGE_TYPES } from "./services/storage";
import { WEB_TYPES } from "./services/web";

/** What Azure receives for each resource type of azure-native that this project plans, by Pulumi's type token. */
export const RESOURCE_TYPES: ResourceTypes = {
    ...ACCESS_TYPES,
    ...MONITORING_TYPES,
    ...NETWORK_TYPES,
    ...SQL_TYPES,
    ...STORAGE_TYPES,
    ...WEB_TYPES,
};

/** A type of azure-native that the table of resource types has no row for. */
export class UnknownResourceType extends Error {
    constructor(readonly type: string) {
        super(
            `'${type}' has no row in the table of ARM resource types: add it to the file of its service in arm/services`,
        );
        this.name = "UnknownResourceType";
    }
}

/**
 * The row of a type token.
 *
 * @throws UnknownResourceType where there is none.
 */
export function resourceType(type: string): ResourceType {
    const row = Object.hasOwn(RESOURCE_TYPES, type) ? RESOURCE_TYPES[type] : undefined;
    if (!row) {
        throw new UnknownResourceType(type);
    }
    return row;
}
