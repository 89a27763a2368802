import { placed } from "../../arm/arm-resource";
import { armId } from "../../arm/resource-id";
import { RESOURCE_TYPES } from "../../arm/resource-types";
import type { AzureConfig } from "./azure-provider";
import type { ResourceManager } from "./resource-manager";
import { retrying } from "./retrying";
import type { Props } from "./wire";

const CLIENT_CONFIG = "azure-native:authorization:getClientConfig";
/** Nobody is logged in to a sandbox. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * Answers a function of azure-native: who is logged in, and `get…` of a resource type that is known.
 *
 * @throws Error for every other function, and for a resource that does not exist.
 */
export async function invokeAzure(
    token: string,
    args: Props,
    config: AzureConfig,
    azure: ResourceManager,
): Promise<Props> {
    const { subscriptionId = NOBODY, tenantId = NOBODY } = config;
    if (token === CLIENT_CONFIG) {
        return { clientId: NOBODY, objectId: NOBODY, subscriptionId, tenantId };
    }
    const type = token.replace(/:get(?=[A-Z][^:]*$)/, ":");
    if (type === token || !Object.hasOwn(RESOURCE_TYPES, type)) {
        throw new Error(
            `the sandbox cannot answer '${token}': it knows getClientConfig, and get… of the resource types that it plays`,
        );
    }
    const id = armId(placed({ type, inputs: args }), subscriptionId);
    const found = await retrying(() => azure.get({ urn: "", type, id }));
    if (found === undefined) {
        throw new Error(`Status=404 Code="ResourceNotFound" Message="The resource '${id}' was not found."`);
    }
    return { ...found.outputs, id: found.id };
}
