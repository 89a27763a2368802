import { ALWAYS, FROM_ACCEPTATIE } from "../levels";
import type { Rule } from "../rule";
import { sqlAlertEmails } from "../rules/sql-alert-emails";
import { sqlFirewallNoAllowAzureServices } from "../rules/sql-firewall-no-allow-azure-services";
import { sqlFirewallNoAnyIp } from "../rules/sql-firewall-no-any-ip";
import { sqlServerAuditingActionGroups } from "../rules/sql-server-auditing-action-groups";
import { sqlServerAuditingEnabled } from "../rules/sql-server-auditing-enabled";
import { sqlServerAuditingRetention } from "../rules/sql-server-auditing-retention";
import { sqlServerDefender } from "../rules/sql-server-defender";
import { sqlServerEntraAdmin } from "../rules/sql-server-entra-admin";
import { sqlServerEntraOnlyAuth } from "../rules/sql-server-entra-only-auth";
import { sqlServerMinTls12 } from "../rules/sql-server-min-tls-12";
import { sqlServerOutboundRestricted } from "../rules/sql-server-outbound-restricted";
import { sqlServerPrivateEndpoint } from "../rules/sql-server-private-endpoint";
import { sqlServerPublicNetwork } from "../rules/sql-server-public-network";
import { sqlTdeCmk } from "../rules/sql-tde-cmk";
import { sqlVulnerabilityAssessment } from "../rules/sql-vulnerability-assessment";

