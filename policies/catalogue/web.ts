import { ALWAYS, FROM_ACCEPTATIE } from "../levels";
import type { Rule } from "../rule";
import { webAuthSession } from "../rules/web-auth-session";
import { webBackendHttpsName } from "../rules/web-backend-https-name";
import { webBasicAuthOff } from "../rules/web-basic-auth-off";
import { webCorsNoStar } from "../rules/web-cors-no-star";
import { webEncryptedConnections } from "../rules/web-encrypted-connections";
import { webFtpDisabled } from "../rules/web-ftp-disabled";
import { webHostnameTlsBound } from "../rules/web-hostname-tls-bound";
import { webHttpLogs } from "../rules/web-http-logs";
import { webHttp2 } from "../rules/web-http2";
import { webHttpsOnly } from "../rules/web-https-only";
import { webIngressRestricted } from "../rules/web-ingress-restricted";
import { webManagedIdentity } from "../rules/web-managed-identity";
import { webMinTls12 } from "../rules/web-min-tls-12";
import { webNoPlaintextSecretSettings } from "../rules/web-no-plaintext-secret-settings";
import { webRemoteDebugOff } from "../rules/web-remote-debug-off";
import { webScmMinTls12 } from "../rules/web-scm-min-tls-12";
import { webVnetIntegration } from "../rules/web-vnet-integration";

