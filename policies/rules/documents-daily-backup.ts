import { BACKUP_INSTANCE, BACKUP_POLICY, BACKUP_VAULT, BLOB_CONTAINER, STORAGE_ACCOUNT } from "../azure-types";
import { judgeVault } from "../backup-vaults";
import type { PackConfig } from "../config";
import { tag } from "../data-class";
import { daysOf } from "../duration";
import { UndecidedError } from "../marks";
import type { Props, ResourceView } from "../model";
import { type Report, stackRule } from "../rule";
import { list, show, text } from "../show";
import { tenantContainersOf } from "../tenant-containers";

/** Judges accounts that hold what customers keep with us; one that does not say what it holds counts as such. */
export const documentsDailyBackup = stackRule([STORAGE_ACCOUNT], (account, report, { stack, config }) => {
    const dataClass = tag(account, "dataClass") ?? "";
    if (["none", "operational", "transient"].includes(dataClass)) {
        for (const { name } of tenantContainersOf(account, stack)) {
            report(`tags.dataClass is '${dataClass}', and container ${name} is a customer's`);
        }
        return;
    }
    const instances = stack.referrers(account, "properties", BACKUP_INSTANCE);
    if (instances.length === 0) {
        report("holds customers' data and is in no backup vault");
        return;
    }
    instances.forEach((instance) => {
        judgeInstance(instance, report, config);
    });
    judgeContainers(stack.referrers(account, "accountName", BLOB_CONTAINER), instances, report);
});

function judgeInstance(instance: ResourceView, report: Report, config: PackConfig): void {
    const policies = instance.references("properties", BACKUP_POLICY);
    if (!policies.some(isDaily)) {
        report("no backup policy of it runs every day into the vault");
    }
    if (!policies.some((policy) => shortestRetention(policy) >= config.documentBackupDays)) {
        report(`no backup policy of it keeps backups in the vault for ${config.documentBackupDays} days`);
    }
    const vaults = instance.references("vaultName", BACKUP_VAULT);
    if (vaults.length === 0) {
        throw new UndecidedError("its backup vault is not in the plan");
    }
    vaults.forEach((vault) => {
        judgeVault(vault, report, config);
    });
    // Azure says so of what is deployed; nobody asks for it.
    const state = instance.props.properties?.currentProtectionState;
    if (!["ConfiguringProtection", "ProtectionConfigured", null, undefined].includes(state)) {
        report(`its backup has currentProtectionState ${show(state)}`);
    }
}

/** Vaulted backup takes the containers that it is told, and no other. */
function judgeContainers(
    containers: readonly ResourceView[],
    instances: readonly ResourceView[],
    report: Report,
): void {
    const parameters = instances.flatMap(({ props }) =>
        list(props.properties?.policyInfo?.policyParameters?.backupDatasourceParametersList),
    );
    if (parameters.some((each) => each?.autoProtectionSettings?.enabled === true)) {
        return;
    }
    const told = parameters.flatMap((each) => [...list(each?.containersList)]);
    if (told.length === 0) {
        report("its backup holds no container");
    }
    for (const { name } of containers.filter(({ props }) => !told.includes(text(props.containerName)))) {
        report(`its backup leaves out container ${name}`);
    }
}

/** A repeating interval of one day or less: `R/2024-01-01T02:00:00+00:00/P1D`. */
const isDaily = (policy: ResourceView): boolean =>
    rulesOf(policy, "AzureBackupRule").some(
        (rule) =>
            isVault(rule.dataStore) &&
            list(rule.trigger?.schedule?.repeatingTimeIntervals).some((interval) =>
                /\/(P1D|PT([1-9]|1\d|2[0-4])H)$/.test(text(interval)),
            ),
    );

/** The shortest of its retentions in days; none is kept for no day. */
function shortestRetention(policy: ResourceView): number {
    const lifecycles = rulesOf(policy, "AzureRetentionRule")
        .flatMap((rule) => list(rule.lifecycles))
        .filter((each) => isVault(each?.sourceDataStore));
    return lifecycles.length === 0 ? 0 : Math.min(...lifecycles.map((each) => daysOf(each?.deleteAfter?.duration)));
}

/** The operational store is the account itself: who empties one empties the other. */
const isVault = (store: Props | undefined): boolean => store?.dataStoreType === "VaultStore";

const rulesOf = ({ props }: ResourceView, objectType: string): readonly Props[] =>
    list(props.properties?.policyRules).filter((rule) => rule?.objectType === objectType);
