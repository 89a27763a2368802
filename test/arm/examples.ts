import type { ResolvedResource } from "../../arm/arm-resource";
import { resourceId } from "../../arm/resource-id";
import { RESOURCE_TYPES } from "../../arm/resource-types";
import { DATA_INPUTS } from "./examples-of-data";
import { NETWORK_INPUTS } from "./examples-of-network";

export const SUBSCRIPTION = "22222222-2222-2222-2222-222222222222";
const TENANT = "11111111-1111-1111-1111-111111111111";
const GROUP = "rg-figlo-advisor-proef-weu";
const idIn = (path: string): string => `/subscriptions/${SUBSCRIPTION}/resourceGroups/${GROUP}/providers/${path}`;
const VAULT = idIn("Microsoft.KeyVault/vaults/kv-figlo-proef");
const WORKSPACE = idIn("Microsoft.OperationalInsights/workspaces/log-figlo-proef");
const IDENTITY = idIn("Microsoft.ManagedIdentity/userAssignedIdentities/id-figlo-proef");
const location = "westeurope";
const tags = { environment: "proef", owner: "platform-team", dataClass: "operational" };

const OTHER_INPUTS: Readonly<Record<string, Record<string, unknown>>> = {
    "applicationinsights:Component": {
        resourceName: "appi-figlo-proef",
        location,
        kind: "web",
        applicationType: "web",
        disableLocalAuth: true,
        workspaceResourceId: WORKSPACE,
        tags,
    },
    "authorization:ManagementLockByScope": {
        lockName: "do-not-delete",
        scope: VAULT,
        level: "CanNotDelete",
        notes: "Holds keys.",
    },
    "authorization:PimRoleEligibilitySchedule": {
        scope: VAULT,
        principalId: "44444444-4444-4444-4444-444444444444",
        roleDefinitionId: "/providers/Microsoft.Authorization/roleDefinitions/55555555-5555-5555-5555-555555555555",
        justification: "Officers put certificates.",
        scheduleInfo: { expiration: { type: "AfterDateTime", endDateTime: "2026-12-14T23:59:59Z" } },
    },
    "authorization:PolicyAssignment": {
        policyAssignmentName: "policy-figlo-proef",
        scope: `/subscriptions/${SUBSCRIPTION}`,
        location,
        identity: { type: "SystemAssigned" },
        policyDefinitionId:
            "/providers/Microsoft.Authorization/policySetDefinitions/55555555-5555-5555-5555-555555555555",
        definitionVersion: "1.*.*",
        displayName: "A standard",
        enforcementMode: "DoNotEnforce",
        parameters: { listOfAllowedLocations: { value: ["westeurope"] } },
        nonComplianceMessages: [{ message: "Not met." }],
    },
    "authorization:RoleAssignment": {
        roleAssignmentName: "33333333-3333-3333-3333-333333333333",
        scope: VAULT,
        principalId: "44444444-4444-4444-4444-444444444444",
        principalType: "ServicePrincipal",
        roleDefinitionId: "/providers/Microsoft.Authorization/roleDefinitions/55555555-5555-5555-5555-555555555555",
        description: "The application reads its secrets.",
    },
    "authorization:RoleDefinition": {
        roleDefinitionId: "66666666-6666-6666-6666-666666666666",
        scope: `/subscriptions/${SUBSCRIPTION}`,
        roleName: "Site restarter (figlo advisor proef)",
        roleType: "CustomRole",
        description: "Restarts the sites.",
        assignableScopes: [`/subscriptions/${SUBSCRIPTION}/resourceGroups/${GROUP}`],
        permissions: [{ actions: ["Microsoft.Web/sites/restart/action"], notActions: [] }],
    },
    "keyvault:Key": {
        vaultName: "kv-figlo-proef",
        keyName: "database",
        properties: {
            kty: "RSA",
            keySize: 3072,
            attributes: { enabled: true, expires: 1_890_000_000 },
            rotationPolicy: {
                attributes: { expiryTime: "P2Y" },
                lifetimeActions: [{ action: { type: "rotate" }, trigger: { timeAfterCreate: "P1Y" } }],
            },
        },
        tags: { ...tags, expires: "never" },
    },
    "keyvault:Secret": {
        vaultName: "kv-figlo-proef",
        secretName: "session",
        properties: { value: { $secret: true }, contentType: "text/plain", attributes: { expires: 1_890_000_000 } },
    },
    "keyvault:Vault": {
        vaultName: "kv-figlo-proef",
        location,
        properties: {
            tenantId: TENANT,
            sku: { family: "A", name: "standard" },
            enableRbacAuthorization: true,
            enablePurgeProtection: true,
            publicNetworkAccess: "Disabled",
            networkAcls: { defaultAction: "Deny", bypass: "AzureServices" },
        },
        tags,
    },
    "managedidentity:UserAssignedIdentity": { resourceName: "id-figlo-proef", location, tags },
    "monitor:ActionGroup": {
        actionGroupName: "ag-figlo-proef",
        location,
        enabled: true,
        groupShortName: "figlo",
        emailReceivers: [{ name: "operators", emailAddress: "operators@figlo.example", useCommonAlertSchema: true }],
        tags,
    },
    "monitor:DiagnosticSetting": {
        name: "to-workspace",
        resourceUri: VAULT,
        workspaceId: WORKSPACE,
        logs: [{ categoryGroup: "allLogs", enabled: true }],
        metrics: [{ category: "AllMetrics", enabled: true }],
    },
    "monitor:ScheduledQueryRule": {
        ruleName: "ar-figlo-proef",
        location,
        kind: "LogAlert",
        enabled: true,
        severity: 1,
        scopes: [WORKSPACE],
        evaluationFrequency: "PT5M",
        windowSize: "PT5M",
        criteria: {
            allOf: [{ query: "Usage", timeAggregation: "Count", operator: "GreaterThan", threshold: 0 }],
        },
        actions: { actionGroups: [idIn("Microsoft.Insights/actionGroups/ag-figlo-proef")] },
        tags,
    },
    "operationalinsights:Workspace": {
        workspaceName: "log-figlo-proef",
        location,
        sku: { name: "PerGB2018" },
        retentionInDays: 90,
        features: { disableLocalAuth: true },
        tags,
    },
    "resources:Deployment": {
        deploymentName: "certificate-binding",
        properties: { mode: "Incremental", template: { resources: [{ name: "[parameters('site')]" }] } },
    },
    "resources:DeploymentAtSubscriptionScope": {
        deploymentName: "defender-plans",
        location,
        properties: { mode: "Incremental", template: { resources: [{ name: "Arm", dependsOn: ["[format('x')]"] }] } },
        tags,
    },
    "resources:ResourceGroup": { resourceGroupName: GROUP, location, tags },
    "web:AppServicePlan": {
        name: "asp-figlo-proef",
        location,
        kind: "linux",
        reserved: true,
        zoneRedundant: true,
        sku: { name: "P1v3", tier: "PremiumV3", capacity: 3 },
        tags,
    },
    "web:Certificate": {
        name: "certificate",
        location,
        serverFarmId: idIn("Microsoft.Web/serverfarms/asp-figlo-proef"),
        keyVaultId: VAULT,
        keyVaultSecretName: "advisor",
        tags,
    },
    "web:WebApp": {
        name: "app-figlo-proef",
        location,
        kind: "app,linux",
        identity: { type: "UserAssigned", userAssignedIdentities: [IDENTITY] },
        serverFarmId: idIn("Microsoft.Web/serverfarms/asp-figlo-proef"),
        httpsOnly: true,
        siteConfig: {
            minTlsVersion: "1.2",
            ftpsState: "Disabled",
            http20Enabled: true,
            ipSecurityRestrictions: [
                { name: "runners", action: "Allow", priority: 100, vnetSubnetResourceId: idIn("x/y/z") },
            ],
        },
        tags,
    },
    "web:WebAppApplicationSettings": {
        name: "app-figlo-proef",
        properties: { WEBSITE_RUN_FROM_PACKAGE: "https://st.example/package.zip", SESSION_KEY: { $secret: true } },
    },
    "web:WebAppAuthSettingsV2WithoutSecrets": {
        name: "app-figlo-proef",
        platform: { enabled: true },
        globalValidation: { requireAuthentication: true, unauthenticatedClientAction: "RedirectToLoginPage" },
        httpSettings: { requireHttps: true },
    },
    "web:WebAppDiagnosticLogsConfiguration": {
        name: "app-figlo-proef",
        detailedErrorMessages: { enabled: true },
        httpLogs: { fileSystem: { enabled: true, retentionInDays: 7, retentionInMb: 35 } },
    },
    "web:WebAppFtpAllowed": { name: "app-figlo-proef", allow: false },
    "web:WebAppHostNameBinding": {
        name: "app-figlo-proef",
        hostName: "advisor.figlo.example",
        siteName: "app-figlo-proef",
        hostNameType: "Verified",
        sslState: "SniEnabled",
        thumbprint: "AB12",
    },
    "web:WebAppScmAllowed": { name: "app-figlo-proef", allow: false },
};

const INPUTS = { ...OTHER_INPUTS, ...DATA_INPUTS, ...NETWORK_INPUTS };

/** A valid planned resource of each row of the table. */
export function example(type: string, changes: Readonly<Record<string, unknown>> = {}): Required<ResolvedResource> {
    const row = RESOURCE_TYPES[`azure-native:${type}`];
    const group = row?.scope === undefined ? { resourceGroupName: GROUP } : {};
    return { type: `azure-native:${type}`, name: "example", inputs: { ...group, ...INPUTS[type], ...changes } };
}

export const EXAMPLES: readonly Required<ResolvedResource>[] = Object.keys(INPUTS)
    .sort()
    .map((type) => example(type));

export const idOf = (type: string): string => resourceId(example(type), SUBSCRIPTION);
