import type { Guidance } from "../guidance";

export const SQL_SERVERS: Guidance = {
    "sql-alert-emails": {
        why: "An alert that reaches nobody changes nothing.",
        example: `
new sql.ServerSecurityAlertPolicy("alerts", {
    ...args,
    state: "Enabled",
    emailAddresses: ["security@figlo.example"],
    emailAccountAdmins: true,
});
`,
    },
    "sql-firewall-no-allow-azure-services": {
        why: "The rule lets in every tenant of Azure, not just the services of this one.",
        example:
            'new sql.FirewallRule("office", { ...args, startIpAddress: "192.0.2.10", endIpAddress: "192.0.2.12" });',
    },
    "sql-firewall-no-any-ip": {
        why: "A wide rule leaves only the sign-in between the internet and all databases of a server.",
        example:
            'new sql.FirewallRule("office", { ...args, startIpAddress: "192.0.2.10", endIpAddress: "192.0.2.12" });',
    },
    "sql-server-auditing-action-groups": {
        why: "A log without sign-ins or statements cannot say who read what.",
        example: `
new sql.ServerBlobAuditingPolicy("audit", {
    ...args,
    auditActionsAndGroups: [
        "SUCCESSFUL_DATABASE_AUTHENTICATION_GROUP",
        "FAILED_DATABASE_AUTHENTICATION_GROUP",
        "BATCH_COMPLETED_GROUP",
    ],
});
`,
    },
    "sql-server-auditing-enabled": {
        why: "Without an audit log nobody can show that customer A never saw B.",
        example: `
new sql.ServerBlobAuditingPolicy("audit", {
    ...args,
    blobAuditingPolicyName: "default",
    state: "Enabled",
    isAzureMonitorTargetEnabled: true,
});
`,
    },
    "sql-server-auditing-retention": {
        why: "Most intrusions are found after months; by then a short audit log is gone.",
        example:
            'new sql.ServerBlobAuditingPolicy("audit", { ...args, storageEndpoint: endpoint, retentionDays: 365 });',
    },
    "sql-server-defender": {
        why: "Only Defender sees an injection, or a sign-in from an unusual place, while it happens.",
        example:
            'new sql.ServerSecurityAlertPolicy("alerts", { ...args, securityAlertPolicyName: "default", state: "Enabled" });',
    },
    "sql-server-entra-admin": {
        why: "A person as administrator leaves with the person; a password as administrator never leaves.",
        example: `
new sql.Server("server", {
    ...args,
    administrators: {
        administratorType: "ActiveDirectory",
        principalType: "Group",
        login: "figlo-advisor-dba",
        sid: groupId,
        azureADOnlyAuthentication: true,
    },
});
`,
    },
    "sql-server-entra-only-auth": {
        why: "A password can be guessed, shared and left in a script; it knows no second factor.",
        example:
            'new sql.Server("server", { ...args, administrators: { ...administrators, azureADOnlyAuthentication: true } });',
    },
    "sql-server-min-tls-12": {
        why: "TLS below 1.2 can be read by who listens; left out, the server takes what Azure's default is at that moment.",
        example: 'new sql.Server("server", { ...args, minimalTlsVersion: "1.2" });',
    },
    "sql-server-outbound-restricted": {
        why: "A server that may reach everything can be made to send a database anywhere.",
        example: 'new sql.Server("server", { ...args, restrictOutboundNetworkAccess: "Enabled" });',
    },
    "sql-server-private-endpoint": {
        why: "Applications that reach a server over the internet need it open to the internet.",
        example: `
new network.PrivateEndpoint("sql-link", {
    ...args,
    privateLinkServiceConnections: [{ name: "sql", privateLinkServiceId: server.id, groupIds: ["sqlServer"] }],
});
`,
    },
    "sql-server-public-network": {
        why: "An open server without a rule serves nobody and can be tried by everybody.",
        example: 'new sql.Server("server", { ...args, publicNetworkAccess: "Disabled" });',
    },
    "sql-tde-cmk": {
        why: "With a key of our own the data can be made unreadable by us, and by nobody else without us.",
        example: `
new sql.EncryptionProtector("protector", {
    ...args,
    encryptionProtectorName: "current",
    serverKeyType: "AzureKeyVault",
    serverKeyName: key.name,
    autoRotationEnabled: true,
});
`,
    },
    "sql-vulnerability-assessment": {
        why: "Between two yearly tests a wrong setting can stand open for a year.",
        example:
            'new sql.SqlVulnerabilityAssessmentsSetting("scan", { ...args, vulnerabilityAssessmentName: "default", state: "Enabled" });',
    },
};
