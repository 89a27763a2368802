import type { Guidance } from "../guidance";

export const ASSURANCE: Guidance = {
    "appi-workspace-and-auth": {
        why: "Telemetry outside a workspace escapes its retention and its rights, and an instrumentation key alone lets anybody write into it.",
        example: `
new applicationinsights.Component("telemetry", {
    ...args,
    workspaceResourceId: workspace.id,
    disableLocalAuth: true,
});
`,
    },
    "defender-contact": {
        why: "An alert that reaches nobody changes nothing.",
        example: `
new security.SecurityContact("contact", {
    securityContactName: "default",
    emails: "security@figlo.example",
    isEnabled: true,
    notificationsByRole: { state: "On", roles: ["Owner"] },
    notificationsSources: [{ sourceType: "Alert", minimalSeverity: "High" }],
});
`,
    },
    "defender-plans": {
        why: "Between two yearly tests only Defender looks for attacks and weak spots every day.",
        example: `
new security.Pricing("defender-sql", {
    scopeId: \`subscriptions/\${subscriptionId}\`,
    pricingName: "SqlServers",
    pricingTier: "Standard",
});
`,
    },
    "diag-settings-everywhere": {
        why: "What keeps no log leaves nothing to look at after an incident, and nobody can show who did what.",
        example: `
new monitor.DiagnosticSetting("vault-logs", {
    resourceUri: vault.id,
    workspaceId: workspace.id,
    logs: [{ categoryGroup: "allLogs", enabled: true }],
});
`,
    },
    "policy-exemption-expires": {
        why: "An exemption of Azure Policy that never ends switches a control off for good.",
        example: `
new authorization.PolicyExemption("old-client", {
    ...args,
    exemptionCategory: "Waiver",
    expiresOn: "2027-01-31T00:00:00Z",
    displayName: "An old client is replaced",
    description: "Approved by the security officer.",
});
`,
    },
    "policy-iso27001-assigned": {
        why: "Azure Policy also sees what was made past this program, by hand or by another tool.",
        example: `
new authorization.PolicyAssignment("iso-27001", {
    scope: \`/subscriptions/\${subscriptionId}\`,
    policyDefinitionId: "/providers/Microsoft.Authorization/policySetDefinitions/5e4ff661-23bf-42fa-8e3a-309a55091cc7",
    enforcementMode: "Default",
});
`,
    },
};
