import { placed, type ResolvedResource } from "./arm-resource";
import { isObject, isSecret, isUnknown, type JsonObject } from "./json";
import { hex, identity, principal, randomText, tenantId, uuid } from "./made-up-ids";

type Outputs = Readonly<Record<string, unknown>>;

interface Deployed {
    readonly id: string;
    /** The resource's own name and its parents'. */
    readonly segments: readonly string[];
    readonly inputs: JsonObject;
}

const RANDOM_STRING = "random:index/randomString:RandomString";

/**
 * What a finished deployment would say of a resource beyond its inputs, under azure-native's output names. Made up and always
 * the same for the same id: for an export and for the wiring between resources, never for a real deployment.
 *
 * @throws UnknownResourceType for a type of azure-native that the table does not have.
 */
export function madeUpOutputs(resource: ResolvedResource, id: string): Record<string, unknown> {
    const inputs = resource.inputs as JsonObject;
    if (resource.type === RANDOM_STRING) {
        return { result: randomText(id, Number(inputs.length)) };
    }
    // A dynamic resource adds what its own provider makes up, which nobody knows here.
    if (!resource.type.startsWith("azure-native:")) {
        return {};
    }
    const { type, apiVersion, segments } = placed(resource);
    const deployed = { id, segments, inputs };
    return {
        name: segments[segments.length - 1],
        type,
        azureApiVersion: apiVersion,
        ...(inputs.identity ? { identity: identity(id, inputs.identity) } : {}),
        ...BY_TYPE[resource.type]?.(deployed),
    };
}

/**
 * The outputs that Azure adds something to inside of inputs, such as an identity's `principalId`, with values that mean nothing: what a
 * preview does not know yet. Needs no names.
 */
export function addedInside(type: string, inputs: Outputs): Outputs {
    const given = inputs as JsonObject;
    return {
        ...(given.identity ? { identity: identity("", given.identity) } : {}),
        ...BY_TYPE[type]?.({ id: "", segments: ["", ""], inputs: given }),
    };
}

const own = ({ segments }: Deployed): string => segments[segments.length - 1] ?? "";

const properties = (inputs: JsonObject): JsonObject =>
    isObject(inputs.properties) && !isSecret(inputs.properties) && !isUnknown(inputs.properties)
        ? inputs.properties
        : {};

const deployment = (inputs: JsonObject): Outputs => ({
    properties: { ...properties(inputs), provisioningState: "Succeeded", outputs: {} },
});

/** Items of a list get the ids that Azure gives them below the resource. */
const withIds = ({ id, inputs }: Deployed, list: string): Outputs =>
    Array.isArray(inputs[list])
        ? {
              [list]: (inputs[list] as readonly JsonObject[]).map((item) => ({
                  id: `${id}/${list}/${item.name}`,
                  ...item,
              })),
          }
        : {};

const BY_TYPE: Readonly<Record<string, (deployed: Deployed) => Outputs>> = {
    "azure-native:applicationinsights:Component": ({ id, inputs }) => {
        const instrumentationKey = uuid(id, "instrumentation-key");
        const region = String(inputs.location ?? "");
        const endpoint = `https://${region}-1.in.applicationinsights.azure.com/`;
        return {
            instrumentationKey,
            appId: uuid(id, "app"),
            connectionString: `InstrumentationKey=${instrumentationKey};IngestionEndpoint=${endpoint}`,
        };
    },
    "azure-native:keyvault:Key": ({ id, segments: [vault, key] }) => {
        const keyUri = `https://${vault}.vault.azure.net/keys/${key}`;
        return { keyUri, keyUriWithVersion: `${keyUri}/${hex(id, "version", 32)}` };
    },
    "azure-native:keyvault:Secret": ({ id, inputs, segments: [vault, secret] }) => {
        const secretUri = `https://${vault}.vault.azure.net/secrets/${secret}`;
        const secretUriWithVersion = `${secretUri}/${hex(id, "version", 32)}`;
        return { properties: { ...properties(inputs), secretUri, secretUriWithVersion } };
    },
    "azure-native:keyvault:Vault": ({ inputs, segments: [vault] }) => ({
        properties: { ...properties(inputs), vaultUri: `https://${vault}.vault.azure.net/` },
    }),
    "azure-native:managedidentity:UserAssignedIdentity": ({ id }) => ({ ...principal(id), tenantId: tenantId(id) }),
    "azure-native:network:NetworkSecurityGroup": (deployed) => withIds(deployed, "securityRules"),
    "azure-native:network:PublicIPAddress": ({ id }) => ({
        // A documentation range (RFC 5737): no address of anyone.
        ipAddress: `203.0.113.${(Number.parseInt(hex(id, "address", 4), 16) % 254) + 1}`,
    }),
    "azure-native:network:VirtualNetwork": (deployed) => withIds(deployed, "subnets"),
    "azure-native:operationalinsights:Workspace": ({ id }) => ({ customerId: uuid(id, "customer") }),
    "azure-native:resources:Deployment": ({ inputs }) => deployment(inputs),
    "azure-native:resources:DeploymentAtSubscriptionScope": ({ inputs }) => deployment(inputs),
    "azure-native:sql:FailoverGroup": () => ({ replicationRole: "Primary", replicationState: "CATCH_UP" }),
    "azure-native:sql:Server": (deployed) => ({
        fullyQualifiedDomainName: `${own(deployed)}.database.windows.net`,
        state: "Ready",
    }),
    "azure-native:storage:StorageAccount": ({ inputs, segments: [account] }) => {
        const services = ["blob", "dfs", "file", "queue", "table", "web"];
        const endpoints = services.map((service) => [service, `https://${account}.${service}.core.windows.net/`]);
        return { primaryLocation: inputs.location, primaryEndpoints: Object.fromEntries(endpoints) };
    },
    "azure-native:trafficmanager:Profile": (deployed) => {
        const dnsConfig = (deployed.inputs.dnsConfig ?? {}) as JsonObject;
        return {
            dnsConfig: { ...dnsConfig, fqdn: `${dnsConfig.relativeName ?? own(deployed)}.trafficmanager.net` },
        };
    },
    "azure-native:web:Certificate": ({ id }) => ({ thumbprint: hex(id, "thumbprint", 40).toUpperCase() }),
    "azure-native:web:WebApp": (deployed) => {
        const defaultHostName = `${own(deployed)}.azurewebsites.net`;
        // The same for all sites of a subscription, as in Azure.
        const subscription = deployed.id.split("/").slice(0, 3).join("/");
        return {
            defaultHostName,
            hostNames: [defaultHostName],
            enabledHostNames: [defaultHostName, `${own(deployed)}.scm.azurewebsites.net`],
            customDomainVerificationId: hex(subscription, "domain-verification", 64).toUpperCase(),
        };
    },
};
