import { CATALOGUE } from "../../policies/catalogue";
import type { ResourceInput } from "../../policies/model";
import { compliant } from "./compliant-stack";
import { UNKNOWN } from "./example-stack";

const versioned = (resource: ResourceInput): ResourceInput => ({
    ...resource,
    type: resource.type.replace(/^azure-native:(\w+):/, "azure-native:$1/v20230801:"),
});

const packaged = (resource: ResourceInput): ResourceInput => ({
    ...resource,
    type: resource.type.replace(/^azure-native:(\w+):/, "azure-native_$1_v20230801:$1:"),
});

/** What makes each rule that reads one input speak: the resource, the input and an unsafe value. */
const INPUTS: readonly (readonly [rule: string, resource: string, path: string, unsafe: unknown])[] = [
    ["appi-workspace-and-auth", "telemetry", "disableLocalAuth", false],
    ["defender-contact", "contact", "emails", " ; "],
    ["defender-contact", "contact", "isEnabled", "true"],
    ["defender-contact", "contact", "notificationsByRole.state", "Off"],
    ["defender-contact", "contact", "notificationsByRole.roles", [""]],
    ["defender-contact", "contact", "notificationsSources", [{ sourceType: "AttackPath" }]],
    [
        "documents-daily-backup",
        "backups",
        "properties.featureSettings.crossSubscriptionRestoreSettings.state",
        "Enabled",
    ],
    ["documents-daily-backup", "backups", "properties.securitySettings.softDeleteSettings.state", "Off"],
    ["kv-firewall", "vault", "properties.publicNetworkAccess", "Enabled"],
    ["kv-firewall", "vault", "properties.networkAcls.defaultAction", "Allow"],
    ["kv-audit-logs", "vault-audit", "logs", [{ category: "AuditEvent", enabled: false }]],
    ["kv-key-rotation", "key", "properties.rotationPolicy.attributes.expiryTime", ""],
    ["kv-key-rotation", "key", "properties.rotationPolicy.lifetimeActions", []],
    ["kv-private-endpoint", "vault-link", "privateLinkServiceConnections", []],
    ["kv-purge-protection", "vault", "properties.enablePurgeProtection", false],
    ["kv-rbac", "vault", "properties.enableRbacAuthorization", false],
    ["kv-secret-content-type", "secret", "properties.contentType", " "],
    ["kv-secret-expiry", "secret", "properties.attributes.expires", 2_000_000_000],
    ["kv-soft-delete", "vault", "properties.enableSoftDelete", false],
    ["kv-soft-delete", "vault", "properties.softDeleteRetentionInDays", 7],
    ["log-retention", "logs", "retentionInDays", 90],
    ["otap-deployer-federated", "deployer", "issuer", "https://gitlab.example"],
    ["otap-deployer-federated", "deployer", "subject", "repo:figlo/advisor:ref:refs/heads/main"],
    ["otap-required-tags", "store", "tags.environment", "test"],
    ["otap-required-tags", "store", "tags.owner", ""],
    ["otap-required-tags", "store", "tags.dataClass", "secret"],
    ["pe-subnet-network-policies", "subnet", "privateEndpointNetworkPolicies", "Disabled"],
    ["policy-exemption-expires", "waiver", "description", " "],
    ["policy-exemption-expires", "waiver", "displayName", ""],
    ["policy-exemption-expires", "waiver", "expiresOn", "9999-12-31"],
    ["rbac-groups-only", "grant", "principalType", "User"],
    ["rbac-no-custom-owner", "role", "permissions", [{ actions: ["*"] }]],
    ["rbac-no-owner-assignment", "grant", "roleDefinitionId", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"],
    ["secrets-are-pulumi-secrets", "password", "length", 16],
    ["otap-promotion-order", "record", "accepted", [{ version: "3.8.0" }]],
    ["sql-alert-emails", "server-alerts", "emailAddresses", [" "]],
    ["sql-alert-emails", "server-alerts", "emailAccountAdmins", false],
    ["sql-db-geo-backup", "database", "requestedBackupStorageRedundancy", "Local"],
    ["sql-db-copy-known", "database-copy", "database", "sqldb-m2"],
    ["sql-db-guarded", "database-guard", "users", ["back-end"]],
    ["sql-db-guarded", "database-guard", "rules", ["office"]],
    ["sql-db-str-retention", "restore", "retentionDays", 7],
    ["sql-db-str-retention", "partner-restore", "diffBackupIntervalInHours", 6],
    ["sql-db-tde", "encryption", "state", "Disabled"],
    ["sql-db-users-limited", "reader", "kind", "user"],
    ["sql-db-users-limited", "reader", "grants", ["ALTER"]],
    ["sql-db-users-limited", "reader", "roles", ["db_owner"]],
    ["sql-db-users-limited", "reader", "userName", " "],
    ["sql-db-zone-redundant", "pool", "zoneRedundant", false],
    ["sql-failover-group", "failover", "readWriteEndpoint.failoverPolicy", "Automatic"],
    ["sql-pool-per-db-cap", "pool", "perDatabaseSettings.maxCapacity", 8],
    ["sql-pool-per-db-cap", "pool", "sku.capacity", 2],
    ["sql-server-auditing-enabled", "server-audit", "state", "Disabled"],
    ["sql-server-defender", "partner-alerts", "state", "Disabled"],
    ["sql-server-entra-admin", "server", "administrators.administratorType", "Other"],
    ["sql-server-entra-admin", "server", "administrators.principalType", "User"],
    ["sql-server-entra-admin", "server", "administrators.login", ""],
    ["sql-server-entra-admin", "server", "administrators.sid", ""],
    ["sql-server-entra-only-auth", "server", "administrators.azureADOnlyAuthentication", false],
    ["sql-server-min-tls-12", "server", "minimalTlsVersion", "1.1"],
    ["sql-server-outbound-restricted", "server", "restrictOutboundNetworkAccess", "Disabled"],
    ["sql-server-public-network", "server", "publicNetworkAccess", "SecuredByPerimeter"],
    ["sql-tde-cmk", "server-key", "autoRotationEnabled", false],
    ["sql-tde-cmk", "partner-key", "serverKeyType", "ServiceManaged"],
    ["sql-vulnerability-assessment", "partner-scan", "state", "Disabled"],
    ["st-container-private", "container", "publicAccess", "Blob"],
    ["st-export-lifecycle", "outbox-cleaning", "policy.rules", []],
    ["st-firewall", "store", "publicNetworkAccess", "Enabled"],
    ["st-firewall", "store", "networkRuleSet.defaultAction", "Allow"],
    ["st-geo-redundant", "store", "sku.name", "Standard_LRS"],
    ["sql-tenant-separated", "reader", "entraId", "somebody"],
    ["st-https-only", "store", "enableHttpsTrafficOnly", false],
    ["st-min-tls-12", "store", "minimumTlsVersion", "TLS1_0"],
    ["st-no-public-blob", "store", "allowBlobPublicAccess", true],
    ["st-no-shared-key", "store", "allowSharedKeyAccess", true],
    ["st-no-cross-tenant-replication", "outbox", "allowCrossTenantReplication", true],
    ["st-sas-policy", "store", "sasPolicy.sasExpirationPeriod", "8.00:00:00"],
    ["st-sas-policy", "store", "sasPolicy.expirationAction", "Log"],
    ["st-soft-delete", "store-recovery", "deleteRetentionPolicy.enabled", false],
    ["st-soft-delete", "store-recovery", "containerDeleteRetentionPolicy.enabled", false],
    ["st-soft-delete", "store-recovery", "isVersioningEnabled", false],
    ["tm-monitor-https", "profile", "monitorConfig.protocol", "HTTP"],
    ["web-always-on", "site", "siteConfig.alwaysOn", false],
    ["web-auth-session", "site-session", "platform.enabled", false],
    ["web-auth-session", "site-session", "globalValidation.requireAuthentication", false],
    ["web-auth-session", "site-session", "httpSettings.requireHttps", false],
    ["web-auth-session", "site-session", "login.cookieExpiration.timeToExpiration", "24:00:00"],
    ["web-auth-session", "site-session", "login.nonce.validateNonce", false],
    ["web-auth-session", "site-session", "login.tokenStore.tokenRefreshExtensionHours", 72],
    ["web-basic-auth-off", "site-ftp", "allow", true],
    ["web-basic-auth-off", "site-scm", "allow", true],
    ["web-cors-no-star", "site", "siteConfig.cors.allowedOrigins", ["*"]],
    ["web-ftp-disabled", "site", "siteConfig.ftpsState", "FtpsOnly"],
    ["web-health-check", "site", "siteConfig.healthCheckPath", "/"],
    ["web-http-logs", "site", "siteConfig.httpLoggingEnabled", false],
    ["web-http2", "site", "siteConfig.http20Enabled", false],
    ["web-https-only", "site", "httpsOnly", false],
    ["web-ingress-restricted", "site", "siteConfig.ipSecurityRestrictionsDefaultAction", "Allow"],
    ["web-ingress-restricted", "site", "siteConfig.scmIpSecurityRestrictionsDefaultAction", "Allow"],
    ["web-managed-identity", "site", "identity.type", "None"],
    ["web-min-tls-12", "site", "siteConfig.minTlsVersion", "1.0"],
    ["web-plan-min-instances", "plan", "sku.capacity", 1],
    ["web-plan-min-sku", "plan", "sku.name", "B1"],
    ["web-plan-zone-redundant", "plan", "zoneRedundant", false],
    ["web-remote-debug-off", "site", "siteConfig.remoteDebuggingEnabled", true],
    ["web-scm-min-tls-12", "site", "siteConfig.scmMinTlsVersion", "1.1"],
    ["web-vnet-integration", "site", "siteConfig.vnetRouteAllEnabled", "true"],
];

describe("the compliant stack", () => {
    it.each(CATALOGUE.map(({ id }) => id))("has nothing for %s to find", (rule) => {
        expect(compliant().found(rule)).toEqual([]);
    });
});

describe.each(INPUTS)("%s reads %s: %s", (rule, resource, path, unsafe) => {
    it("and reports an unsafe value", () => {
        const [found, ...more] = compliant().set(resource, path, unsafe).found(rule);
        expect(found).not.toContain("undecided");
        expect(more).toEqual([]);
    });

    it("and reports its absence, whatever Azure's default is", () => {
        const found = compliant().unset(resource, path).found(rule);
        expect(found).toHaveLength(1);
        expect(found.join()).not.toContain("undecided");
    });

    it("and says undecided while it is unknown", () => {
        const [found, ...more] = compliant().set(resource, path, UNKNOWN).found(rule);
        expect(found).toMatch(/^[\w-]+: undecided, .* is not known before deployment$/);
        expect(more).toEqual([]);
    });

    it("in a resource of another API version too", () => {
        const plain = compliant().set(resource, path, unsafe);
        expect(plain.map(versioned).found(rule)).toEqual(plain.found(rule));
        expect(plain.map(packaged).found(rule)).toEqual(plain.found(rule));
    });
});
