import type { ResourceTypes } from "../resource-type";

export const MONITORING_TYPES: ResourceTypes = {
    "azure-native:applicationinsights:Component": {
        armType: "Microsoft.Insights/components",
        apiVersion: "2020-02-02",
        names: ["resourceName"],
        top: ["kind"],
        renames: {
            applicationType: "Application_Type",
            disableIpMasking: "DisableIpMasking",
            disableLocalAuth: "DisableLocalAuth",
            flowType: "Flow_Type",
            forceCustomerStorageForProfiler: "ForceCustomerStorageForProfiler",
            hockeyAppId: "HockeyAppId",
            immediatePurgeDataOn30Days: "ImmediatePurgeDataOn30Days",
            ingestionMode: "IngestionMode",
            requestSource: "Request_Source",
            retentionInDays: "RetentionInDays",
            samplingPercentage: "SamplingPercentage",
            workspaceResourceId: "WorkspaceResourceId",
        },
    },
    "azure-native:monitor:ActionGroup": {
        armType: "Microsoft.Insights/actionGroups",
        apiVersion: "2024-10-01-preview",
        names: ["actionGroupName"],
        top: ["identity"],
    },
    "azure-native:monitor:DiagnosticSetting": {
        armType: "Microsoft.Insights/diagnosticSettings",
        apiVersion: "2021-05-01-preview",
        names: ["name"],
        scope: { input: "resourceUri" },
    },
    "azure-native:monitor:ScheduledQueryRule": {
        armType: "Microsoft.Insights/scheduledQueryRules",
        apiVersion: "2025-01-01-preview",
        names: ["ruleName"],
        top: ["identity", "kind"],
    },
    "azure-native:operationalinsights:Workspace": {
        armType: "Microsoft.OperationalInsights/workspaces",
        apiVersion: "2023-09-01",
        names: ["workspaceName"],
        // Unlike elsewhere, the workspace's SKU is one of its properties.
        top: ["identity"],
    },
};
