import { type ArmResource, resourceGroupOf } from "./arm-resource";
import { dependsOn } from "./depends-on";
import type { Exported } from "./exported";
import type { Json, JsonObject } from "./json";
import { literalBody } from "./literal-body";

export interface TemplateResource extends JsonObject {
    readonly type: string;
    readonly apiVersion: string;
    readonly name: string;
}

export interface Template {
    readonly $schema: string;
    readonly contentVersion: string;
    readonly resources: readonly TemplateResource[];
}

const SCHEMAS = "https://schema.management.azure.com/schemas";
const SCHEMA = {
    resourceGroup: `${SCHEMAS}/2019-04-01/deploymentTemplate.json#`,
    subscription: `${SCHEMAS}/2018-05-01/subscriptionDeploymentTemplate.json#`,
};

/**
 * What stands inside its parent: scanners look for a server's rules, audit and alerts there, and pass an open firewall that stands
 * beside it. Everything else stands at the top under its full name, since they tell resources apart by type and name alone.
 */
const INSIDE_PARENT =
    /^Microsoft\.Sql\/servers\/([^/]+|databases\/(auditingSettings|extendedAuditingSettings|securityAlertPolicies))$/;

/** One template: sorted, children of SQL servers inside them, each with its own API version and what must exist before it. */
export function template(kind: keyof typeof SCHEMA, exported: readonly Exported[]): Template {
    const byId = new Map([...exported].sort(byTypeAndName).map((one) => [one.id.toLowerCase(), one]));
    const parentOf = (one: Exported) => byId.get(parentId(one).toLowerCase());
    const inside = (one: Exported) => (INSIDE_PARENT.test(one.arm.type) ? parentOf(one) : undefined);
    const children = new Map<Exported | undefined, Exported[]>();
    for (const one of byId.values()) {
        const parent = inside(one);
        children.set(parent, [...(children.get(parent) ?? []), one]);
    }
    const build = (one: Exported): TemplateResource => ({
        type: inside(one) ? last(one.arm.type.split("/")) : one.arm.type,
        apiVersion: one.arm.apiVersion,
        name: inside(one) ? last(one.arm.segments) : one.arm.name,
        ...scopeOf(one.arm),
        ...literalBody(one.arm),
        ...some("dependsOn", dependsOn(one, parentOf(one), byId)),
        ...some("resources", (children.get(one) ?? []).map(build)),
    });
    const resources = (children.get(undefined) ?? []).map(build);
    return { $schema: SCHEMA[kind], contentVersion: "1.0.0.0", resources };
}

const byTypeAndName = (a: Exported, b: Exported): number =>
    compare(a.arm.type, b.arm.type) || compare(a.arm.name, b.arm.name) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const last = (parts: readonly string[]): string => parts[parts.length - 1] ?? "";

const some = (key: string, items: readonly Json[]): JsonObject => (items.length > 0 ? { [key]: items } : {});

/** The id without its last kind and name; an extension has a scope instead of a parent. */
const parentId = ({ id, arm }: Exported): string =>
    arm.scope !== "extension" && arm.segments.length > 1 ? id.split("/").slice(0, -2).join("/") : "";

/** What an extension lives on, as seen from its template; nothing where that is the template's own group or subscription. */
function scopeOf({ extends: id }: ArmResource): JsonObject {
    const provider = id?.lastIndexOf("/providers/") ?? -1;
    if (!id || provider < 0) {
        return {};
    }
    return { scope: resourceGroupOf(id) ? id.slice(provider + "/providers/".length) : id };
}
