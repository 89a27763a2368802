import { DATA_PROTECTION_REFUSALS } from "../../../../sandbox/azure/refusals/data-protection";
import { describeRefusals } from "./describe-refusals";
import type { Asked, PlayedStreet } from "./played-street";

type Properties = Readonly<Record<string, unknown>>;

const changed = (type: string, name: string, properties: Properties, change: Properties = {}): Asked => ({
    method: "PUT",
    type,
    name,
    change: (inputs) => ({
        ...inputs,
        ...change,
        properties: { ...(inputs.properties as Properties), ...properties },
    }),
});

const vault = (properties: Properties, change?: Properties): Asked =>
    changed("dataprotection:BackupVault", "documents-backup-vault", properties, change);

const NEW = { vaultName: "bvault-new" };
const redundancy = (type: string): Properties => ({ storageSettings: [{ datastoreType: "VaultStore", type }] });
const crossRegion = (state: string): Properties => ({ featureSettings: { crossRegionRestoreSettings: { state } } });
const immutability = (state: string): Properties => ({
    securitySettings: { immutabilitySettings: { state }, softDeleteSettings: { state: "On" } },
});
const keeping = (retentionDurationInDays: number): Properties => ({
    securitySettings: { softDeleteSettings: { state: "On", retentionDurationInDays } },
});

const instance = (properties: Properties): Asked =>
    changed("dataprotection:BackupInstance", "documents-backup-instance", properties);

const account = (change: Properties): Asked => ({
    method: "PUT",
    type: "storage:StorageAccount",
    name: "documents-account",
    change,
});

/** The backup of other containers; of the account as a whole where none are named. */
const backupOf = (containersList?: (planned: readonly string[]) => readonly string[]): Asked => ({
    method: "PUT",
    type: "dataprotection:BackupInstance",
    name: "documents-backup-instance",
    change: (inputs) => {
        const properties = inputs.properties as Properties;
        const policyInfo = properties.policyInfo as {
            readonly policyParameters: {
                readonly backupDatasourceParametersList: readonly { readonly containersList: readonly string[] }[];
            };
        };
        const list = policyInfo.policyParameters.backupDatasourceParametersList.map((one) => ({
            ...one,
            containersList: containersList?.(one.containersList),
        }));
        const policyParameters = containersList ? { backupDatasourceParametersList: list } : {};
        return { ...inputs, properties: { ...properties, policyInfo: { ...policyInfo, policyParameters } } };
    },
});

/** The backup of another account as a whole. */
const sourceIn =
    (accountName: string) =>
    (street: PlayedStreet): Asked =>
        instance({
            dataSourceInfo: {
                resourceID: street.idOf("storage:StorageAccount", "documents-account", { accountName }),
            },
            policyInfo: { policyId: street.idOf("dataprotection:BackupPolicy", "documents-backup-policy") },
        });

const rightOn =
    (accountName: string, roleAssignmentName: string) =>
    (street: PlayedStreet): Asked => ({
        method: "PUT",
        type: "authorization:RoleAssignment",
        name: "documents-backup-grant",
        change: {
            scope: street.idOf("storage:StorageAccount", "documents-account", { accountName }),
            roleAssignmentName,
        },
    });

describeRefusals("backup vaults", DATA_PROTECTION_REFUSALS, {
    "backup-vault-unlocked-again": {
        given: [vault(immutability("Locked"))],
        refused: vault(immutability("Unlocked")),
        allowed: vault(immutability("Locked"), { tags: {} }),
    },
    "backup-vault-redundancy-fixed": {
        refused: vault({ ...redundancy("ZoneRedundant"), ...crossRegion("Disabled") }),
        allowed: vault({ ...redundancy("ZoneRedundant"), ...crossRegion("Disabled") }, NEW),
    },
    "backup-vault-cross-region": {
        refused: vault({ ...redundancy("ZoneRedundant"), ...crossRegion("Enabled") }, NEW),
        allowed: vault({ ...redundancy("GeoRedundant"), ...crossRegion("Enabled") }, NEW),
    },
    "backup-vault-soft-delete-days": { refused: vault(keeping(13)), allowed: vault(keeping(14)), message: "got 13" },
    "backup-vault-not-empty": {
        given: [vault({}, NEW)],
        refused: { ...vault({}), method: "DELETE" },
        allowed: { ...vault({}, NEW), method: "DELETE" },
    },
    "backup-instance-permission": {
        given: [
            account({ accountName: "stforeign" }),
            account({ accountName: "stgranted" }),
            rightOn("stgranted", "8d2e6b91-3c5f-4a70-9b18-7f4c2d0e5a63"),
        ],
        refused: sourceIn("stforeign"),
        allowed: sourceIn("stgranted"),
        message: "permissions",
    },
    "backup-instance-replication": {
        given: [account({ allowCrossTenantReplication: false })],
        refused: backupOf((planned) => planned),
        allowed: backupOf(),
    },
    "backup-instance-hierarchical": {
        given: [
            account({ accountName: "sthierarchical", isHnsEnabled: true }),
            rightOn("sthierarchical", "8d2e6b91-3c5f-4a70-9b18-7f4c2d0e5a63"),
            account({ accountName: "stflat" }),
            rightOn("stflat", "1c7a4e58-6b2d-4f93-8e05-9a3d1b6c7f24"),
        ],
        refused: sourceIn("sthierarchical"),
        allowed: sourceIn("stflat"),
    },
    "backup-instance-containers": {
        refused: backupOf(() => []),
        allowed: backupOf((planned) => planned.slice(0, 1)),
        message: "got 0",
    },
    "backup-instance-container-missing": {
        refused: backupOf((planned) => [...planned, "lost"]),
        allowed: backupOf((planned) => planned),
        message: "The container 'lost' was not found",
    },
});
