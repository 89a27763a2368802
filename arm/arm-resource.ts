import { armBody } from "./body";
import { isObject, isUnknown, type Json, type JsonObject } from "./json";
import { uuid } from "./made-up-ids";
import type { NameSegment, ResourceType } from "./resource-type";
import { resourceType } from "./resource-types";

/** A planned resource of azure-native with resolved inputs. */
export interface ResolvedResource {
    /** Pulumi's type token. */
    readonly type: string;
    /** The logical name: the resource's name where the program leaves it to azure-native. */
    readonly name?: string;
    readonly inputs: Readonly<Record<string, unknown>>;
}

/** One resource as Azure Resource Manager receives it. */
export interface ArmResource {
    readonly type: string;
    readonly apiVersion: string;
    /** The names of its parents and its own. */
    readonly segments: readonly string[];
    /** The segments joined with `/`. */
    readonly name: string;
    readonly scope: "resourceGroup" | "subscription" | "extension";
    /** The resource group that it lives in; an extension's is that of what it extends, if that has one. */
    readonly resourceGroup?: string;
    /** The id of the resource, group or subscription that an extension lives on. */
    readonly extends?: string;
    readonly body: JsonObject;
}

/** A resource that cannot be told to Azure yet: a name is missing, or values are still unknown. */
export class UnresolvedResource extends Error {
    constructor(resource: ResolvedResource, problem: string) {
        super(`${resource.type} '${resource.name ?? ""}': ${problem}`);
        this.name = "UnresolvedResource";
    }
}

/**
 * What Azure receives for a planned resource.
 *
 * @throws UnknownResourceType for a type that the table does not have.
 * @throws UnresolvedResource for inputs that are not known, or do not name the resource.
 */
export function armResource(resource: ResolvedResource): ArmResource {
    const inputs = resource.inputs as JsonObject;
    const unknown = unknownPaths(inputs, "");
    if (unknown.length > 0) {
        throw new UnresolvedResource(resource, `not known before deployment: ${unknown.join(", ")}`);
    }
    return { ...placed(resource), body: armBody(resourceType(resource.type), inputs) };
}

/** The same without the body: it needs only the inputs that name the resource and say where it lives. */
export function placed(resource: ResolvedResource): Omit<ArmResource, "body"> {
    const row = resourceType(resource.type);
    const last = row.names.length - 1;
    const segments = row.names.map((segment, index) => nameOf(resource, segment, index === last));
    return {
        type: row.armType,
        apiVersion: row.apiVersion,
        segments,
        name: segments.join("/"),
        ...place(resource, row),
    };
}

/** The resource group in an ARM id, if it has one. */
export const resourceGroupOf = (id: string): string | undefined => /\/resourceGroups\/([^/]+)/i.exec(id)?.[1];

function place(
    resource: ResolvedResource,
    row: ResourceType,
): Pick<ArmResource, "scope" | "resourceGroup" | "extends"> {
    if (row.scope === "subscription") {
        return { scope: "subscription" };
    }
    if (row.scope) {
        const id = text(resource, row.scope.input);
        const resourceGroup = resourceGroupOf(id);
        return { scope: "extension", extends: id, ...(resourceGroup ? { resourceGroup } : {}) };
    }
    return { scope: "resourceGroup", resourceGroup: text(resource, "resourceGroupName") };
}

function nameOf(resource: ResolvedResource, segment: NameSegment, own: boolean): string {
    if (typeof segment === "string") {
        return own && resource.inputs[segment] === undefined && resource.name ? resource.name : text(resource, segment);
    }
    if ("fixed" in segment) {
        return segment.fixed;
    }
    if ("madeUp" in segment) {
        return uuid(JSON.stringify(Object.entries(resource.inputs).sort()), "name");
    }
    return resource.inputs[segment.input] === undefined ? segment.otherwise : text(resource, segment.input);
}

function text(resource: ResolvedResource, input: string): string {
    const value = resource.inputs[input];
    if (typeof value !== "string" || value === "") {
        throw new UnresolvedResource(resource, `the input '${input}' is not a text`);
    }
    return value;
}

function unknownPaths(value: Json | undefined, path: string): string[] {
    if (Array.isArray(value)) {
        return value.flatMap((item: Json, index) => unknownPaths(item, `${path}[${index}]`));
    }
    if (!isObject(value)) {
        return [];
    }
    return isUnknown(value)
        ? [path]
        : Object.entries(value).flatMap(([key, inner]) => unknownPaths(inner, path ? `${path}.${key}` : key));
}
