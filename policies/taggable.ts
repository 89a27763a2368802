/** Types of azure-native that take tags, by module, as far as they are on the list of allowed types. */
const BY_MODULE: Readonly<Record<string, readonly string[]>> = {
    applicationinsights: ["Component", "WebTest", "Workbook"],
    dataprotection: ["BackupVault"],
    keyvault: ["Key", "Secret", "Vault"],
    managedidentity: ["UserAssignedIdentity"],
    monitor: ["ActionGroup", "AutoscaleSetting", "ScheduledQueryRule"],
    network: [
        "NatGateway",
        "NetworkSecurityGroup",
        "PrivateEndpoint",
        "PublicIPAddress",
        "RouteTable",
        "VirtualNetwork",
    ],
    operationalinsights: ["Workspace"],
    privatedns: ["PrivateZone", "VirtualNetworkLink"],
    resources: ["Deployment", "ResourceGroup"],
    sql: ["Database", "ElasticPool", "FailoverGroup", "Server"],
    storage: ["StorageAccount"],
    trafficmanager: ["Profile"],
    web: ["AppServicePlan", "Certificate", "WebApp", "WebAppSlot"],
};

/** Type tokens of what must carry the required tags. */
export const TAGGABLE: ReadonlySet<string> = new Set(
    Object.entries(BY_MODULE).flatMap(([module, names]) => names.map((name) => `azure-native:${module}:${name}`)),
);
