import type { ResourceType } from "../../arm/resource-type";
import { RESOURCE_TYPES } from "../../arm/resource-types";
import type { CloudObject } from "./cloud";
import { without } from "./outputs";
import { isProps, type Props } from "./wire";

/** Outputs that are no inputs, beside those that every resource has. */
const READ_ONLY: Readonly<Record<string, readonly string[]>> = {
    "azure-native:applicationinsights:Component": ["appId", "connectionString", "instrumentationKey"],
    "azure-native:keyvault:Key": [
        "attributes",
        "keyOps",
        "keySize",
        "keyUri",
        "keyUriWithVersion",
        "kty",
        "rotationPolicy",
    ],
    "azure-native:managedidentity:UserAssignedIdentity": ["clientId", "principalId", "tenantId"],
    "azure-native:operationalinsights:Workspace": ["customerId"],
    "azure-native:sql:FailoverGroup": ["replicationRole", "replicationState"],
    "azure-native:sql:Server": ["fullyQualifiedDomainName", "state"],
    "azure-native:storage:StorageAccount": ["primaryEndpoints", "primaryLocation"],
    "azure-native:web:Certificate": ["thumbprint"],
    "azure-native:web:WebApp": ["defaultHostName", "enabledHostNames", "hostNames"],
};
const ALWAYS_READ_ONLY = ["id", "name", "type"];
/** Inside `properties`. */
const READ_ONLY_PROPERTIES = ["outputs", "provisioningState", "secretUri", "secretUriWithVersion", "vaultUri"];

/** The type token of an object; undefined for what no row of the table of ARM types describes. */
export function tokenOf(object: Pick<CloudObject, "id" | "type">): string | undefined {
    const last = object.id.split("/").at(-1)?.toLowerCase();
    const inGroup = /\/resourceGroups\/[^/]+\//i.test(object.id);
    return Object.entries(RESOURCE_TYPES).find(([, row]) => {
        const segment = row.names.at(-1);
        const fixed = typeof segment === "object" && "fixed" in segment ? segment.fixed.toLowerCase() : last;
        // Deployments are a type of their own in a group and in a subscription.
        const place = typeof row.scope === "object" || (row.scope === undefined) === inGroup;
        return row.armType.toLowerCase() === object.type.toLowerCase() && fixed === last && place;
    })?.[0];
}

/** The inputs that would make an object, for who imports it: what its id says, and its outputs without those that Azure adds. */
export function inputsOf(object: CloudObject): Props {
    const type = tokenOf(object) ?? "";
    const row = RESOURCE_TYPES[type];
    const told = without(object.outputs, [...ALWAYS_READ_ONLY, ...(READ_ONLY[type] ?? [])]);
    const identity = isProps(told.identity) ? { identity: assignable(told.identity) } : {};
    const properties = isProps(told.properties) ? { properties: without(told.properties, READ_ONLY_PROPERTIES) } : {};
    return { ...told, ...identity, ...properties, ...(row ? placeOf(row, object.id) : {}) };
}

/** Outputs that can stand for inputs: what Azure adds and decides by itself is compared by nobody (provider.go, Read). */
export const toldInputs = (type: string, outputs: Props): Props =>
    without(outputs, ["id", "type", "azureApiVersion", ...(READ_ONLY[type] ?? [])]);

const assignable = ({ type, userAssignedIdentities }: Props): Props => ({
    type,
    ...(isProps(userAssignedIdentities) ? { userAssignedIdentities: Object.keys(userAssignedIdentities) } : {}),
});

/** The inputs that an id says. */
export function placeOf(row: ResourceType, id: string): Props {
    const provider = id.toLowerCase().lastIndexOf("/providers/");
    const parts = id.slice(provider + "/providers/".length).split("/");
    const names =
        row.scope === "subscription" ? [id.split("/").at(-1)] : parts.slice(1).filter((_, at) => at % 2 === 1);
    const named = row.names.flatMap((segment, index) =>
        typeof segment === "string" ? [[segment, names[index]] as const] : [],
    );
    const place =
        typeof row.scope === "object"
            ? { [row.scope.input]: id.slice(0, provider) }
            : row.scope === undefined
              ? { resourceGroupName: id.split("/")[4] }
              : {};
    return { ...place, ...Object.fromEntries(named) };
}
