import type { Guidance } from "../guidance";

export const WEB: Guidance = {
    "web-auth-session": {
        why: "A path that answers without a session shows data to whoever finds it.",
        example: `
new web.WebAppAuthSettingsV2WithoutSecrets("sign-in", {
    ...args,
    platform: { enabled: true },
    globalValidation: { requireAuthentication: true, unauthenticatedClientAction: "RedirectToLoginPage" },
    httpSettings: { requireHttps: true },
    login: {
        cookieExpiration: { convention: "FixedTime", timeToExpiration: "08:00:00" },
        nonce: { validateNonce: true },
        tokenStore: { enabled: true, tokenRefreshExtensionHours: 4 },
    },
    identityProviders: {
        azureActiveDirectory: {
            enabled: true,
            registration: {
                clientId,
                clientSecretSettingName: "CLIENT_SECRET",
                openIdIssuer: "https://figlo.ciamlogin.com/0d6c1f4e-3a52-4c1e-8d3a-2f7b1c9e5a40/v2.0",
            },
            validation: {
                allowedAudiences: [clientId],
                defaultAuthorizationPolicy: { allowedApplications: [clientId] },
            },
        },
        // Azure enables what is not named.
        apple: { enabled: false },
        azureStaticWebApps: { enabled: false },
        facebook: { enabled: false },
        gitHub: { enabled: false },
        google: { enabled: false },
        legacyMicrosoftAccount: { enabled: false },
        twitter: { enabled: false },
    },
});
`,
    },
    "web-backend-https-name": {
        why: "A certificate names a host: by a number, or at somebody else's name, nobody can tell who answers.",
        example: `
new web.WebAppApplicationSettings("settings", {
    ...args,
    properties: { BackEnd__Url: pulumi.interpolate\`https://\${backEnd.defaultHostName}\` },
});
`,
    },
    "web-basic-auth-off": {
        why: "A publishing password deploys code past the whole street.",
        example: `
new web.WebAppScmAllowed("scm", { ...args, allow: false });
new web.WebAppFtpAllowed("ftp", { ...args, allow: false });
`,
    },
    "web-cors-no-star": {
        why: "With a star any page that a visitor opens may use the visitor's session.",
        example:
            'new web.WebApp("site", { ...args, siteConfig: { ...siteConfig, cors: { allowedOrigins: ["https://advisor.figlo.example"] } } });',
    },
    "web-encrypted-connections": {
        why: "One word in a connection string switches off what the rest of the platform enforces.",
        example: 'SQL_CONNECTION: "Server=tcp:host,1433;Encrypt=True;Authentication=Active Directory Managed Identity"',
    },
    "web-ftp-disabled": {
        why: "FTP deploys code past the street, with a password.",
        example: 'new web.WebApp("site", { ...args, siteConfig: { ...siteConfig, ftpsState: "Disabled" } });',
    },
    "web-hostname-tls-bound": {
        why: "A name without a certificate shows visitors a warning, or nothing.",
        example:
            'new web.WebAppHostNameBinding("name", { ...args, sslState: "SniEnabled", thumbprint: certificate.thumbprint });',
    },
    "web-http-logs": {
        why: "Without them nobody can say who opened which page, or who deployed what.",
        example: `
new web.WebApp("site", { ...args, siteConfig: { ...siteConfig, httpLoggingEnabled: true } });
new monitor.DiagnosticSetting("site-logs", {
    resourceUri: site.id,
    workspaceId: workspace.id,
    logs: [
        { category: "AppServiceHTTPLogs", enabled: true },
        { category: "AppServiceAuditLogs", enabled: true },
    ],
});
`,
    },
    "web-http2": {
        why: "HTTP/1.1 alone is slower, and its pipelining is where requests are smuggled.",
        example: 'new web.WebApp("site", { ...args, siteConfig: { ...siteConfig, http20Enabled: true } });',
    },
    "web-https-only": {
        why: "Over HTTP everybody on the way reads the session along.",
        example: 'new web.WebApp("site", { ...args, httpsOnly: true });',
    },
    "web-ingress-restricted": {
        why: "A back-end that answers the internet has lost its front door, and an open SCM site is a console.",
        example: 'new web.WebApp("back-end", { ...args, publicNetworkAccess: "Disabled" });',
    },
    "web-managed-identity": {
        why: "Without an identity a site needs passwords for everything it reaches.",
        example:
            'new web.WebApp("site", { ...args, identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] } });',
    },
    "web-min-tls-12": {
        why: "TLS below 1.2 can be read by who listens.",
        example: 'new web.WebApp("site", { ...args, siteConfig: { ...siteConfig, minTlsVersion: "1.2" } });',
    },
    "web-no-plaintext-secret-settings": {
        why: "A setting is read by everybody who may look at the site, and stands in every export.",
        example: 'CLIENT_SECRET: "@Microsoft.KeyVault(SecretUri=https://kv-figlo.vault.azure.net/secrets/client)"',
    },
    "web-remote-debug-off": {
        why: "A debugger reads the memory of the application: every customer's data that passes.",
        example: 'new web.WebApp("site", { ...args, siteConfig: { ...siteConfig, remoteDebuggingEnabled: false } });',
    },
    "web-scm-min-tls-12": {
        why: "Over the SCM site goes the code itself.",
        example: 'new web.WebApp("site", { ...args, siteConfig: { ...siteConfig, scmMinTlsVersion: "1.2" } });',
    },
    "web-vnet-integration": {
        why: "Traffic that does not go through the network reaches the database by its public address, or not at all.",
        example:
            'new web.WebApp("site", { ...args, virtualNetworkSubnetId: subnet.id, outboundVnetRouting: { allTraffic: true } });',
    },
};
