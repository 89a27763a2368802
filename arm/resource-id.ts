import { type ArmResource, placed, type ResolvedResource } from "./arm-resource";

/** It has a path of its own, without a provider. */
const RESOURCE_GROUP = "Microsoft.Resources/resourceGroups";

/**
 * The full ARM id of a planned resource. Of its inputs it needs those that form the name, the resource group and the scope.
 *
 * @throws UnknownResourceType for a type that the table does not have.
 * @throws UnresolvedResource for inputs that do not name the resource.
 */
export const resourceId = (resource: ResolvedResource, subscriptionId: string): string =>
    armId(placed(resource), subscriptionId);

/** The full ARM id of what Azure receives. */
export function armId(resource: Omit<ArmResource, "body">, subscriptionId: string): string {
    const subscription = `/subscriptions/${subscriptionId}`;
    switch (resource.scope) {
        case "subscription":
            return `${subscription}${resource.type === RESOURCE_GROUP ? `/resourceGroups/${resource.name}` : providerPath(resource)}`;
        case "extension":
            return `${resource.extends}${providerPath(resource)}`;
        default:
            return `${subscription}/resourceGroups/${resource.resourceGroup}${providerPath(resource)}`;
    }
}

/** `/providers/Microsoft.Sql/servers/<name>/databases/<name>`: kinds and names by turns. */
function providerPath({ type, segments }: Pick<ArmResource, "type" | "segments">): string {
    const [namespace, ...kinds] = type.split("/");
    return `/providers/${namespace}${kinds.map((kind, index) => `/${kind}/${segments[index]}`).join("")}`;
}
