import type { ResourceType } from "../../arm/resource-type";
import { resourceType } from "../../arm/resource-types";

/**
 * Inputs beside those of the path that azure-native cannot change in place: marked with `x-ms-mutability` in Microsoft's specifications, or listed
 * by hand in azure-native's replacement.go. Nested properties do not replace what they stand in. That `location` is marked for every tracked
 * resource is taken from Microsoft's common types and not read for each service [U].
 */
const CREATE_ONLY: Readonly<Record<string, readonly string[]>> = {
    "azure-native:applicationinsights:Component": ["location"],
    // All of it: azure-native's custom_pim_eligibility.go.
    "azure-native:authorization:PimRoleEligibilitySchedule": [
        "condition",
        "conditionVersion",
        "justification",
        "principalId",
        "roleDefinitionId",
        "scheduleInfo",
        "targetRoleEligibilityScheduleId",
        "targetRoleEligibilityScheduleInstanceId",
        "ticketInfo",
    ],
    "azure-native:authorization:RoleAssignment": ["principalId", "scope"],
    "azure-native:dataprotection:BackupVault": ["location"],
    "azure-native:managedidentity:UserAssignedIdentity": ["location"],
    "azure-native:network:PrivateEndpoint": ["subnet"],
    "azure-native:network:PublicIPAddress": ["location", "publicIPAddressVersion", "publicIPPrefix", "sku"],
    "azure-native:network:VirtualNetwork": ["location"],
    "azure-native:operationalinsights:Workspace": ["location"],
    "azure-native:privatedns:PrivateZone": ["location"],
    "azure-native:privatedns:VirtualNetworkLink": ["location"],
    "azure-native:resources:ResourceGroup": ["location"],
    "azure-native:sql:Database": [
        "catalogCollation",
        "collation",
        "createMode",
        "identity",
        "location",
        "longTermRetentionBackupResourceId",
        "recoverableDatabaseId",
        "recoveryServicesRecoveryPointId",
        "restorableDroppedDatabaseId",
        "restorePointInTime",
        "sampleName",
        "sourceDatabaseDeletionDate",
        "sourceDatabaseId",
        "sourceResourceId",
    ],
    "azure-native:sql:ElasticPool": ["location"],
    "azure-native:sql:FailoverGroup": ["partnerServers"],
    "azure-native:sql:Server": ["administratorLogin", "administrators", "location"],
    "azure-native:storage:StorageAccount": ["immutableStorageWithVersioning", "isHnsEnabled", "location"],
    "azure-native:web:AppServicePlan": ["location"],
    "azure-native:web:Certificate": ["location"],
    "azure-native:web:WebApp": ["kind", "location"],
};

/** Every input of a type whose change replaces the resource: what forms its path, and what Azure takes only at its creation. */
export function replacingInputs(type: string): ReadonlySet<string> {
    return new Set([...pathInputs(resourceType(type)), ...(CREATE_ONLY[type] ?? [])]);
}

/** The inputs that say what a resource is called and where it lives. */
export function pathInputs(row: ResourceType): readonly string[] {
    const names = row.names.flatMap((segment) =>
        typeof segment === "string" ? [segment] : "input" in segment ? [segment.input] : [],
    );
    const place =
        row.scope === undefined ? ["resourceGroupName"] : row.scope === "subscription" ? [] : [row.scope.input];
    return [...names, ...place];
}