/** Rules for what sites answer, and to whom. */
export const WEB: readonly Rule[] = [
    {
        id: "web-auth-session",
        title: "Sites answer only within a valid session",
        severity: "high",
        levels: ALWAYS,
        measures: [6],
        remedy: "Declare WebAppAuthSettingsV2WithoutSecrets that requires authentication and HTTPS of one directory and no other provider, takes no file's, setting's or older version's word for it, leaves out no path but the health check, validates the nonce and ends sessions in time.",
        sources: {
            checkov: ["CKV_AZURE_13", "CKV_AZURE_56"],
            azurePolicy: ["95bccee9-a7f8-4bec-9ee9-62c3473701fc"],
            cis: ["2.0:9.1", "3.0:9.2"],
        },
        check: webAuthSession,
    },
    {
        id: "web-backend-https-name",
        title: "Applications reach each other by HTTPS and a name",
        severity: "high",
        levels: ALWAYS,
        measures: [9],
        remedy: "Write https:// and a name in settings that hold addresses, and lead a front-end to its back-end by the name of a site, such as its defaultHostName.",
        sources: {},
        check: webBackendHttpsName,
    },
    {
        id: "web-basic-auth-off",
        title: "Sites are not published with a password",
        severity: "high",
        levels: ALWAYS,
        measures: [1, 2],
        remedy: "Declare WebAppFtpAllowed and WebAppScmAllowed with allow false for each site.",
        sources: { azurePolicy: ["871b205b-57cf-4e1e-a234-492616998bf7", "aede300b-d67f-480a-ae26-4b3dfb1a1fdc"] },
        check: webBasicAuthOff,
    },
    {
        id: "web-cors-no-star",
        title: "Only named sites may call from a browser",
        severity: "high",
        levels: ALWAYS,
        measures: [6],
        remedy: "Set siteConfig.cors.allowedOrigins to whole origins that begin with https://, or to an empty list.",
        sources: {
            checkov: ["CKV_AZURE_57", "CKV_AZURE_62"],
            azurePolicy: ["5744710e-cc2f-4ee8-8809-3b11e89f4bc9"],
        },
        check: webCorsNoStar,
    },
    {
        id: "web-encrypted-connections",
        title: "Settings of sites switch no encryption off",
        severity: "high",
        levels: ALWAYS,
        measures: [9],
        remedy: "Use addresses with TLS, and connection strings with Encrypt=True and without TrustServerCertificate; sslmode 'require' or stricter.",
        sources: {},
        check: webEncryptedConnections,
    },
    {
        id: "web-ftp-disabled",
        title: "Sites have no FTP",
        severity: "high",
        levels: ALWAYS,
        measures: [9],
        remedy: "Set siteConfig.ftpsState to 'Disabled'.",
        sources: {
            checkov: ["CKV_AZURE_78"],
            psrule: ["Azure.AppService.WebSecureFtp"],
            azurePolicy: ["4d24b6d4-5e53-4a4f-a7f4-618fa573ee4b"],
            cis: ["2.0:9.10", "3.0:9.3"],
        },
        check: webFtpDisabled,
    },
    {
        id: "web-hostname-tls-bound",
        title: "Every host name has a certificate",
        severity: "critical",
        levels: ALWAYS,
        measures: [9],
        remedy: "Bind the name with sslState 'SniEnabled' and a thumbprint, or declare a managed certificate and the template that binds it.",
        sources: {},
        check: webHostnameTlsBound,
    },
    {
        id: "web-http-logs",
        title: "Requests to sites and their administration are logged",
        severity: "medium",
        levels: ALWAYS,
        measures: [2, 3],
        remedy: "Set siteConfig.httpLoggingEnabled to true, or httpLogs in WebAppDiagnosticLogsConfiguration, and declare DiagnosticSetting that sends AppServiceHTTPLogs and AppServiceAuditLogs, or allLogs, to a workspace.",
        sources: {
            checkov: ["CKV_AZURE_63", "CKV_AZURE_65", "CKV_AZURE_66"],
            azurePolicy: ["91a78b24-f231-4a8a-8da9-02c35b2b6510"],
            cis: ["2.0:5.4"],
        },
        check: webHttpLogs,
    },
    {
        id: "web-http2",
        title: "Sites speak HTTP/2",
        severity: "low",
        levels: FROM_ACCEPTATIE,
        measures: [9],
        remedy: "Set siteConfig.http20Enabled to true.",
        sources: {
            checkov: ["CKV_AZURE_18", "CKV_AZURE_67"],
            psrule: ["Azure.AppService.HTTP2"],
            azurePolicy: ["8c122334-9d20-4eb8-89ea-ac9a705b74ae"],
            cis: ["2.0:9.9", "3.0:9.10"],
        },
        check: webHttp2,
    },
    {
        id: "web-https-only",
        title: "Sites answer over HTTPS only",
        severity: "critical",
        levels: ALWAYS,
        measures: [9],
        remedy: "Set httpsOnly to true.",
        sources: {
            checkov: ["CKV_AZURE_14", "CKV_AZURE_70", "CKV_AZURE_153"],
            psrule: ["Azure.AppService.UseHTTPS"],
            azurePolicy: ["a4af4a39-4135-47fb-b175-47fbdf85311d"],
            cis: ["2.0:9.2", "3.0:9.1"],
        },
        check: webHttpsOnly,
    },
    {
        id: "web-ingress-restricted",
        title: "Sites let in only whom they declare",
        severity: "medium",
        levels: ALWAYS,
        measures: [10],
        remedy: "Set publicNetworkAccess to 'Disabled', or deny by default for site and SCM and allow narrow blocks; a front-end for everybody carries the tag publicFrontEnd: declared and is an endpoint of a Traffic Manager profile.",
        sources: {
            checkov: ["CKV_AZURE_222"],
            azurePolicy: ["1b5ef780-c53c-4a64-87f3-bb9c8c8094ba", "687aa49d-0982-40f8-bf6b-66d1da97a04b"],
        },
        check: webIngressRestricted,
    },
    {
        id: "web-managed-identity",
        title: "Sites have a managed identity",
        severity: "high",
        levels: ALWAYS,
        measures: [2, 7, 8],
        remedy: "Set identity.type to 'UserAssigned' or 'SystemAssigned'.",
        sources: {
            checkov: ["CKV_AZURE_16", "CKV_AZURE_71"],
            psrule: ["Azure.AppService.ManagedIdentity"],
            azurePolicy: ["2b9ad585-36bc-4615-b300-fd4435808332"],
            cis: ["2.0:9.5"],
        },
        check: webManagedIdentity,
    },
    {
        id: "web-min-tls-12",
        title: "Sites refuse TLS below 1.2",
        severity: "critical",
        levels: ALWAYS,
        measures: [9],
        remedy: "Set siteConfig.minTlsVersion to '1.2' or '1.3'.",
        sources: {
            checkov: ["CKV_AZURE_15", "CKV_AZURE_145"],
            psrule: ["Azure.AppService.MinTLS"],
            azurePolicy: ["f0e6e85b-9b9f-4a4b-b67b-f730d42f1b0b"],
            cis: ["2.0:9.3", "3.0:9.4"],
        },
        check: webMinTls12,
    },
    {
        id: "web-no-plaintext-secret-settings",
        title: "Settings of sites hold no secrets",
        severity: "critical",
        levels: ALWAYS,
        measures: [7, 8],
        remedy: "Refer to the secret in a vault, '@Microsoft.KeyVault(SecretUri=…)', or let the site's identity sign in.",
        sources: {},
        check: webNoPlaintextSecretSettings,
    },
    {
        id: "web-remote-debug-off",
        title: "Sites cannot be debugged from outside",
        severity: "high",
        levels: ALWAYS,
        measures: [2],
        remedy: "Set siteConfig.remoteDebuggingEnabled to false.",
        sources: {
            checkov: ["CKV_AZURE_72", "CKV_AZURE_155"],
            psrule: ["Azure.AppService.RemoteDebug"],
            azurePolicy: ["cb510bfd-1cba-4d9f-a230-cb0976f4bb71"],
            cis: ["3.0:9.12"],
        },
        check: webRemoteDebugOff,
    },
    {
        id: "web-scm-min-tls-12",
        title: "SCM sites refuse TLS below 1.2",
        severity: "medium",
        levels: ALWAYS,
        measures: [9],
        remedy: "Set siteConfig.scmMinTlsVersion to '1.2' or '1.3'.",
        sources: {},
        check: webScmMinTls12,
    },
    {
        id: "web-vnet-integration",
        title: "Sites reach SQL through the network",
        severity: "medium",
        levels: FROM_ACCEPTATIE,
        measures: [10],
        remedy: "Set virtualNetworkSubnetId, and siteConfig.vnetRouteAllEnabled or outboundVnetRouting.applicationTraffic to true.",
        sources: { azurePolicy: ["72d04c29-f87d-4575-9731-419ff16a2757"] },
        check: webVnetIntegration,
    },
];
