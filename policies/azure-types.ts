export const SERVER = "azure-native:sql:Server";
export const DATABASE = "azure-native:sql:Database";
export const ELASTIC_POOL = "azure-native:sql:ElasticPool";
export const FAILOVER_GROUP = "azure-native:sql:FailoverGroup";
/** Two classes write the same object. */
export const AUDITING_POLICIES: readonly string[] = [
    "azure-native:sql:ExtendedServerBlobAuditingPolicy",
    "azure-native:sql:ServerBlobAuditingPolicy",
];
export const SERVER_ALERT_POLICY = "azure-native:sql:ServerSecurityAlertPolicy";
export const DATABASE_ALERT_POLICY = "azure-native:sql:DatabaseSecurityAlertPolicy";

export const WEB_APP = "azure-native:web:WebApp";
export const WEB_APP_SLOT = "azure-native:web:WebAppSlot";
/** What visitors reach: a slot is a site with settings of its own. */
export const SITES = [WEB_APP, WEB_APP_SLOT] as const;
export const APP_SERVICE_PLAN = "azure-native:web:AppServicePlan";

export const TRAFFIC_PROFILE = "azure-native:trafficmanager:Profile";
export const TRAFFIC_ENDPOINT = "azure-native:trafficmanager:Endpoint";

export const VAULT = "azure-native:keyvault:Vault";
export const VAULT_KEY = "azure-native:keyvault:Key";
export const VAULT_SECRET = "azure-native:keyvault:Secret";
export const STORAGE_ACCOUNT = "azure-native:storage:StorageAccount";
export const WORKSPACE = "azure-native:operationalinsights:Workspace";
export const BLOB_CONTAINER = "azure-native:storage:BlobContainer";
export const BACKUP_VAULT = "azure-native:dataprotection:BackupVault";
export const BACKUP_INSTANCE = "azure-native:dataprotection:BackupInstance";
export const BACKUP_POLICY = "azure-native:dataprotection:BackupPolicy";

export const VIRTUAL_NETWORK = "azure-native:network:VirtualNetwork";
export const SUBNET = "azure-native:network:Subnet";
export const PRIVATE_ZONE = "azure-native:privatedns:PrivateZone";
export const PRIVATE_ENDPOINT = "azure-native:network:PrivateEndpoint";
export const DIAGNOSTIC_SETTING = "azure-native:monitor:DiagnosticSetting";
export const RESOURCE_GROUP = "azure-native:resources:ResourceGroup";

export const USER_IDENTITY = "azure-native:managedidentity:UserAssignedIdentity";
export const ROLE_ASSIGNMENT = "azure-native:authorization:RoleAssignment";
/** What gives a right: standing, or for the asking. */
export const ASSIGNMENTS: readonly string[] = [
    ROLE_ASSIGNMENT,
    "azure-native:authorization:PimRoleEligibilitySchedule",
];

interface IdShape {
    /** As it stands in an id, in lower case. */
    readonly armType: string;
    /** The input that names the parent, where an id names one. */
    readonly parent?: string;
}

/** How the ids of what rules look for are built. */
export const ID_SHAPES: ReadonlyMap<string, IdShape> = new Map<string, IdShape>([
    [SERVER, { armType: "microsoft.sql/servers" }],
    [DATABASE, { armType: "microsoft.sql/servers/databases", parent: "serverName" }],
    [ELASTIC_POOL, { armType: "microsoft.sql/servers/elasticpools", parent: "serverName" }],
    [FAILOVER_GROUP, { armType: "microsoft.sql/servers/failovergroups", parent: "serverName" }],
    [WEB_APP, { armType: "microsoft.web/sites" }],
    [WEB_APP_SLOT, { armType: "microsoft.web/sites/slots", parent: "name" }],
    [APP_SERVICE_PLAN, { armType: "microsoft.web/serverfarms" }],
    [TRAFFIC_PROFILE, { armType: "microsoft.network/trafficmanagerprofiles" }],
    [VAULT, { armType: "microsoft.keyvault/vaults" }],
    [STORAGE_ACCOUNT, { armType: "microsoft.storage/storageaccounts" }],
    [BLOB_CONTAINER, { armType: "microsoft.storage/storageaccounts/blobservices/containers" }],
    [WORKSPACE, { armType: "microsoft.operationalinsights/workspaces" }],
    [BACKUP_VAULT, { armType: "microsoft.dataprotection/backupvaults" }],
    [BACKUP_POLICY, { armType: "microsoft.dataprotection/backupvaults/backuppolicies", parent: "vaultName" }],
    [VIRTUAL_NETWORK, { armType: "microsoft.network/virtualnetworks" }],
    [SUBNET, { armType: "microsoft.network/virtualnetworks/subnets", parent: "virtualNetworkName" }],
    [PRIVATE_ENDPOINT, { armType: "microsoft.network/privateendpoints" }],
    [PRIVATE_ZONE, { armType: "microsoft.network/privatednszones" }],
]);
