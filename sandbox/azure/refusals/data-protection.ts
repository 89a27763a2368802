import type { Cloud, CloudObject } from "../cloud";
import type { CloudRequest, Refusal } from "../refusal";
import { badRequest } from "./answers";
import { numberAt, objectsAt, textAt, textsAt, valueAt } from "./body";
import { childrenOf, parentId, within } from "./ids";
import { UNVERIFIED } from "./sources";

const VAULTS = ["Microsoft.DataProtection/backupVaults"];
const INSTANCES = ["Microsoft.DataProtection/backupVaults/backupInstances"];
const methods = ["PUT"] as const;
const TROUBLE = 'Microsoft, "Troubleshoot Azure Blob backup"';
const MOST_CONTAINERS = 100;

const sourceOf = ({ arm }: CloudRequest, cloud: Cloud): CloudObject | undefined =>
    cloud.get(textAt(arm.body, "properties.dataSourceInfo.resourceID") ?? "");
const containerLists = ({ arm }: CloudRequest) =>
    objectsAt(arm.body, "properties.policyInfo.policyParameters.backupDatasourceParametersList[]");
const containers = (request: CloudRequest): readonly string[] =>
    containerLists(request).flatMap((list) => textsAt(list, "containersList[]"));
const immutability = (body: CloudObject["body"] | undefined): string | undefined =>
    textAt(body, "properties.securitySettings.immutabilitySettings.state");
const redundancy = (body: CloudObject["body"] | undefined): string =>
    textsAt(body, "properties.storageSettings[].type").join();

