import * as authorization from "@pulumi/azure-native/authorization";
import type * as pulumi from "@pulumi/pulumi";
import { v5 as uuidv5 } from "uuid";

interface CustomRole {
    readonly title: string;
    /** What it is for, and why no built-in role does. */
    readonly description: string;
    readonly actions: readonly string[];
    readonly notActions?: readonly string[];
    readonly dataActions?: readonly string[];
}

/** Nobody finds a resource in the portal without. */
const GROUP = "Microsoft.Resources/subscriptions/resourceGroups/read";

/**
 * Roles of our own, where each of Azure's is wider than the work. None reads what customers keep with us.
 * Operations: Microsoft, "Azure permissions"; what reads logs: Microsoft, "Manage access to Log Analytics workspaces".
 */
export const CUSTOM_ROLES = {
    configurationReader: {
        title: "Configuration reader",
        description:
            "Reads how everything is set up. Azure's Reader reads all logs besides, and logs may hold personal data.",
        actions: ["*/read"],
        notActions: [
            "Microsoft.Insights/components/query/read",
            "Microsoft.Insights/logs/read",
            "Microsoft.Insights/logs/*/read",
            "Microsoft.OperationalInsights/workspaces/query/read",
            "Microsoft.OperationalInsights/workspaces/query/*/read",
            "Microsoft.OperationalInsights/workspaces/sharedKeys/read",
        ],
    },
    databaseOperator: {
        title: "Database operator",
        description:
            "Restores databases. Azure's SQL DB Contributor deletes them too, and changes how long their backups are kept.",
        actions: [
            GROUP,
            "Microsoft.Insights/metrics/read",
            "Microsoft.Sql/locations/longTermRetentionServers/longTermRetentionDatabases/longTermRetentionBackups/read",
            "Microsoft.Sql/servers/databases/read",
            "Microsoft.Sql/servers/databases/write",
            "Microsoft.Sql/servers/elasticPools/read",
            "Microsoft.Sql/servers/read",
            "Microsoft.Sql/servers/recoverableDatabases/read",
            "Microsoft.Sql/servers/restorableDroppedDatabases/read",
        ],
    },
    documentsRestorer: {
        title: "Documents restorer",
        description: "Restores documents without reading them. Azure's Backup Operator stops backups too.",
        actions: [
            GROUP,
            "Microsoft.DataProtection/backupVaults/backupInstances/read",
            "Microsoft.DataProtection/backupVaults/backupInstances/recoveryPoints/read",
            "Microsoft.DataProtection/backupVaults/backupInstances/restore/action",
            "Microsoft.DataProtection/backupVaults/backupInstances/validateRestore/action",
            "Microsoft.DataProtection/backupVaults/read",
            "Microsoft.Storage/storageAccounts/blobServices/containers/read",
            "Microsoft.Storage/storageAccounts/read",
            "Microsoft.Storage/storageAccounts/restoreBlobRanges/action",
        ],
    },
    packageUploader: {
        title: "Package uploader",
        description:
            "Puts release packages. Azure's Storage Blob Data Contributor deletes whole containers too, which no condition keeps it from.",
        actions: [GROUP, "Microsoft.Storage/storageAccounts/blobServices/containers/read"],
        dataActions: [
            "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action",
            "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read",
            "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write",
        ],
    },
    siteReader: {
        title: "Site reader",
        description:
            "Reads how the sites are set up, without their settings' values. Azure has no role for sites that only reads.",
        actions: [
            GROUP,
            "Microsoft.Web/certificates/read",
            "Microsoft.Web/serverfarms/read",
            "Microsoft.Web/sites/basicPublishingCredentialsPolicies/read",
            "Microsoft.Web/sites/config/read",
            "Microsoft.Web/sites/hostNameBindings/read",
            "Microsoft.Web/sites/read",
        ],
    },
    siteRestarter: {
        title: "Site restarter",
        description: "Restarts the sites. Azure's Website Contributor changes and deploys them too.",
        actions: [GROUP, "Microsoft.Web/sites/read", "Microsoft.Web/sites/restart/action"],
    },
} as const satisfies Readonly<Record<string, CustomRole>>;

export type CustomRoleName = keyof typeof CUSTOM_ROLES;

/** Makes a role's GUID depend on nothing but whose role it is: made up once, never to change. */
const NAMESPACE = "d3b4f0a1-5c62-5e0b-9a7d-1f0e8c7b6a59";

/**
 * The GUID of a role of our own: a directory knows each once, so that every environment has its own.
 *
 * @param owner `<vendor>/<application>/<environment>`
 */
export const customRoleId = (name: CustomRoleName, owner: string): string => uuidv5(`${owner}/${name}`, NAMESPACE);

export interface CustomRoleArgs {
    readonly role: CustomRoleName;
    /** `<vendor>/<application>/<environment>`, part of the role's name: names are unique in a directory. */
    readonly owner: string;
    readonly subscriptionId: string;
    /** Ids of the resource groups in which it can be given. */
    readonly groups: readonly string[];
    /** The same groups: Azure looks for them. */
    readonly after: readonly pulumi.Resource[];
}

/** A role of our own, that can be given in the environment's resource groups and nowhere else. */
export function customRole(name: string, args: CustomRoleArgs, parent: pulumi.Resource): authorization.RoleDefinition {
    const { title, description, actions, notActions = [], dataActions = [] }: CustomRole = CUSTOM_ROLES[args.role];
    return new authorization.RoleDefinition(
        name,
        {
            roleDefinitionId: customRoleId(args.role, args.owner),
            roleName: `${title} (${args.owner.replaceAll("/", " ")})`,
            roleType: "CustomRole",
            description,
            scope: `/subscriptions/${args.subscriptionId}`,
            assignableScopes: [...args.groups],
            permissions: [
                {
                    actions: [...actions],
                    notActions: [...notActions],
                    dataActions: [...dataActions],
                    notDataActions: [],
                },
            ],
        },
        { parent, dependsOn: [...args.after] },
    );
}
