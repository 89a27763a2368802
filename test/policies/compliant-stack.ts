import { ExampleStack } from "./example-stack";

export const tags = { environment: "productie", owner: "platform", dataClass: "operational" };
const customer = { ...tags, dataClass: "customer" };
const none = { ...tags, dataClass: "none" };

/** One of each thing that rules speak of, in two regions, with nothing to find in productie. */
export const compliant = (): ExampleStack =>
    [platform, sqlServers, databases, sites, documents].reduce((stack, add) => add(stack), new ExampleStack());

function platform(stack: ExampleStack): ExampleStack {
    return stack
        .plus("resources:ResourceGroup", "group", { location: "westeurope", tags: none })
        .plus("operationalinsights:Workspace", "logs", { location: "westeurope", retentionInDays: 365, tags }, {}, true)
        .plus("network:VirtualNetwork", "network", { location: "westeurope", tags: none })
        .plus("network:Subnet", "subnet", {
            privateEndpointNetworkPolicies: "Enabled",
            networkSecurityGroup: { id: { $unknown: true } },
        })
        .plus(
            "keyvault:Vault",
            "vault",
            {
                location: "westeurope",
                properties: {
                    enableRbacAuthorization: true,
                    enablePurgeProtection: true,
                    enableSoftDelete: true,
                    softDeleteRetentionInDays: 90,
                    publicNetworkAccess: "Disabled",
                    networkAcls: { defaultAction: "Deny", bypass: "AzureServices" },
                },
                tags,
            },
            {},
            true,
        )
        .plus("authorization:ManagementLockByScope", "vault-lock", { level: "CanNotDelete" }, { scope: ["vault"] })
        .plus(
            "authorization:RoleAssignment",
            "grant",
            { principalType: "ServicePrincipal", principalId: { $unknown: true } },
            { scope: ["vault"] },
        );
}

function sqlServers(stack: ExampleStack): ExampleStack {
    return (["westeurope", "northeurope"] as const).reduce((all, region, index) => {
        const name = index === 0 ? "server" : "partner";
        const link = {
            privateLinkServiceConnections: [{ groupIds: ["sqlServer"], privateLinkServiceId: { $unknown: true } }],
        };
        return all
            .plus("sql:Server", name, { ...server, location: region, serverName: { $unknown: true } }, {}, true)
            .plus("sql:ExtendedServerBlobAuditingPolicy", `${name}-audit`, audit, { serverName: [name] })
            .plus("monitor:DiagnosticSetting", `${name}-audit-log`, auditLog, {
                resourceUri: [name],
                workspaceId: ["logs"],
            })
            .plus(
                "sql:SqlVulnerabilityAssessmentsSetting",
                `${name}-scan`,
                { state: "Enabled" },
                { serverName: [name] },
            )
            .plus("sql:EncryptionProtector", `${name}-key`, protector, { serverName: [name] })
            .plus(
                "network:PrivateEndpoint",
                `${name}-from-west`,
                { ...link, location: "westeurope", tags: none },
                linked(name),
            )
            .plus(
                "network:PrivateEndpoint",
                `${name}-from-north`,
                { ...link, location: "northeurope", tags: none },
                linked(name),
            );
    }, stack);
}

const linked = (server: string) => ({ privateLinkServiceConnections: [server] });
const audit = { state: "Enabled", isAzureMonitorTargetEnabled: true };
const auditLog = { logs: [{ category: "SQLSecurityAuditEvents", enabled: true }] };
const protector = { serverKeyType: "AzureKeyVault", autoRotationEnabled: true };
const server = {
    administrators: {
        administratorType: "ActiveDirectory",
        principalType: "Group",
        login: "sql-administrators",
        sid: "22222222-2222-2222-2222-222222222222",
        azureADOnlyAuthentication: true,
    },
    minimalTlsVersion: "1.2",
    publicNetworkAccess: "Disabled",
    restrictOutboundNetworkAccess: "Enabled",
    tags: customer,
};

function databases(stack: ExampleStack): ExampleStack {
    const on = (where: string) => ({ databaseName: ["database"], serverName: [where] });
    return stack
        .plus(
            "sql:ElasticPool",
            "pool",
            { location: "westeurope", zoneRedundant: true, tags: customer },
            { serverName: ["server"] },
            true,
        )
        .plus(
            "sql:Database",
            "database",
            {
                databaseName: "sqldb-k7f3",
                location: "westeurope",
                createMode: "Default",
                requestedBackupStorageRedundancy: "Geo",
                zoneRedundant: true,
                tags: { ...customer, tenant: "k7f3" },
            },
            { serverName: ["server"], elasticPoolId: ["pool"] },
            true,
        )
        .plus("sql:TransparentDataEncryption", "encryption", { state: "Enabled" }, on("server"))
        .plus("sql:BackupShortTermRetentionPolicy", "restore", restore, on("server"))
        .plus("sql:BackupShortTermRetentionPolicy", "partner-restore", restore, on("partner"))
        .plus("sql:LongTermRetentionPolicy", "archive", archive, on("server"))
        .plus("sql:LongTermRetentionPolicy", "partner-archive", archive, on("partner"))
        .plus(
            "sql:FailoverGroup",
            "failover",
            {
                readWriteEndpoint: { failoverPolicy: "Manual" },
                partnerServers: [{ id: { $unknown: true } }],
                databases: [{ $unknown: true }],
                tags: customer,
            },
            { serverName: ["server"], partnerServers: ["partner"], databases: ["database"] },
            true,
        )
        .plus(
            "authorization:ManagementLockByScope",
            "database-lock",
            { level: "CanNotDelete" },
            { scope: ["database"] },
        );
}

