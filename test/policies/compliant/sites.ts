import type { ExampleStack } from "../example-stack";
import { none } from "./tags";

/** An application in two regions and the way to it. */
export function sites(stack: ExampleStack): ExampleStack {
    const both = (["westeurope", "northeurope"] as const).reduce(
        (all, location) => {
            const name = location === "westeurope" ? "site" : "other-site";
            return all
                .plus("web:WebApp", name, { ...site, location }, { identity: ["site-identity"] })
                .plus(
                    "web:WebAppApplicationSettings",
                    `${name}-settings`,
                    { properties: { COLOUR: "blue" } },
                    { name: [name] },
                )
                .plus("web:WebAppFtpAllowed", `${name}-ftp`, { allow: false }, { name: [name] })
                .plus("web:WebAppScmAllowed", `${name}-scm`, { allow: false }, { name: [name] })
                .plus("web:WebAppAuthSettingsV2WithoutSecrets", `${name}-session`, session, { name: [name] })
                .plus("monitor:DiagnosticSetting", `${name}-logs`, logs, {
                    resourceUri: [name],
                    workspaceId: ["logs"],
                });
        },
        stack.plus("managedidentity:UserAssignedIdentity", "site-identity", { location: "westeurope", tags: none }),
    );
    return both
        .plus("web:AppServicePlan", "plan", {
            location: "westeurope",
            zoneRedundant: true,
            sku: { name: "P1v3", tier: "PremiumV3", capacity: 3 },
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
        .plus("monitor:DiagnosticSetting", "profile-logs", logs, { resourceUri: ["profile"], workspaceId: ["logs"] })
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

const logs = { logs: [{ categoryGroup: "allLogs", enabled: true }] };

const site = {
    httpsOnly: true,
    publicNetworkAccess: "Enabled",
    identity: { type: "UserAssigned", userAssignedIdentities: [{ $unknown: true }] },
    virtualNetworkSubnetId: { $unknown: true },
    siteConfig: {
        cors: { allowedOrigins: ["https://figlo.example"] },
        http20Enabled: true,
        httpLoggingEnabled: true,
        vnetRouteAllEnabled: true,
        minTlsVersion: "1.2",
        scmMinTlsVersion: "1.2",
        ftpsState: "Disabled",
        alwaysOn: true,
        healthCheckPath: "/health",
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

/** Azure enables what is not named. */
export const otherProviders = {
    apple: { enabled: false },
    azureStaticWebApps: { enabled: false },
    facebook: { enabled: false },
    gitHub: { enabled: false },
    google: { enabled: false },
    legacyMicrosoftAccount: { enabled: false },
    twitter: { enabled: false },
};

const session = {
    platform: { enabled: true },
    globalValidation: {
        requireAuthentication: true,
        excludedPaths: ["/health"],
        unauthenticatedClientAction: "Return401",
    },
    httpSettings: { requireHttps: true },
    identityProviders: {
        ...otherProviders,
        azureActiveDirectory: {
            enabled: true,
            registration: {
                clientId: "44444444-4444-4444-4444-444444444444",
                openIdIssuer: "https://figlo.ciamlogin.com/55555555-5555-5555-5555-555555555555/v2.0",
            },
            validation: {
                allowedAudiences: ["api://44444444-4444-4444-4444-444444444444"],
                defaultAuthorizationPolicy: { allowedApplications: [{ $unknown: true }] },
            },
        },
    },
    login: {
        cookieExpiration: { convention: "FixedTime", timeToExpiration: "08:00:00" },
        nonce: { validateNonce: true },
        tokenStore: { enabled: true, tokenRefreshExtensionHours: 0 },
    },
};