export const DATA_PROTECTION_REFUSALS: readonly Refusal[] = [
    {
        id: "backup-vault-unlocked-again",
        title: "A backup vault whose immutability is locked stays so.",
        source: 'Microsoft, "Immutable vault for Azure Backup"; code and message [U]',
        types: VAULTS,
        methods,
        judge: ({ arm, existing }) =>
            immutability(existing?.body) === "Locked" && immutability(arm.body) !== "Locked"
                ? badRequest(
                      "UserErrorImmutabilityStateTransitionNotAllowed",
                      "The immutability of a vault that is locked cannot be changed.",
                  )
                : undefined,
    },
    {
        id: "backup-vault-redundancy-fixed",
        title: "A backup vault's redundancy cannot change once something is backed up in it.",
        source: 'Microsoft, "Create and delete Backup vaults"; code and message [U]',
        types: VAULTS,
        methods,
        judge: ({ id, arm, existing }, cloud) =>
            existing !== undefined &&
            redundancy(existing.body) !== redundancy(arm.body) &&
            childrenOf(cloud, id, INSTANCES[0] ?? "").length > 0
                ? badRequest(
                      "UserErrorStorageSettingsChangeNotAllowed",
                      "The storage settings of a vault with backup instances cannot be changed.",
                  )
                : undefined,
    },
    {
        id: "backup-vault-cross-region",
        title: "Only a geo-redundant backup vault restores across regions.",
        source: 'Microsoft, "Cross Region Restore for Azure Backup"; code and message [U]',
        types: VAULTS,
        methods,
        judge: ({ arm }) =>
            textAt(arm.body, "properties.featureSettings.crossRegionRestoreSettings.state") === "Enabled" &&
            redundancy(arm.body) !== "GeoRedundant"
                ? badRequest(
                      "UserErrorCrossRegionRestoreNotSupported",
                      "Cross region restore needs a vault with geo-redundant storage.",
                  )
                : undefined,
    },
    {
        id: "backup-vault-soft-delete-days",
        title: "A backup vault keeps deleted backups for 14 to 180 days.",
        source: 'Microsoft, "Enhanced soft delete for Azure Backup"; code and message [U]',
        types: VAULTS,
        methods,
        judge: ({ arm }) => {
            const days = numberAt(arm.body, "properties.securitySettings.softDeleteSettings.retentionDurationInDays");
            return days === undefined || (days >= 14 && days <= 180)
                ? undefined
                : badRequest(
                      "UserErrorInvalidSoftDeleteRetention",
                      `The soft delete retention must be between 14 and 180 days, got ${days}.`,
                  );
        },
    },
    {
        id: "backup-vault-not-empty",
        title: "A backup vault that backs something up cannot be deleted.",
        source: 'Microsoft, "Create and delete Backup vaults"; code and message [U]',
        types: VAULTS,
        methods: ["DELETE"],
        judge: ({ id }, cloud) =>
            childrenOf(cloud, id, INSTANCES[0] ?? "").length > 0
                ? badRequest(
                      "UserErrorVaultHasBackupInstances",
                      "The vault cannot be deleted: there are existing backup instances within the vault.",
                  )
                : undefined,
    },
    {
        id: "backup-instance-permission",
        title: "A backup vault's identity needs a role on what it backs up.",
        source: `${TROUBLE}: UserErrorMissingRequiredPermissions`,
        types: INSTANCES,
        methods,
        judge: (request, cloud) => {
            const source = sourceOf(request, cloud);
            const identity = cloud.get(parentId(request.id))?.outputs.identity as
                | { readonly principalId?: string }
                | undefined;
            const granted = cloud
                .all("Microsoft.Authorization/roleAssignments")
                .some(
                    (one) =>
                        source &&
                        textAt(one.body, "properties.principalId") === identity?.principalId &&
                        within(source.id, one.id.slice(0, one.id.lastIndexOf("/providers/"))),
                );
            return source === undefined || granted
                ? undefined
                : badRequest(
                      "UserErrorMissingRequiredPermissions",
                      "Appropriate permissions to perform the operation is missing.",
                  );
        },
    },
    {
        id: "backup-instance-replication",
        title: "A vaulted backup of blobs needs an account that allows replication to other directories.",
        source: `${TROUBLE}: UserErrorCrossTenantOrsPolicyDisabled`,
        types: INSTANCES,
        methods,
        judge: (request, cloud) =>
            containers(request).length > 0 &&
            valueAt(sourceOf(request, cloud)?.body, "properties.allowCrossTenantReplication") === false
                ? badRequest(
                      "UserErrorCrossTenantOrsPolicyDisabled",
                      "Cross-tenant object replication is disabled on the storage account.",
                  )
                : undefined,
    },
    {
        id: "backup-instance-hierarchical",
        title: "A storage account with a hierarchical namespace cannot be backed up as blobs.",
        source: 'Microsoft, "Support matrix for Azure Blobs backup"; code and message [U]',
        types: INSTANCES,
        methods,
        judge: (request, cloud) =>
            valueAt(sourceOf(request, cloud)?.body, "properties.isHnsEnabled") === true
                ? badRequest(
                      "UserErrorHnsEnabledAccountNotSupported",
                      "Storage accounts with hierarchical namespace are not supported.",
                  )
                : undefined,
    },
    {
        id: "backup-instance-containers",
        title: `A vaulted backup of blobs holds 1 to ${MOST_CONTAINERS} containers.`,
        source: `${TROUBLE}: UserErrorNoContainersSelectedForOperation; the code for too many [U]`,
        types: INSTANCES,
        methods,
        judge: (request) => {
            const count = containers(request).length;
            return containerLists(request).length === 0 || (count >= 1 && count <= MOST_CONTAINERS)
                ? undefined
                : badRequest(
                      count === 0 ? "UserErrorNoContainersSelectedForOperation" : "UserErrorMaxContainersLimitExceeded",
                      `A backup instance protects 1 to ${MOST_CONTAINERS} containers, got ${count}.`,
                  );
        },
    },
    {
        id: "backup-instance-container-missing",
        title: "The containers of a vaulted backup exist.",
        source: UNVERIFIED,
        types: INSTANCES,
        methods,
        judge: (request, cloud) => {
            const source = sourceOf(request, cloud);
            const lost =
                source &&
                containers(request).find(
                    (name) => cloud.get(`${source.id}/blobServices/default/containers/${name}`) === undefined,
                );
            return lost === undefined
                ? undefined
                : badRequest(
                      "UserErrorContainerNotFoundInStorageAccount",
                      `The container '${lost}' was not found in the storage account.`,
                  );
        },
    },
];