const restore = { retentionDays: 35, diffBackupIntervalInHours: 12 };
const archive = { weeklyRetention: "P5W", monthlyRetention: "P12M", yearlyRetention: "P7Y", weekOfYear: 1 };

function sites(stack: ExampleStack): ExampleStack {
    const both = (["westeurope", "northeurope"] as const).reduce((all, location) => {
        const name = location === "westeurope" ? "site" : "other-site";
        return all
            .plus("web:WebApp", name, { ...site, location })
            .plus(
                "web:WebAppApplicationSettings",
                `${name}-settings`,
                { properties: { COLOUR: "blue" } },
                { name: [name] },
            )
            .plus("web:WebAppFtpAllowed", `${name}-ftp`, { allow: false }, { name: [name] })
            .plus("web:WebAppScmAllowed", `${name}-scm`, { allow: false }, { name: [name] })
            .plus("web:WebAppAuthSettingsV2WithoutSecrets", `${name}-session`, session, { name: [name] });
    }, stack);
    return both
        .plus("web:AppServicePlan", "plan", {
            location: "westeurope",
            zoneRedundant: true,
            sku: { capacity: 3 },
            tags: none,
        })
        .plus(
            "trafficmanager:Profile",
            "profile",
            {
                location: "global",
                monitorConfig: { protocol: "HTTPS", path: "/health" },
                endpoints: ["primary", "secondary"].map((name) => ({ name, ...endpoint })),
                tags: none,
            },
            { endpoints: ["site", "other-site"] },
        )
        .plus(
            "web:WebAppHostNameBinding",
            "binding",
            { hostName: "advisor.figlo.example", sslState: "SniEnabled", thumbprint: { $unknown: true } },
            { siteName: ["site"] },
        );
}

const endpoint = {
    type: "Microsoft.Network/trafficManagerProfiles/azureEndpoints",
    endpointStatus: "Enabled",
    targetResourceId: { $unknown: true },
};

const site = {
    httpsOnly: true,
    publicNetworkAccess: "Enabled",
    identity: { type: "UserAssigned", userAssignedIdentities: [{ $unknown: true }] },
    siteConfig: {
        minTlsVersion: "1.2",
        scmMinTlsVersion: "1.2",
        ftpsState: "Disabled",
        alwaysOn: true,
        remoteDebuggingEnabled: false,
        ipSecurityRestrictionsDefaultAction: "Deny",
        ipSecurityRestrictions: [
            { action: "Allow", ipAddress: "203.0.113.0/24", tag: "Default" },
            { action: "Allow", ipAddress: "AzureTrafficManager", tag: "ServiceTag" },
        ],
        scmIpSecurityRestrictionsDefaultAction: "Deny",
        scmIpSecurityRestrictionsUseMain: false,
        scmIpSecurityRestrictions: [{ action: "Allow", vnetSubnetResourceId: { $unknown: true } }],
    },
    tags: none,
};

const session = {
    platform: { enabled: true },
    globalValidation: {
        requireAuthentication: true,
        excludedPaths: ["/health"],
        unauthenticatedClientAction: "Return401",
    },
    httpSettings: { requireHttps: true },
    login: {
        cookieExpiration: { convention: "FixedTime", timeToExpiration: "08:00:00" },
        nonce: { validateNonce: true },
    },
};

function documents(stack: ExampleStack): ExampleStack {
    return stack
        .plus("storage:StorageAccount", "store", store, {}, true)
        .plus("storage:BlobServiceProperties", "store-recovery", recovery, { accountName: ["store"] })
        .plus("storage:BlobContainer", "container", { publicAccess: "None" }, { accountName: ["store"] }, true)
        .plus("authorization:ManagementLockByScope", "store-lock", { level: "CanNotDelete" }, { scope: ["store"] })
        .plus("dataprotection:BackupVault", "backups", { location: "westeurope", tags: customer }, {}, true)
        .plus("authorization:ManagementLockByScope", "backups-lock", { level: "CanNotDelete" }, { scope: ["backups"] })
        .plus("dataprotection:BackupPolicy", "nightly", { properties: { policyRules } }, { vaultName: ["backups"] })
        .plus(
            "dataprotection:BackupInstance",
            "backup",
            { properties: { policyInfo: { policyId: { $unknown: true } } } },
            { vaultName: ["backups"], properties: ["store", "nightly"] },
        );
}

const store = {
    location: "westeurope",
    enableHttpsTrafficOnly: true,
    minimumTlsVersion: "TLS1_2",
    allowBlobPublicAccess: false,
    allowSharedKeyAccess: false,
    isLocalUserEnabled: false,
    publicNetworkAccess: "Disabled",
    networkRuleSet: { defaultAction: "Deny" },
    tags: customer,
};

const recovery = {
    deleteRetentionPolicy: { enabled: true, days: 30 },
    containerDeleteRetentionPolicy: { enabled: true, days: 30 },
    isVersioningEnabled: true,
};

const policyRules = [
    { objectType: "AzureRetentionRule", lifecycles: [{ deleteAfter: { duration: "P90D" } }] },
    {
        objectType: "AzureBackupRule",
        trigger: { schedule: { repeatingTimeIntervals: ["R/2024-01-01T02:00:00+00:00/P1D"] } },
    },
];
