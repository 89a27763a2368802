import * as dataprotection from "@pulumi/azure-native/dataprotection";
import * as pulumi from "@pulumi/pulumi";
import { roleGrant } from "../access/role-grant";
import { diagnostics } from "../monitoring/diagnostics";
import { type Place, tagsFor } from "../place";
import { deletionLock } from "../protection/deletion-lock";
import { Refusal } from "../refusal";
import { requireEuRegion } from "../regions";
import { blobBackup } from "./blob-backup";
import { dailySchedule } from "./daily-schedule";
import { type Immutability, immutableVault } from "./immutable-vault";

export interface DailyBackupArgs {
    /** The region of the store: Azure Backup does not reach another one. */
    readonly place: Place;
    readonly workspaceId: pulumi.Input<string>;
    readonly storeId: pulumi.Input<string>;
    readonly storeName: pulumi.Input<string>;
    /** Names of the containers to back up: 1 to 100. */
    readonly containers: readonly string[];
    /** What must exist first: the store with its containers, which Azure looks for when the backup is set up. */
    readonly after: readonly pulumi.Resource[];
    /** Days that each backup is kept: 30 to 3650. */
    readonly retentionDays: number;
    readonly immutability: Immutability;
    /** Names the vault's right on the store in the access matrix. */
    readonly grantKey: string;
}

/** The vault's log categories. Source: Microsoft, "Supported logs for Microsoft.DataProtection/BackupVaults". */
const LOGS = ["AddonAzureBackupJobs", "AddonAzureBackupPolicy", "AddonAzureBackupProtectedInstance", "CoreAzureBackup"];

/**
 * A nightly copy of a store's containers in a vault of Azure Backup, apart from the store itself.
 *
 * @throws Refusal for a region outside the European Union, fewer than 1 or more than 100 containers, and retention that is
 * too short to promise or too long for Azure.
 */
export class DailyBackup extends pulumi.ComponentResource {
    readonly vaultId: pulumi.Output<string>;
    /** What backs the store up, after the vault's right on it. */
    readonly backup: pulumi.Resource;

    constructor(name: string, args: DailyBackupArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:DailyBackup", name, {}, opts);
        requireEuRegion(args.place.region, args.place);
        requirePromise(args);
        const vault = immutableVault(`${name}-vault`, args, this);
        const policy = this.policy(name, args, vault);
        const grant = this.grant(name, args, vault);
        this.backup = this.instance(name, args, vault, policy, grant);
        const log = this.log(name, args, vault);
        if (args.place.protect) {
            // The backup stands after its policy.
            const inside = [this.backup, log];
            deletionLock(`${name}-lock`, { scope: vault.id, inside, notes: "Holds backups of documents." }, this);
        }
        this.vaultId = vault.id;
        this.registerOutputs({ vaultId: this.vaultId });
    }

    private policy(
        name: string,
        { place, retentionDays }: DailyBackupArgs,
        vault: dataprotection.BackupVault,
    ): dataprotection.BackupPolicy {
        return new dataprotection.BackupPolicy(
            `${name}-policy`,
            {
                backupPolicyName: place.naming.local("backupPolicy", place.region, "documents"),
                vaultName: vault.name,
                resourceGroupName: place.resourceGroupName,
                properties: dailySchedule(retentionDays),
            },
            { parent: this, protect: place.protect },
        );
    }

    private grant(name: string, { place, storeId, grantKey }: DailyBackupArgs, vault: dataprotection.BackupVault) {
        // The id makes the answer unknown until the vault exists: before that, its identity has a type and no principal.
        const principalId = pulumi
            .all([vault.id, vault.identity])
            .apply(([, identity]) => identity?.principalId as string);
        const reason = "The backup vault reads the documents and sets up their replication into the vault.";
        return roleGrant(
            `${name}-grant`,
            {
                role: "storageAccountBackupContributor",
                subscriptionId: place.subscriptionId,
                principalId,
                scope: storeId,
                key: grantKey,
                reason,
            },
            this,
        );
    }

    private instance(
        name: string,
        { place, storeId, storeName, containers, after }: DailyBackupArgs,
        vault: dataprotection.BackupVault,
        policy: dataprotection.BackupPolicy,
        grant: pulumi.Resource,
    ): dataprotection.BackupInstance {
        return new dataprotection.BackupInstance(
            `${name}-instance`,
            {
                backupInstanceName: storeName,
                vaultName: vault.name,
                resourceGroupName: place.resourceGroupName,
                properties: blobBackup({ storeId, storeName, region: place.region, policyId: policy.id, containers }),
                tags: tagsFor(place, "customer"),
            },
            // A fresh grant may take half an hour to be seen; until then Azure answers UserErrorMissingRequiredPermissions.
            { parent: this, protect: place.protect, dependsOn: [grant, ...after] },
        );
    }

    private log(name: string, { workspaceId }: DailyBackupArgs, vault: dataprotection.BackupVault) {
        // Its metrics cannot be exported by a diagnostic setting (not tried on a real vault).
        return diagnostics(
            `${name}-logs`,
            { resourceUri: vault.id, workspaceId, categories: LOGS, metrics: false },
            this,
        );
    }
}

function requirePromise({ containers, retentionDays }: DailyBackupArgs): void {
    const mistakes: string[] = [];
    if (containers.length === 0) {
        // Azure answers UserErrorNoContainersSelectedForOperation.
        mistakes.push("containers: expected at least one, since Azure refuses a backup of none; add a tenant first");
    }
    if (containers.length > 100) {
        mistakes.push(`containers: a vaulted backup holds at most 100, got ${containers.length}; start another store`);
    }
    if (!Number.isInteger(retentionDays) || retentionDays < 30 || retentionDays > 3650) {
        mistakes.push(`retentionDays: expected a whole number from 30 to 3650, got ${retentionDays}`);
    }
    if (mistakes.length > 0) {
        throw new Refusal(mistakes.join("; "));
    }
}
