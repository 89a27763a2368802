import { isMark, isObject } from "./marks";
import type { ResourceView } from "./model";
import { parseResourceId, type ResourceId } from "./resource-id";

interface OwnName {
    /** The input that holds it. */
    readonly input?: string;
    /** What Azure takes where nothing else is said, or at all. */
    readonly fixed?: string;
}

const by = (input: string, fixed?: string): OwnName => ({ input, fixed });

/** Where the class has another word for its name than its own, or Azure knows one name only. */
const OWN_NAMES: ReadonlyMap<string, OwnName> = new Map(
    Object.entries({
        "applicationinsights:Component": by("resourceName"),
        "applicationinsights:Workbook": by("resourceName"),
        "authorization:ManagementLockAtResourceLevel": by("lockName"),
        "authorization:ManagementLockByScope": by("lockName"),
        "authorization:RoleDefinition": by("roleDefinitionId"),
        "dataprotection:BackupVault": by("vaultName"),
        "managedidentity:FederatedIdentityCredential": by("federatedIdentityCredentialResourceName"),
        "managedidentity:UserAssignedIdentity": by("resourceName"),
        "monitor:DataCollectionRuleAssociation": by("associationName"),
        "monitor:MetricAlert": by("ruleName"),
        "monitor:PrivateLinkScope": by("scopeName"),
        "monitor:PrivateLinkScopedResource": by("name"),
        "monitor:ScheduledQueryRule": by("ruleName"),
        "network:PublicIPAddress": by("publicIpAddressName"),
        "network:PublicIPPrefix": by("publicIpPrefixName"),
        "privatedns:PrivateRecordSet": by("relativeRecordSetName"),
        "resources:DeploymentAtSubscriptionScope": by("deploymentName"),
        "sql:BackupShortTermRetentionPolicy": by("policyName", "default"),
        "sql:EncryptionProtector": by("encryptionProtectorName", "current"),
        "sql:ExtendedServerBlobAuditingPolicy": by("blobAuditingPolicyName", "default"),
        "sql:IPv6FirewallRule": by("firewallRuleName"),
        "sql:LongTermRetentionPolicy": by("policyName", "default"),
        "sql:OutboundFirewallRule": by("outboundRuleFqdn"),
        "sql:ServerAzureADAdministrator": by("administratorName", "activedirectory"),
        "sql:ServerAzureADOnlyAuthentication": by("authenticationName", "default"),
        "sql:ServerBlobAuditingPolicy": by("blobAuditingPolicyName", "default"),
        "sql:ServerKey": by("keyName"),
        "sql:ServerSecurityAlertPolicy": by("securityAlertPolicyName", "default"),
        "sql:ServerVulnerabilityAssessment": by("vulnerabilityAssessmentName", "default"),
        "sql:SqlVulnerabilityAssessmentsSetting": by("vulnerabilityAssessmentName", "default"),
        "sql:TransparentDataEncryption": by("tdeName", "current"),
        "storage:BlobContainer": by("containerName"),
        "storage:BlobContainerImmutabilityPolicy": by("immutabilityPolicyName", "default"),
        "storage:BlobServiceProperties": by("blobServicesName", "default"),
        "storage:ManagementPolicy": by("managementPolicyName", "default"),
        "storage:StorageAccount": by("accountName"),
        // Of what belongs to a site, `name` is the site's.
        "web:WebAppApplicationSettings": { fixed: "appsettings" },
        "web:WebAppAuthSettingsV2": { fixed: "authsettingsv2" },
        "web:WebAppAuthSettingsV2WithoutSecrets": { fixed: "authsettingsv2" },
        "web:WebAppConnectionStrings": { fixed: "connectionstrings" },
        "web:WebAppDiagnosticLogsConfiguration": { fixed: "logs" },
        "web:WebAppFtpAllowed": { fixed: "ftp" },
        "web:WebAppHostNameBinding": by("hostName"),
        "web:WebAppScmAllowed": { fixed: "scm" },
        "web:WebAppSlot": by("slot"),
    }).map(([type, name]) => [`azure-native:${type}`, name]),
);

/** The name that a resource has in Azure, in lower case since Azure compares without case; `undefined` while it is not known. */
export function physicalName({ type, inputs }: Pick<ResourceView, "type" | "inputs">): string | undefined {
    const own = OWN_NAMES.get(type);
    if (own === undefined) {
        return firstName(inputs, [classNameInput(type), "name"]);
    }
    const isUnknown = own.input !== undefined && isMark(inputs[own.input]);
    return firstName(inputs, own.input === undefined ? [] : [own.input]) ?? (isUnknown ? undefined : own.fixed);
}

/** The input that holds the name of a resource of a type; `undefined` where Azure knows one name only. */
export const nameInput = (type: string): string | undefined => {
    const own = OWN_NAMES.get(type);
    return own === undefined ? classNameInput(type) : own.input;
};

/** `sql:FirewallRule` is named by `firewallRuleName`. */
function classNameInput(type: string): string {
    const className = type.split(":").pop() ?? "";
    return `${className.charAt(0).toLowerCase()}${className.slice(1)}Name`;
}

const firstName = (inputs: ResourceView["inputs"], properties: readonly string[]): string | undefined =>
    properties
        .map((property) => inputs[property])
        .find((value): value is string => typeof value === "string" && value !== "" && !isMark(value))
        ?.toLowerCase();

/** A resource that a value speaks of. */
export interface Mention {
    /** In lower case. */
    readonly name: string;
    /** Where an id is given, not a name alone. */
    readonly id?: ResourceId;
}

/** Fields that hold ids, such as `privateLinkServiceId`, `resourceID` and `resourceUri`. */
const HOLDS_ID = /(id|uri)s?$/i;

/**
 * All that a value speaks of: text is a name or an id, in a list too. In an object only an id counts, and where one belongs: a connection
 * may be called as a vault that it does not lead to.
 */
export function mentionsIn(value: unknown): readonly Mention[] {
    if (isMark(value)) {
        return [];
    }
    if (typeof value === "string") {
        return [mentionIn(value)];
    }
    return Array.isArray(value) ? value.flatMap(mentionsIn) : idsIn(value);
}

function idsIn(value: unknown, key = ""): readonly Mention[] {
    if (isMark(value)) {
        return [];
    }
    if (typeof value === "string") {
        const mention = HOLDS_ID.test(key) ? mentionIn(value) : undefined;
        return mention?.id ? [mention] : [];
    }
    if (Array.isArray(value)) {
        return value.flatMap((each) => idsIn(each, key));
    }
    return isObject(value) ? Object.entries(value).flatMap(([name, each]) => idsIn(each, name)) : [];
}

function mentionIn(text: string): Mention {
    const id = parseResourceId(text);
    return id ? { name: id.names[id.names.length - 1] ?? "", id } : { name: text.toLowerCase() };
}

/** The names that a value speaks of, of an id the last one. */
export const physicalNamesIn = (value: unknown): readonly string[] => mentionsIn(value).map(({ name }) => name);
