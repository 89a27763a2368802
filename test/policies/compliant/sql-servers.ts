import type { ExampleStack } from "../example-stack";
import { customer, none } from "./tags";

/** Two servers, in two regions, with all that guards them. */
export function sqlServers(stack: ExampleStack): ExampleStack {
    return (["westeurope", "northeurope"] as const).reduce((all, region, index) => {
        const name = index === 0 ? "server" : "partner";
        const link = {
            privateLinkServiceConnections: [{ groupIds: ["sqlServer"], privateLinkServiceId: { $unknown: true } }],
        };
        return all
            .plus("sql:Server", name, { ...server, location: region, serverName: { $unknown: true } }, {}, true)
            .plus("sql:ExtendedServerBlobAuditingPolicy", `${name}-audit`, audit, { serverName: [name] }, true)
            .plus("monitor:DiagnosticSetting", `${name}-audit-log`, auditLog, {
                resourceUri: [name],
                workspaceId: ["logs"],
            })
            .plus("sql:ServerSecurityAlertPolicy", `${name}-alerts`, alerts, { serverName: [name] }, true)
            .plus(
                "sql:SqlVulnerabilityAssessmentsSetting",
                `${name}-scan`,
                { state: "Enabled" },
                { serverName: [name] },
            )
            .plus("sql:EncryptionProtector", `${name}-key`, protector, { serverName: [name] }, true)
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
            )
            .plus("network:PrivateDnsZoneGroup", `${name}-west-records`, records, recorded(`${name}-from-west`))
            .plus("network:PrivateDnsZoneGroup", `${name}-north-records`, records, recorded(`${name}-from-north`));
    }, stack);
}

const records = { privateDnsZoneConfigs: [{ name: "sqlserver", privateDnsZoneId: { $unknown: true } }] };
const recorded = (endpoint: string) => ({ privateEndpointName: [endpoint], privateDnsZoneConfigs: ["sql-zone"] });

const linked = (server: string) => ({ privateLinkServiceConnections: [server] });
const audit = {
    state: "Enabled",
    isAzureMonitorTargetEnabled: true,
    auditActionsAndGroups: [
        "BATCH_COMPLETED_GROUP",
        "SUCCESSFUL_DATABASE_AUTHENTICATION_GROUP",
        "FAILED_DATABASE_AUTHENTICATION_GROUP",
    ],
};
const auditLog = { logs: [{ category: "SQLSecurityAuditEvents", enabled: true }] };
const alerts = {
    state: "Enabled",
    disabledAlerts: [],
    emailAddresses: ["alerts@figlo.example"],
    emailAccountAdmins: true,
};
const protector = { serverKeyType: "AzureKeyVault", serverKeyName: { $unknown: true }, autoRotationEnabled: true };
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
