import { ALWAYS, FROM_ACCEPTATIE } from "../levels";
import type { Rule } from "../rule";
import { appiWorkspaceAndAuth } from "../rules/appi-workspace-and-auth";
import { defenderContact } from "../rules/defender-contact";
import { defenderPlans } from "../rules/defender-plans";
import { diagSettingsEverywhere } from "../rules/diag-settings-everywhere";
import { policyExemptionExpires } from "../rules/policy-exemption-expires";
import { policyIso27001Assigned } from "../rules/policy-iso27001-assigned";

/** Rules for what watches the rest: logs, Defender and Azure Policy. */
export const ASSURANCE: readonly Rule[] = [
    {
        id: "appi-workspace-and-auth",
        title: "Telemetry goes to a workspace, and only from whom signs in",
        severity: "low",
        levels: FROM_ACCEPTATIE,
        measures: [2],
        remedy: "Set workspaceResourceId, and disableLocalAuth to true.",
        sources: {
            psrule: ["Azure.AppInsights.Workspace", "Azure.AppInsights.LocalAuth"],
            azurePolicy: ["d550e854-df1a-4de9-bf44-cd894b39a95e", "199d5677-e4d9-4264-9465-efe1839c06bd"],
        },
        check: appiWorkspaceAndAuth,
    },
    {
        id: "defender-contact",
        title: "Defender tells somebody what it sees",
        severity: "medium",
        levels: FROM_ACCEPTATIE,
        measures: [3],
        remedy: "Declare SecurityContact, or write it by a template for the subscription, with emails, isEnabled true, notificationsByRole 'On' for a role, and a source 'Alert' with a minimalSeverity.",
        sources: {
            checkov: ["CKV_AZURE_20", "CKV_AZURE_21", "CKV_AZURE_22", "CKV_AZURE_131"],
            psrule: ["Azure.Defender.SecurityContact"],
            azurePolicy: [
                "4f4f78b8-e367-4b10-a341-d9a4ad5cf1c7",
                "6e2593d9-add6-4083-9c9b-4b7d2188c899",
                "0b15565f-aa9e-48ba-8619-45960f2c314d",
            ],
            cis: ["2.0:2.1.19", "2.0:2.1.20", "3.0:3.1.14"],
        },
        check: defenderContact,
    },
    {
        id: "defender-plans",
        title: "Defender watches every kind of service in use",
        severity: "high",
        levels: FROM_ACCEPTATIE,
        measures: [3],
        remedy: "Declare Pricing of the subscription, or write it by a template, with pricingTier 'Standard' for Arm, and SqlServers, AppServices, KeyVaults or StorageAccounts for what the stack holds.",
        sources: {
            checkov: ["CKV_AZURE_19", "CKV_AZURE_84", "CKV_AZURE_87", "CKV_AZURE_61", "CKV_AZURE_69", "CKV_AZURE_234"],
            psrule: [
                "Azure.Defender.SQL",
                "Azure.Defender.AppServices",
                "Azure.Defender.KeyVault",
                "Azure.Defender.Storage",
                "Azure.Defender.Arm",
            ],
            azurePolicy: [
                "7fe3b40f-802b-4cdd-8bd4-fd799c948cc2",
                "2913021d-f2fd-4f3d-b958-22354e2bdbcb",
                "0e6763cc-5078-4e64-889d-ff4d9a839047",
                "640d2586-54d2-465f-877f-9ffc1d2109f4",
                "c3d20c29-b36d-48fe-808b-99a87530ad99",
            ],
            cis: [
                "2.0:2.1.3",
                "2.0:2.1.4",
                "2.0:2.1.2",
                "3.0:3.1.6.1",
                "2.0:2.1.10",
                "3.0:3.1.8.1",
                "2.0:2.1.7",
                "2.0:2.1.12",
                "3.0:3.1.9.1",
            ],
        },
        check: defenderPlans,
    },
    {
        id: "diag-settings-everywhere",
        title: "Databases, sites, vaults and Traffic Manager send their logs to a workspace",
        severity: "medium",
        levels: ALWAYS,
        measures: [2, 3],
        remedy: "Declare DiagnosticSetting on it with workspaceId and a category or group of logs that is enabled.",
        sources: {
            azurePolicy: [
                "7f89b1eb-583c-429a-8828-af049802c1d9",
                "6567d3f3-42d0-4cfb-9606-9741ba60fa07",
                "c0d8e23a-47be-4032-961f-8b0ff3957061",
            ],
        },
        check: diagSettingsEverywhere,
    },
    {
        id: "policy-exemption-expires",
        title: "Exemptions from Azure Policy say why and end",
        severity: "medium",
        levels: ALWAYS,
        measures: [2],
        remedy: "Set displayName and description, and for a waiver expiresOn within a year.",
        sources: { psrule: ["Azure.Policy.WaiverExpiry", "Azure.Policy.ExemptionDescriptors"] },
        check: policyExemptionExpires,
    },
    {
        id: "policy-iso27001-assigned",
        title: "Azure Policy tests us by ISO 27001 and keeps us in our regions",
        severity: "medium",
        levels: FROM_ACCEPTATIE,
        measures: [4, 5],
        remedy: "Assign one of Microsoft's initiatives for ISO 27001 and the policy 'Allowed locations' to the subscription, with enforcementMode 'Default' and the regions in use.",
        sources: {
            psrule: ["Azure.Policy.AssignmentDescriptors"],
            azurePolicy: ["e56962a6-4747-49cd-b67b-bf8b01975c4c"],
        },
        check: policyIso27001Assigned,
    },
];
