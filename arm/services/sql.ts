import type { NameSegment, ResourceType, ResourceTypes } from "../resource-type";

const apiVersion = "2023-08-01";

const ofServer = (kind: string, name: NameSegment): ResourceType => ({
    armType: `Microsoft.Sql/servers/${kind}`,
    apiVersion,
    names: ["serverName", name],
});

const ofDatabase = (kind: string, name: NameSegment): ResourceType => ({
    armType: `Microsoft.Sql/servers/databases/${kind}`,
    apiVersion,
    names: ["serverName", "databaseName", name],
});

const singleton = (input: string, otherwise: string): NameSegment => ({ input, otherwise });

export const SQL_TYPES: ResourceTypes = {
    "azure-native:sql:BackupShortTermRetentionPolicy": ofDatabase(
        "backupShortTermRetentionPolicies",
        singleton("policyName", "default"),
    ),
    "azure-native:sql:Database": { ...ofServer("databases", "databaseName"), top: ["identity", "sku"] },
    "azure-native:sql:ElasticPool": { ...ofServer("elasticPools", "elasticPoolName"), top: ["sku"] },
    "azure-native:sql:EncryptionProtector": ofServer(
        "encryptionProtector",
        singleton("encryptionProtectorName", "current"),
    ),
    "azure-native:sql:ExtendedServerBlobAuditingPolicy": ofServer(
        "extendedAuditingSettings",
        singleton("blobAuditingPolicyName", "default"),
    ),
    "azure-native:sql:FailoverGroup": ofServer("failoverGroups", "failoverGroupName"),
    "azure-native:sql:FirewallRule": ofServer("firewallRules", "firewallRuleName"),
    "azure-native:sql:IPv6FirewallRule": ofServer("ipv6FirewallRules", "firewallRuleName"),
    "azure-native:sql:LongTermRetentionPolicy": ofDatabase(
        "backupLongTermRetentionPolicies",
        singleton("policyName", "default"),
    ),
    "azure-native:sql:OutboundFirewallRule": {
        ...ofServer("outboundFirewallRules", "outboundRuleFqdn"),
        properties: "none",
    },
    "azure-native:sql:Server": {
        armType: "Microsoft.Sql/servers",
        apiVersion,
        names: ["serverName"],
        top: ["identity"],
    },
    "azure-native:sql:ServerBlobAuditingPolicy": ofServer(
        "auditingSettings",
        singleton("blobAuditingPolicyName", "default"),
    ),
    "azure-native:sql:ServerKey": ofServer("keys", "keyName"),
    "azure-native:sql:ServerSecurityAlertPolicy": ofServer(
        "securityAlertPolicies",
        singleton("securityAlertPolicyName", "Default"),
    ),
    "azure-native:sql:SqlVulnerabilityAssessmentsSetting": ofServer(
        "sqlVulnerabilityAssessments",
        singleton("vulnerabilityAssessmentName", "default"),
    ),
    "azure-native:sql:TransparentDataEncryption": ofDatabase(
        "transparentDataEncryption",
        singleton("tdeName", "current"),
    ),
};
