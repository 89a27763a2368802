import { armResource, type ResolvedResource } from "./arm-resource";
import type { Exported } from "./exported";
import type { JsonObject } from "./json";
import { armId } from "./resource-id";
import { type Template, template } from "./template";

/** A resource of a plan; everything that is not azure-native's is left out of the templates. */
export interface PlannedResource extends ResolvedResource {
    readonly urn: string;
    readonly name: string;
}

/** Two resources of a plan that Azure would take for one. */
export class DuplicateResource extends Error {
    override readonly name = "DuplicateResource";
}

const SUBSCRIPTION_FILE = "subscription.json";

/**
 * The planned resources as ARM templates, by file name: one for each resource group, and one for what lives in the
 * subscription itself. Children of SQL servers stand inside them, where scanners look for them.
 *
 * @throws UnknownResourceType for a type that the table does not have.
 * @throws UnresolvedResource for inputs that are not known, or do not name the resource.
 * @throws DuplicateResource where two resources have one id in Azure: the second would overwrite the first.
 */
export function armTemplates(resources: readonly PlannedResource[], subscriptionId: string): Map<string, Template> {
    const urns = new Map<string, string>();
    const files = new Map<string, Exported[]>();
    for (const resource of resources.filter(({ type }) => type.startsWith("azure-native:"))) {
        const arm = armResource(resource);
        const id = armId(arm, subscriptionId);
        const other = urns.get(id.toLowerCase());
        if (other) {
            throw new DuplicateResource(`${other} and ${resource.urn} are one resource in Azure: ${id}`);
        }
        urns.set(id.toLowerCase(), resource.urn);
        const file = arm.resourceGroup ? `${arm.resourceGroup}.json` : SUBSCRIPTION_FILE;
        const inFile = files.get(file) ?? [];
        inFile.push({ id, arm });
        files.set(file, inFile);
    }
    const kind = (file: string) => (file === SUBSCRIPTION_FILE ? "subscription" : "resourceGroup");
    return new Map([...files.keys()].sort().map((file) => [file, template(kind(file), files.get(file) ?? [])]));
}

/** How many resources of the plan stand in the templates, nested ones included; what the templates of deployments carry comes besides. */
export function exportedCount(templates: ReadonlyMap<string, Template>): number {
    const count = (resources: readonly JsonObject[]): number =>
        resources.reduce((sum, { resources: inner }) => sum + 1 + count((inner ?? []) as readonly JsonObject[]), 0);
    return [...templates.values()].reduce((sum, { resources }) => sum + count(resources), 0);
}
