import { isObject, type Json, type JsonObject } from "../../arm/json";

/** Lists in a body whose items may be resources of their own: azure-native keeps what there is, where a program leaves the list out. */
const KEPT: Readonly<Record<string, string>> = {
    "azure-native:keyvault:Vault": "accessPolicies",
    "azure-native:network:NetworkSecurityGroup": "securityRules",
    "azure-native:network:VirtualNetwork": "subnets",
    "azure-native:trafficmanager:Profile": "endpoints",
};

/** A body with such a list filled in: from the cloud, or empty for what is new. */
export function keepUnset(type: string, body: JsonObject, existing: JsonObject | undefined): JsonObject {
    const list = KEPT[type];
    const properties = propertiesOf(body);
    if (list === undefined || properties[list] !== undefined) {
        return body;
    }
    const kept: Json = propertiesOf(existing)[list] ?? [];
    return { ...body, properties: { ...properties, [list]: kept } };
}

const propertiesOf = (body: JsonObject | undefined): JsonObject => (isObject(body?.properties) ? body.properties : {});
