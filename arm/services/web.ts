import type { ResourceType, ResourceTypes } from "../resource-type";

const apiVersion = "2025-05-01";

/** A site's setting under a name that Azure fixes; azure-native's input `name` is the site's. */
const ofSite = (kind: string, fixed: string): ResourceType => ({
    armType: `Microsoft.Web/sites/${kind}`,
    apiVersion,
    names: ["name", { fixed }],
    top: ["kind"],
});

export const WEB_TYPES: ResourceTypes = {
    "azure-native:web:AppServicePlan": {
        armType: "Microsoft.Web/serverfarms",
        apiVersion,
        names: ["name"],
        top: ["extendedLocation", "identity", "kind", "sku"],
    },
    "azure-native:web:Certificate": {
        armType: "Microsoft.Web/certificates",
        apiVersion,
        names: ["name"],
        top: ["kind"],
    },
    "azure-native:web:WebApp": {
        armType: "Microsoft.Web/sites",
        apiVersion,
        names: ["name"],
        top: ["extendedLocation", "identity", "kind"],
    },
    "azure-native:web:WebAppApplicationSettings": { ...ofSite("config", "appsettings"), properties: "input" },
    "azure-native:web:WebAppAuthSettingsV2WithoutSecrets": ofSite("config", "authsettingsV2"),
    "azure-native:web:WebAppDiagnosticLogsConfiguration": ofSite("config", "logs"),
    "azure-native:web:WebAppFtpAllowed": ofSite("basicPublishingCredentialsPolicies", "ftp"),
    "azure-native:web:WebAppHostNameBinding": {
        armType: "Microsoft.Web/sites/hostNameBindings",
        apiVersion,
        names: ["name", "hostName"],
        top: ["kind"],
    },
    "azure-native:web:WebAppScmAllowed": ofSite("basicPublishingCredentialsPolicies", "scm"),
};
