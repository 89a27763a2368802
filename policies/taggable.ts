/** Types of azure-native that take tags, by module, as far as they are on the list of allowed types. */
const BY_MODULE: Readonly<Record<string, readonly string[]>> = {
    applicationinsights: ["Component", "WebTest", "Workbook"],
    dataprotection: ["BackupInstance", "BackupVault"],
    keyvault: ["Key", "Secret", "Vault"],
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
    resources: ["Deployment", "DeploymentAtSubscriptionScope", "ResourceGroup"],
    sql: ["Database", "ElasticPool", "FailoverGroup", "Server"],
    storage: ["StorageAccount"],
    trafficmanager: ["Profile"],
    web: ["AppServicePlan", "Certificate", "SiteCertificate", "SiteCertificateSlot", "WebApp", "WebAppSlot"],
};

/** Type tokens of what must carry the required tags. */
export const TAGGABLE: ReadonlySet<string> = new Set(
    Object.entries(BY_MODULE).flatMap(([module, names]) => names.map((name) => `azure-native:${module}:${name}`)),
);
