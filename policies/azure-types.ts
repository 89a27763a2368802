export const SERVER = "azure-native:sql:Server";
export const DATABASE = "azure-native:sql:Database";
export const ELASTIC_POOL = "azure-native:sql:ElasticPool";
export const FAILOVER_GROUP = "azure-native:sql:FailoverGroup";

export const WEB_APP = "azure-native:web:WebApp";
export const WEB_APP_SLOT = "azure-native:web:WebAppSlot";
/** What visitors reach: a slot is a site with settings of its own. */
export const SITES = [WEB_APP, WEB_APP_SLOT] as const;
export const APP_SERVICE_PLAN = "azure-native:web:AppServicePlan";

export const TRAFFIC_PROFILE = "azure-native:trafficmanager:Profile";
export const TRAFFIC_ENDPOINT = "azure-native:trafficmanager:Endpoint";

export const VAULT = "azure-native:keyvault:Vault";
export const STORAGE_ACCOUNT = "azure-native:storage:StorageAccount";
export const WORKSPACE = "azure-native:operationalinsights:Workspace";
export const BACKUP_VAULT = "azure-native:dataprotection:BackupVault";

export const VIRTUAL_NETWORK = "azure-native:network:VirtualNetwork";
export const SUBNET = "azure-native:network:Subnet";
export const PRIVATE_ENDPOINT = "azure-native:network:PrivateEndpoint";
export const DIAGNOSTIC_SETTING = "azure-native:monitor:DiagnosticSetting";
export const RESOURCE_GROUP = "azure-native:resources:ResourceGroup";
