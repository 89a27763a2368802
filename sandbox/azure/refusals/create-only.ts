import type { Refusal } from "../refusal";
import { badRequest } from "./answers";
import { valueAt } from "./body";
import { sqlSpec } from "./sources";

interface CreateOnly {
    readonly id: string;
    readonly what: string;
    readonly type: string;
    readonly path: string;
    readonly code: string;
    /** Azure's words, where they are known. */
    readonly message?: string;
    readonly source: string;
    /** What Azure takes where the body says nothing. */
    readonly otherwise?: unknown;
    /** True where a body that says nothing asks for that, also later; else it leaves the object as it is. */
    readonly restated?: boolean;
}

const ASSIGNMENT = {
    type: "Microsoft.Authorization/roleAssignments",
    code: "RoleAssignmentUpdateNotPermitted",
    message: "Tenant ID, application ID, principal ID, and scope are not allowed to be updated.",
    source: 'Microsoft, "Troubleshoot Azure RBAC": the properties of an existing role assignment cannot be changed',
} as const;
const SDK_LEDGER = "documentation of sql.Database in @pulumi/azure-native 3.28; code [U]";

/** What Azure takes only when an object is made: a later write with another value is refused; one that leaves it out is not, but for the plan. */
export const CREATE_ONLY: readonly CreateOnly[] = [
    {
        id: "database-catalog-collation",
        what: "A database's catalog collation",
        type: "Microsoft.Sql/servers/databases",
        path: "properties.catalogCollation",
        code: "InvalidCollationChange",
        source: `${sqlSpec("Databases")} (x-ms-mutability); code [U]`,
    },
    {
        id: "database-collation",
        what: "A database's collation",
        type: "Microsoft.Sql/servers/databases",
        path: "properties.collation",
        code: "InvalidCollationChange",
        source: `${sqlSpec("Databases")} (x-ms-mutability); code [U]`,
    },
    {
        id: "database-ledger",
        what: "A database's ledger",
        type: "Microsoft.Sql/servers/databases",
        path: "properties.isLedgerOn",
        code: "CannotUpdateIsLedgerDatabase",
        source: SDK_LEDGER,
        otherwise: false,
    },
    {
        id: "failover-group-partner",
        what: "A failover group's partner",
        type: "Microsoft.Sql/servers/failoverGroups",
        path: "properties.partnerServers",
        code: "FailoverGroupCreateOrUpdateRequestReadOnlyPropertyModified",
        message:
            "The create or update failover group request body should not modify the read-only property 'partnerServers'.",
        source: `${sqlSpec("FailoverGroups")}; that the partner is such a property [U]`,
    },
    {
        id: "private-endpoint-subnet",
        what: "A private endpoint's subnet",
        type: "Microsoft.Network/privateEndpoints",
        path: "properties.subnet.id",
        code: "SubnetChangeNotAllowed",
        source: "pulumi/pulumi-azure-native, replacement.go; code [U]",
    },
    {
        id: "role-assignment-principal",
        what: "A role assignment's principal",
        path: "properties.principalId",
        ...ASSIGNMENT,
    },
    {
        id: "role-assignment-role",
        what: "A role assignment's role",
        path: "properties.roleDefinitionId",
        ...ASSIGNMENT,
        source: `${ASSIGNMENT.source}; azure-native tries it all the same, and the message does not name the role [U]`,
    },
    {
        id: "plan-system",
        what: "Whether an App Service plan runs Linux",
        type: "Microsoft.Web/serverfarms",
        path: "properties.reserved",
        code: "BadRequest",
        message:
            "You cannot change the OS hosting your app at this time. Please recreate your app with the desired OS.",
        source: "cloud-custodian/cloud-custodian#4556 (also when it is left out); Azure/bicep#2377",
        otherwise: false,
        restated: true,
    },
    {
        id: "sql-server-login",
        what: "A SQL server's administrator login",
        type: "Microsoft.Sql/servers",
        path: "properties.administratorLogin",
        code: "InvalidParameterValue",
        source: `${sqlSpec("Servers")} (x-ms-mutability); code [U]`,
    },
    {
        id: "storage-hierarchical",
        what: "A storage account's hierarchical namespace",
        type: "Microsoft.Storage/storageAccounts",
        path: "properties.isHnsEnabled",
        code: "AccountPropertyCannotBeUpdated",
        message: "The property 'isHnsEnabled' was specified in the input, but it cannot be updated as it is read-only.",
        source: "pulumi/pulumi-azure-native, replacement.go; Microsoft, storage resource provider, error codes",
        otherwise: false,
    },
    {
        id: "storage-immutability",
        what: "A storage account's immutability with versioning",
        type: "Microsoft.Storage/storageAccounts",
        path: "properties.immutableStorageWithVersioning.enabled",
        code: "AccountPropertyCannotBeUpdated",
        source: "Azure/azure-rest-api-specs, Microsoft.Storage 2024-01-01 (create-only); code [U]",
        otherwise: false,
    },
    {
        id: "vault-retention",
        what: "The days that a vault keeps what is deleted",
        type: "Microsoft.KeyVault/vaults",
        path: "properties.softDeleteRetentionInDays",
        code: "BadRequest",
        message: `The property "softDeleteRetentionInDays" has been set already and it can't be modified.`,
        source: "MicrosoftDocs/azure-docs#110047; hashicorp/terraform-provider-azurerm, key_vault_resource.go",
        otherwise: 90,
    },
];

export const CREATE_ONLY_REFUSALS: readonly Refusal[] = CREATE_ONLY.map(
    ({ id, what, type, path, code, message, source, otherwise, restated }) => ({
        id: `fixed-${id}`,
        title: `${what} cannot be changed after creation.`,
        source,
        types: [type],
        methods: ["PUT"],
        judge: ({ arm, existing }) => {
            const after = valueAt(arm.body, path) ?? (restated ? otherwise : undefined);
            const before = valueAt(existing?.body, path) ?? otherwise;
            return existing === undefined ||
                !existing.declared ||
                after === undefined ||
                before === undefined ||
                same(before, after)
                ? undefined
                : badRequest(
                      code,
                      message ??
                          `The property '${path}' of '${arm.name}' cannot be changed from '${shown(before)}' to '${shown(after)}'.`,
                  );
        },
    }),
);

const shown = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
const same = (a: unknown, b: unknown): boolean => shown(a).toLowerCase() === shown(b).toLowerCase();
