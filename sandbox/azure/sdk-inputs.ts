/** Inputs that must be given, beside those of the path: the SDK of azure-native 3.28.0, which a test compares with this table. */
export const REQUIRED: Readonly<Record<string, readonly string[]>> = {
    "azure-native:applicationinsights:Component": ["applicationType", "kind"],
    "azure-native:authorization:ManagementLockByScope": ["level"],
    "azure-native:authorization:PimRoleEligibilitySchedule": ["principalId", "roleDefinitionId"],
    "azure-native:authorization:RoleAssignment": ["principalId", "roleDefinitionId"],
    "azure-native:dataprotection:BackupVault": ["properties"],
    "azure-native:keyvault:Key": ["properties"],
    "azure-native:keyvault:Secret": ["properties"],
    "azure-native:keyvault:Vault": ["properties"],
    "azure-native:monitor:ActionGroup": ["enabled", "groupShortName"],
    "azure-native:network:SecurityRule": ["access", "direction", "priority", "protocol"],
    "azure-native:resources:Deployment": ["properties"],
    "azure-native:resources:DeploymentAtSubscriptionScope": ["properties"],
    "azure-native:sql:EncryptionProtector": ["serverKeyType"],
    "azure-native:sql:ExtendedServerBlobAuditingPolicy": ["state"],
    "azure-native:sql:FailoverGroup": ["partnerServers", "readWriteEndpoint"],
    "azure-native:sql:ServerBlobAuditingPolicy": ["state"],
    "azure-native:sql:ServerKey": ["serverKeyType"],
    "azure-native:sql:ServerSecurityAlertPolicy": ["state"],
    "azure-native:sql:TransparentDataEncryption": ["state"],
    "azure-native:storage:ManagementPolicy": ["policy"],
    "azure-native:storage:StorageAccount": ["kind", "sku"],
    "azure-native:web:WebAppFtpAllowed": ["allow"],
    "azure-native:web:WebAppScmAllowed": ["allow"],
};

/**
 * Types with a location of their own, which azure-native fills in. A deployment in a resource group has the input and takes none
 * (resources.go, AutoLocationDisabled).
 */
export const LOCATED: ReadonlySet<string> = new Set([
    "azure-native:applicationinsights:Component",
    "azure-native:authorization:PolicyAssignment",
    "azure-native:dataprotection:BackupVault",
    "azure-native:keyvault:Vault",
    "azure-native:managedidentity:UserAssignedIdentity",
    "azure-native:monitor:ActionGroup",
    "azure-native:monitor:ScheduledQueryRule",
    "azure-native:network:NatGateway",
    "azure-native:network:NetworkSecurityGroup",
    "azure-native:network:PrivateEndpoint",
    "azure-native:network:PublicIPAddress",
    "azure-native:network:VirtualNetwork",
    "azure-native:operationalinsights:Workspace",
    "azure-native:privatedns:PrivateZone",
    "azure-native:privatedns:VirtualNetworkLink",
    "azure-native:resources:DeploymentAtSubscriptionScope",
    "azure-native:resources:ResourceGroup",
    "azure-native:sql:Database",
    "azure-native:sql:ElasticPool",
    "azure-native:sql:Server",
    "azure-native:storage:StorageAccount",
    "azure-native:trafficmanager:Profile",
    "azure-native:web:AppServicePlan",
    "azure-native:web:Certificate",
    "azure-native:web:WebApp",
]);

/**
 * Inputs that do not come back, beside those of the path: the classes of the SDK have no such output, or Azure never tells the value. A dot leads
 * into an input.
 */
export const NOT_TOLD: Readonly<Record<string, readonly string[]>> = {
    "azure-native:keyvault:Key": ["properties"],
    "azure-native:keyvault:Secret": ["properties.value"],
    "azure-native:sql:Database": [
        "createMode",
        "longTermRetentionBackupResourceId",
        "recoverableDatabaseId",
        "recoveryServicesRecoveryPointId",
        "restorableDroppedDatabaseId",
        "restorePointInTime",
        "sampleName",
        "sourceDatabaseDeletionDate",
        "sourceDatabaseId",
        "sourceResourceId",
    ],
    "azure-native:sql:ExtendedServerBlobAuditingPolicy": ["storageAccountAccessKey"],
    "azure-native:sql:FailoverGroup": ["secondaryType"],
    "azure-native:sql:Server": ["administratorLoginPassword"],
    "azure-native:sql:ServerBlobAuditingPolicy": ["storageAccountAccessKey"],
    "azure-native:sql:ServerKey": ["serverKeyType", "uri"],
    "azure-native:sql:ServerSecurityAlertPolicy": ["storageAccountAccessKey"],
    "azure-native:web:Certificate": ["password", "pfxBlob"],
    "azure-native:web:WebApp": ["cloningInfo"],
};

/** Inputs of the path that come back all the same. */
export const TOLD_OF_PATH: Readonly<Record<string, readonly string[]>> = {
    "azure-native:authorization:PimRoleEligibilitySchedule": ["scope"],
    "azure-native:authorization:PolicyAssignment": ["scope"],
    "azure-native:authorization:RoleAssignment": ["scope"],
};
