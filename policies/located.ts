/**
 * Types of azure-native with a location of their own, by module, as far as they are on the list of allowed types. Where it is left out,
 * the provider's configuration decides, and else the resource group: neither stands in the resource.
 */
const BY_MODULE: Readonly<Record<string, readonly string[]>> = {
    applicationinsights: ["Component", "WebTest", "Workbook"],
    dataprotection: ["BackupVault"],
    keyvault: ["Vault"],
    managedidentity: ["UserAssignedIdentity"],
    monitor: [
        "ActionGroup",
        "ActivityLogAlert",
        "AutoscaleSetting",
        "DataCollectionEndpoint",
        "DataCollectionRule",
        "MetricAlert",
        "PrivateLinkScope",
        "ScheduledQueryRule",
    ],
    network: [
        "ApplicationSecurityGroup",
        "DdosProtectionPlan",
        "FlowLog",
        "NatGateway",
        "NetworkSecurityGroup",
        "NetworkWatcher",
        "PrivateEndpoint",
        "PublicIPAddress",
        "PublicIPPrefix",
        "RouteTable",
        "VirtualNetwork",
    ],
    operationalinsights: ["Workspace"],
    privatedns: ["PrivateZone", "VirtualNetworkLink"],
    resources: ["DeploymentAtSubscriptionScope", "ResourceGroup"],
    sql: ["Database", "ElasticPool", "Server"],
    storage: ["StorageAccount"],
    trafficmanager: ["Profile"],
    web: ["AppServicePlan", "Certificate", "SiteCertificate", "SiteCertificateSlot", "WebApp", "WebAppSlot"],
};

/** Type tokens of what must say where it is. */
export const LOCATED: ReadonlySet<string> = new Set(
    Object.entries(BY_MODULE).flatMap(([module, names]) => names.map((name) => `azure-native:${module}:${name}`)),
);
