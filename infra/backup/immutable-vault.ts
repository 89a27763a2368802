import * as dataprotection from "@pulumi/azure-native/dataprotection";
import type * as pulumi from "@pulumi/pulumi";
import { type Place, tagsFor } from "../place";
import { hasEuPair } from "../regions";

/**
 * `Unlocked` can be taken back by an administrator; `Locked` by nobody, ever: the vault then stays until its last backup ends. Whether
 * Azure takes a vault that is `Locked` from its creation, rather than from `Unlocked`, is not verified [U].
 */
export type Immutability = "Unlocked" | "Locked";

/** Days that a deleted backup can be brought back: Azure takes 14 to 180, and charges from the fifteenth. */
const SOFT_DELETE_DAYS = 30;

/** A backup vault whose backups cannot be deleted before their time, copied within the European Union. */
export function immutableVault(
    name: string,
    args: { readonly place: Place; readonly immutability: Immutability },
    parent: pulumi.Resource,
): dataprotection.BackupVault {
    const { place, immutability } = args;
    // The copy goes to the region's pair, nowhere else; redundancy cannot change once a backup is registered.
    const geo = hasEuPair(place.region, place);
    return new dataprotection.BackupVault(
        name,
        {
            vaultName: place.naming.local("backupVault", place.region),
            resourceGroupName: place.resourceGroupName,
            location: place.region,
            // Vaulted backup of blobs does not work with a user-assigned identity.
            identity: { type: "SystemAssigned" },
            properties: {
                storageSettings: [{ datastoreType: "VaultStore", type: geo ? "GeoRedundant" : "ZoneRedundant" }],
                securitySettings: {
                    immutabilitySettings: { state: immutability },
                    softDeleteSettings: { state: "On", retentionDurationInDays: SOFT_DELETE_DAYS },
                },
                featureSettings: {
                    // Restoring elsewhere would be a way out of the environment.
                    crossSubscriptionRestoreSettings: { state: "Disabled" },
                    // Only a geo-redundant vault knows it. Without it the copy in the pair opens when Microsoft declares a disaster.
                    ...(geo ? { crossRegionRestoreSettings: { state: "Enabled" } } : {}),
                },
                monitoringSettings: { azureMonitorAlertSettings: { alertsForAllJobFailures: "Enabled" } },
            },
            tags: tagsFor(place, "customer"),
        },
        { parent, protect: place.protect },
    );
}
