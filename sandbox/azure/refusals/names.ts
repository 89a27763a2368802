import type { Refusal } from "../refusal";
import { lastOf } from "./ids";
import { NAMING_RULES, SDK, sqlSpec } from "./sources";

interface NameRule {
    readonly id: string;
    readonly type: string;
    readonly pattern: RegExp;
    /** What the pattern allows, in words. */
    readonly allowed: string;
    readonly code?: string | ((name: string) => string);
    /** HTTP; 400 where it is left out. */
    readonly status?: number;
    readonly source?: string;
}

const HYPHENS = "letters, digits and hyphens";
const WIDE = "letters, digits, '_', '.' and '-', beginning with a letter or digit and ending with one or '_'";
const wide = (shortest: number, longest: number): RegExp =>
    new RegExp(`^(?=.{${shortest},${longest}}$)[A-Za-z0-9]([\\w.-]*\\w)?$`);
const SQL_CHARACTERS = "none of <>*%&:\\/? and no control character, no period or space at the end";
const SQL_NAME = /^(?!.*[. ]$)[^<>*%&:\\/?\p{Cc}]{1,128}$/u;
const SQL_SERVER = /^(?=.{1,63}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const BACKUP = "hashicorp/terraform-provider-azurerm, internal/services/dataprotection; code and message [U]";

/** Azure's limits on names, by kind. */
export const NAME_RULES: readonly NameRule[] = [
    {
        id: "action-group",
        type: "Microsoft.Insights/actionGroups",
        pattern: /^(?!.*[. ]$)[^:<>+/&%\\?\p{Cc}]{1,260}$/u,
        allowed: "1 to 260 characters, none of :<>+/&%\\? and no control character, no period or space at the end",
    },
    {
        id: "alert-rule",
        type: "Microsoft.Insights/scheduledQueryRules",
        pattern: /^(?!.*[. ]$)[^*<>%{}&:\\?/#\p{Cc}]{1,260}$/u,
        allowed: "1 to 260 characters, none of *<>%{}&:\\?/# and no control character, no period or space at the end",
    },
    {
        id: "app-service-plan",
        type: "Microsoft.Web/serverfarms",
        pattern: /^[\p{L}\p{N}-]{1,60}$/u,
        allowed: `1 to 60 ${HYPHENS}`,
    },
    {
        id: "application-insights",
        type: "Microsoft.Insights/components",
        pattern: /^(?!.*[. ]$)[^%&\\?/\p{Cc}]{1,260}$/u,
        allowed: "1 to 260 characters, none of %&\\?/ and no control character, no period or space at the end",
    },
    {
        id: "backup-policy",
        type: "Microsoft.DataProtection/backupVaults/backupPolicies",
        pattern: /^[A-Za-z0-9-]{3,150}$/,
        allowed: `3 to 150 ${HYPHENS}`,
        source: BACKUP,
    },
    {
        id: "backup-vault",
        type: "Microsoft.DataProtection/backupVaults",
        pattern: /^[A-Za-z0-9-]{2,50}$/,
        allowed: `2 to 50 ${HYPHENS}`,
        source: BACKUP,
    },
    {
        id: "container",
        type: "Microsoft.Storage/storageAccounts/blobServices/containers",
        pattern: /^(?=.{3,63}$)([a-z0-9]+(-[a-z0-9]+)*|\$root|\$web)$/,
        allowed: "3 to 63 lower case letters, digits and single hyphens between them",
        code: "ContainerNameInvalid",
    },
    {
        id: "database",
        type: "Microsoft.Sql/servers/databases",
        pattern: SQL_NAME,
        allowed: `1 to 128 characters, ${SQL_CHARACTERS}`,
    },
    {
        id: "elastic-pool",
        type: "Microsoft.Sql/servers/elasticPools",
        pattern: SQL_NAME,
        allowed: `1 to 128 characters, ${SQL_CHARACTERS}`,
    },
    {
        id: "failover-group",
        type: "Microsoft.Sql/servers/failoverGroups",
        pattern: SQL_SERVER,
        allowed: "1 to 63 lower case letters, digits and hyphens, no hyphen at either end",
        code: "InvalidFailoverGroupName",
        status: 409,
        source: sqlSpec("FailoverGroups"),
    },
    {
        id: "firewall-rule",
        type: "Microsoft.Sql/servers/firewallRules",
        pattern: /^(?!.*\.$)[^<>*%&:;\\/?\p{Cc}]{1,128}$/u,
        allowed: "1 to 128 characters, none of <>*%&:;\\/? and no control character, no period at the end",
        code: (name) => (name.length > 128 ? "FirewallRuleNameTooLong" : "InvalidServerFirewallRuleResourceParameters"),
        source: `${NAMING_RULES}; ${sqlSpec("FirewallRules")}; the code of another mistake than length [U]`,
    },
    {
        id: "identity",
        type: "Microsoft.ManagedIdentity/userAssignedIdentities",
        pattern: /^[A-Za-z0-9][\w-]{2,127}$/,
        allowed: "3 to 128 letters, digits, '_' and '-', beginning with a letter or digit",
    },
    {
        id: "key",
        type: "Microsoft.KeyVault/vaults/keys",
        pattern: /^[A-Za-z0-9-]{1,127}$/,
        allowed: `1 to 127 ${HYPHENS}`,
    },
    {
        id: "log-analytics",
        type: "Microsoft.OperationalInsights/workspaces",
        pattern: /^(?=.{4,63}$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])$/,
        allowed: `4 to 63 ${HYPHENS}, no hyphen at either end`,
    },
    {
        id: "nat-gateway",
        type: "Microsoft.Network/natGateways",
        pattern: wide(1, 80),
        allowed: `1 to 80 ${WIDE}`,
        source: `${NAMING_RULES} (as its kin has it [U])`,
    },
    {
        id: "network-security-group",
        type: "Microsoft.Network/networkSecurityGroups",
        pattern: wide(1, 80),
        allowed: `1 to 80 ${WIDE}`,
    },
    {
        id: "private-endpoint",
        type: "Microsoft.Network/privateEndpoints",
        pattern: wide(2, 64),
        allowed: `2 to 64 ${WIDE}`,
    },
    {
        id: "public-address",
        type: "Microsoft.Network/publicIPAddresses",
        pattern: wide(1, 80),
        allowed: `1 to 80 ${WIDE}`,
    },
    {
        id: "resource-group",
        type: "Microsoft.Resources/resourceGroups",
        pattern: /^[\p{L}\p{Nd}_.()-]{0,89}[\p{L}\p{Nd}_()-]$/u,
        allowed: "1 to 90 letters, digits, '_', '-', '.', '(' and ')', no period at the end",
        code: "InvalidResourceGroup",
    },
    {
        id: "secret",
        type: "Microsoft.KeyVault/vaults/secrets",
        pattern: /^[A-Za-z0-9-]{1,127}$/,
        allowed: `1 to 127 ${HYPHENS}`,
    },
    {
        id: "sql-server",
        type: "Microsoft.Sql/servers",
        pattern: SQL_SERVER,
        allowed: "1 to 63 lower case letters, digits and hyphens, no hyphen at either end",
        code: "InvalidServerName",
        source: "PSRule Azure.SQL.ServerName; Azure/azure-rest-api-specs, Microsoft.Sql 2023-08-01, Servers.json",
    },
    {
        id: "storage-account",
        type: "Microsoft.Storage/storageAccounts",
        pattern: /^[a-z0-9]{3,24}$/,
        allowed: "3 to 24 lower case letters and digits",
        code: "AccountNameInvalid",
    },
    {
        id: "subnet",
        type: "Microsoft.Network/virtualNetworks/subnets",
        pattern: wide(1, 80),
        allowed: `1 to 80 ${WIDE}`,
    },
    {
        id: "traffic-manager",
        type: "Microsoft.Network/trafficManagerProfiles",
        pattern: /^(?=.{1,63}$)[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/,
        allowed: "1 to 63 letters, digits, hyphens and periods, beginning and ending with a letter or digit",
    },
    {
        id: "vault",
        type: "Microsoft.KeyVault/vaults",
        pattern: /^(?!.*--)[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$/,
        allowed: `3 to 24 ${HYPHENS}, beginning with a letter, no two hyphens together, none at the end`,
        code: "VaultNameNotValid",
        source: `${NAMING_RULES}; ${SDK}`,
    },
    {
        id: "virtual-network",
        type: "Microsoft.Network/virtualNetworks",
        pattern: wide(2, 64),
        allowed: `2 to 64 ${WIDE}`,
    },
    {
        id: "web-app",
        type: "Microsoft.Web/sites",
        pattern: /^(?=.{2,60}$)[\p{L}\p{N}][\p{L}\p{N}-]*[\p{L}\p{N}]$/u,
        allowed: `2 to 60 ${HYPHENS}, no hyphen at either end`,
    },
];

export const NAME_REFUSALS: readonly Refusal[] = NAME_RULES.map(
    ({ id, type, pattern, allowed, code = "InvalidResourceName", status = 400, source }) => ({
        id: `name-of-${id}`,
        title: `A name of ${type} has ${allowed}.`,
        source: source ?? `${NAMING_RULES}; code and message [U]`,
        types: [type],
        methods: ["PUT"],
        judge: (request) => {
            const name = lastOf(request.id);
            return pattern.test(name)
                ? undefined
                : {
                      status,
                      code: typeof code === "string" ? code : code(name),
                      message: `Resource name '${name}' is invalid. It must have ${allowed}.`,
                  };
        },
    }),
);