/** Rules for SQL servers and who reaches them. */
export const SQL_SERVERS: readonly Rule[] = [
    {
        id: "sql-alert-emails",
        title: "Somebody is told of an attack on SQL",
        severity: "medium",
        levels: ALWAYS,
        measures: [3],
        remedy: "Give emailAddresses of those who answer alerts, and set emailAccountAdmins to true.",
        sources: { checkov: ["CKV_AZURE_26", "CKV_AZURE_27"] },
        check: sqlAlertEmails,
    },
    {
        id: "sql-firewall-no-allow-azure-services",
        title: "No firewall rule lets all of Azure in",
        severity: "high",
        levels: ALWAYS,
        measures: [10, 13],
        remedy: "Remove the rule; applications reach SQL by private endpoint, others by their own addresses.",
        sources: { checkov: ["CKV2_AZURE_34"], psrule: ["Azure.SQL.AllowAzureAccess"] },
        check: sqlFirewallNoAllowAzureServices,
    },
    {
        id: "sql-firewall-no-any-ip",
        title: "Firewall rules of databases let in few addresses",
        severity: "critical",
        levels: ALWAYS,
        measures: [10],
        remedy: "Declare the addresses that need it, as ranges no wider than a /24, also together with those that they border on.",
        sources: {
            checkov: ["CKV_AZURE_11", "CKV2_AZURE_34"],
            psrule: ["Azure.SQL.FirewallIPRange"],
            azurePolicy: ["1b8ca024-1d5c-4dec-8995-b1a932b41780"],
            cis: ["2.0:4.1.2"],
        },
        check: sqlFirewallNoAnyIp,
    },
    {
        id: "sql-server-auditing-action-groups",
        title: "The audit log of SQL servers holds who signed in and what was run",
        severity: "medium",
        levels: ALWAYS,
        measures: [2, 3],
        remedy: "Set auditActionsAndGroups to at least the groups of successful and failed authentication and of completed batches, and leave predicateExpression out.",
        sources: { checkov: ["CKV_AZURE_156"], azurePolicy: ["7ff426e2-515f-405a-91c8-4f2333442eb5"] },
        check: sqlServerAuditingActionGroups,
    },
    {
        id: "sql-server-auditing-enabled",
        title: "SQL servers keep an audit log",
        severity: "high",
        levels: ALWAYS,
        measures: [2, 3],
        remedy: "Declare an auditing policy with state 'Enabled' and a target; with Azure Monitor as target also a diagnostic setting on master that goes to a workspace.",
        sources: {
            checkov: ["CKV_AZURE_23"],
            psrule: ["Azure.SQL.Auditing"],
            azurePolicy: ["a6fb4358-5bf4-4ad7-ba82-2cd2f41ce5e9"],
            cis: ["2.0:4.1.1", "3.0:5.1.1"],
        },
        check: sqlServerAuditingEnabled,
    },
    {
        id: "sql-server-auditing-retention",
        title: "Audit logs of SQL are kept for 90 days or more",
        severity: "medium",
        levels: ALWAYS,
        measures: [2, 3],
        remedy: "Set retentionDays of a policy that writes to storage to 0 or to 90 or more, and retentionInDays of the workspace that takes the audit log to 90 or more.",
        sources: {
            checkov: ["CKV_AZURE_24"],
            azurePolicy: ["89099bee-89e0-4b26-a5f4-165451757743"],
            cis: ["2.0:4.1.6", "3.0:5.1.6"],
        },
        check: sqlServerAuditingRetention,
    },
    {
        id: "sql-server-defender",
        title: "SQL servers watch for attacks",
        severity: "high",
        levels: ALWAYS,
        measures: [3],
        remedy: "Declare a ServerSecurityAlertPolicy with state 'Enabled' and without disabledAlerts for each server, and none of a database that says otherwise.",
        sources: {
            checkov: ["CKV_AZURE_25", "CKV2_AZURE_13"],
            psrule: ["Azure.SQL.DefenderCloud"],
            azurePolicy: ["abfb4388-5bf4-4ad7-ba82-2cd2f41ceae9"],
            cis: ["2.0:4.2.1"],
        },
        check: sqlServerDefender,
    },
    {
        id: "sql-server-entra-admin",
        title: "SQL servers are administered by an Entra group",
        severity: "critical",
        levels: ALWAYS,
        measures: [2],
        remedy: "Give the server administrators of type ActiveDirectory, with the login and sid of a group, and no ServerAzureADAdministrator.",
        sources: {
            checkov: ["CKV2_AZURE_7"],
            psrule: ["Azure.SQL.AAD"],
            azurePolicy: ["1f314764-cb73-4fc9-b863-8eca98ac36e9"],
            cis: ["2.0:4.1.4"],
        },
        check: sqlServerEntraAdmin,
    },
    {
        id: "sql-server-entra-only-auth",
        title: "SQL servers know no passwords",
        severity: "critical",
        levels: ALWAYS,
        measures: [2, 7, 8],
        remedy: "Set azureADOnlyAuthentication to true wherever it stands, and leave administratorLogin and its password out.",
        sources: {
            checkov: ["CKV2_AZURE_27"],
            psrule: ["Azure.SQL.AADOnly"],
            azurePolicy: ["abda6d70-9778-44e7-84a8-06713e6db027", "b3a22bc9-66de-45fb-98fa-00f5df42f41a"],
        },
        check: sqlServerEntraOnlyAuth,
    },
    {
        id: "sql-server-min-tls-12",
        title: "SQL servers refuse TLS below 1.2",
        severity: "critical",
        levels: ALWAYS,
        measures: [9],
        remedy: "Set minimalTlsVersion to '1.2' or '1.3'.",
        sources: {
            checkov: ["CKV_AZURE_52"],
            psrule: ["Azure.SQL.MinTLS"],
            azurePolicy: ["32e6bbec-16b6-44c2-be37-c5b672d103cf"],
        },
        check: sqlServerMinTls12,
    },
    {
        id: "sql-server-outbound-restricted",
        title: "SQL servers cannot send data out",
        severity: "medium",
        levels: FROM_ACCEPTATIE,
        measures: [10, 14],
        remedy: "Set restrictOutboundNetworkAccess to 'Enabled'.",
        sources: {},
        check: sqlServerOutboundRestricted,
    },
    {
        id: "sql-server-private-endpoint",
        title: "SQL servers are reached by private endpoints from each region",
        severity: "high",
        levels: ALWAYS,
        measures: [10, 11],
        remedy: "Declare a private endpoint with group id sqlServer to each server in the network of each region, with a zone group on privatelink.database.windows.net.",
        sources: { checkov: ["CKV2_AZURE_45"], azurePolicy: ["7698e800-9299-47a6-b3b6-5a0fee576eed"] },
        check: sqlServerPrivateEndpoint,
    },
    {
        id: "sql-server-public-network",
        title: "SQL servers are closed unless an address is declared",
        severity: "high",
        levels: ALWAYS,
        measures: [10],
        remedy: "Set publicNetworkAccess to 'Disabled', or to 'Enabled' with the firewall rules that need it.",
        sources: {
            checkov: ["CKV_AZURE_113"],
            azurePolicy: ["1b8ca024-1d5c-4dec-8995-b1a932b41780"],
            cis: ["2.0:4.1.2"],
        },
        check: sqlServerPublicNetwork,
    },
    {
        id: "sql-tde-cmk",
        title: "Databases are encrypted with a key of our own that rotates",
        severity: "high",
        levels: FROM_ACCEPTATIE,
        measures: [7, 8],
        remedy: "Declare an encryption protector with serverKeyType 'AzureKeyVault' and autoRotationEnabled on each server.",
        sources: { azurePolicy: ["0a370ff3-6cab-4e85-8995-295fd854c5b8"], cis: ["2.0:4.1.3"] },
        check: sqlTdeCmk,
    },
    {
        id: "sql-vulnerability-assessment",
        title: "SQL servers are scanned for vulnerabilities",
        severity: "high",
        levels: ALWAYS,
        measures: [3],
        remedy: "Declare a SqlVulnerabilityAssessmentsSetting with state 'Enabled' for each server.",
        sources: {
            checkov: ["CKV2_AZURE_2", "CKV2_AZURE_3"],
            psrule: ["Azure.SQL.VAScan"],
            azurePolicy: ["ef2a8f2a-b3d9-49cd-a8a8-9a3aaaf647d9", "feedbf84-6b99-488c-acc2-71c829aa5ffc"],
            cis: ["2.0:4.2.2", "2.0:4.2.4", "2.0:4.2.5"],
        },
        check: sqlVulnerabilityAssessment,
    },
];
