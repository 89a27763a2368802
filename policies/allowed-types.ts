/** Types of azure-native whose services are in scope of the certificates that the hosting promise names, by module. */
const BY_MODULE: Readonly<Record<string, readonly string[]>> = {
    applicationinsights: ["Component", "WebTest", "Workbook"],
    authorization: [
        "ManagementLockAtResourceLevel",
        "ManagementLockByScope",
        "PimRoleEligibilitySchedule",
        "PolicyAssignment",
        "PolicyDefinition",
        "PolicyExemption",
        "PolicySetDefinition",
        "RoleAssignment",
        "RoleDefinition",
    ],
    consumption: ["Budget"],
    dataprotection: ["BackupInstance", "BackupPolicy", "BackupVault"],
    keyvault: ["Key", "Secret", "Vault"],
    managedidentity: ["FederatedIdentityCredential", "UserAssignedIdentity"],
    monitor: [
        "ActionGroup",
        "ActivityLogAlert",
        "AutoscaleSetting",
        "DataCollectionEndpoint",
        "DataCollectionRule",
        "DataCollectionRuleAssociation",
        "DiagnosticSetting",
        "MetricAlert",
        "PrivateLinkScope",
        "PrivateLinkScopedResource",
        "ScheduledQueryRule",
        "SubscriptionDiagnosticSetting",
    ],
    network: [
        "ApplicationSecurityGroup",
        "DdosProtectionPlan",
        "FlowLog",
        "NatGateway",
        "NetworkSecurityGroup",
        "NetworkWatcher",
        "PrivateDnsZoneGroup",
        "PrivateEndpoint",
        "PublicIPAddress",
        "PublicIPPrefix",
        "Route",
        "RouteTable",
        "SecurityRule",
        "Subnet",
        "VirtualNetwork",
        "VirtualNetworkPeering",
    ],
    operationalinsights: ["SavedSearch", "Table", "Workspace"],
    policyinsights: ["RemediationAtSubscription"],
    privatedns: ["PrivateRecordSet", "PrivateZone", "VirtualNetworkLink"],
    resources: ["Deployment", "DeploymentAtSubscriptionScope", "ResourceGroup"],
    security: ["DefenderForStorage", "Pricing", "SecurityContact"],
    sql: [
        "BackupShortTermRetentionPolicy",
        "DataMaskingPolicy",
        "Database",
        "DatabaseSecurityAlertPolicy",
        "ElasticPool",
        "EncryptionProtector",
        "ExtendedDatabaseBlobAuditingPolicy",
        "ExtendedServerBlobAuditingPolicy",
        "FailoverGroup",
        "FirewallRule",
        "IPv6FirewallRule",
        "LongTermRetentionPolicy",
        "OutboundFirewallRule",
        "SensitivityLabel",
        "Server",
        "ServerAzureADAdministrator",
        "ServerAzureADOnlyAuthentication",
        "ServerBlobAuditingPolicy",
        "ServerKey",
        "ServerSecurityAlertPolicy",
        "ServerVulnerabilityAssessment",
        "SqlVulnerabilityAssessmentsSetting",
        "TransparentDataEncryption",
    ],
    storage: [
        "BlobContainer",
        "BlobContainerImmutabilityPolicy",
        "BlobServiceProperties",
        "ManagementPolicy",
        "StorageAccount",
    ],
    trafficmanager: ["Endpoint", "Profile"],
    web: [
        "AppServicePlan",
        "Certificate",
        "SiteCertificate",
        "SiteCertificateSlot",
        "WebApp",
        "WebAppApplicationSettings",
        "WebAppApplicationSettingsSlot",
        "WebAppAuthSettingsV2",
        "WebAppAuthSettingsV2Slot",
        "WebAppAuthSettingsV2WithoutSecrets",
        "WebAppAuthSettingsV2WithoutSecretsSlot",
        "WebAppConnectionStrings",
        "WebAppConnectionStringsSlot",
        "WebAppDiagnosticLogsConfiguration",
        "WebAppDiagnosticLogsConfigurationSlot",
        "WebAppDomainOwnershipIdentifier",
        "WebAppDomainOwnershipIdentifierSlot",
        "WebAppFtpAllowed",
        "WebAppFtpAllowedSlot",
        "WebAppHostNameBinding",
        "WebAppHostNameBindingSlot",
        "WebAppScmAllowed",
        "WebAppScmAllowedSlot",
        "WebAppSlot",
        "WebAppSlotConfigurationNames",
        "WebAppSwiftVirtualNetworkConnection",
        "WebAppSwiftVirtualNetworkConnectionSlot",
    ],
};

/** Type tokens that may stand in a plan. */
export const ALLOWED_TYPES: ReadonlySet<string> = new Set(
    Object.entries(BY_MODULE).flatMap(([module, names]) => names.map((name) => `azure-native:${module}:${name}`)),
);

/**
 * What a deployment by template may make: the TLS of a free certificate, which azure-native cannot write twice, and what every
 * subscription has from the start, which it cannot create.
 */
export const ALLOWED_IN_TEMPLATES: ReadonlySet<string> = new Set([
    "microsoft.security/pricings",
    "microsoft.security/securitycontacts",
    "microsoft.web/sites/hostnamebindings",
]);

/** What deploys a template. */
export const DEPLOYMENTS: ReadonlySet<string> = new Set([
    "azure-native:resources:Deployment",
    "azure-native:resources:DeploymentAtSubscriptionScope",
]);

/** What a policy may deploy besides: it sends logs of what it finds, and splits its work in deployments of its own. */
export const ALLOWED_IN_POLICIES: ReadonlySet<string> = new Set([
    ...ALLOWED_IN_TEMPLATES,
    "microsoft.insights/diagnosticsettings",
    "microsoft.resources/deployments",
]);

/** Providers besides azure-native: random names, and Pulumi's own resources. */
export const ALLOWED_PROVIDERS: ReadonlySet<string> = new Set(["pulumi", "random"]);

/** What a stack writes of a release when it has deployed it. */
export const RELEASE_RECORD = "pulumi-nodejs:dynamic/figlo:ReleaseRecord";

/** Waits until the sites of a region report a release as theirs. */
export const HEALTH_GATE = "pulumi-nodejs:dynamic/figlo:HealthGate";

/** What lies inside a database, where Azure Resource Manager does not look. */
export const DATABASE_FIREWALL_RULE = "pulumi-nodejs:dynamic/figlo:DatabaseFirewallRule";
export const DATABASE_USER = "pulumi-nodejs:dynamic/figlo:DatabaseUser";
export const DATABASE_GUARD = "pulumi-nodejs:dynamic/figlo:DatabaseGuard";
/** The copy of a database on the other server of its failover group. */
export const DATABASE_COPY = "pulumi-nodejs:dynamic/figlo:DatabaseCopy";

/** A dynamic resource does what its program says, and no plan shows that: these are ours. */
export const ALLOWED_DYNAMIC: ReadonlySet<string> = new Set([
    DATABASE_COPY,
    DATABASE_FIREWALL_RULE,
    DATABASE_GUARD,
    DATABASE_USER,
    HEALTH_GATE,
    RELEASE_RECORD,
]);
