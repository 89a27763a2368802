import type * as dataprotection from "@pulumi/azure-native/dataprotection";
import type * as pulumi from "@pulumi/pulumi";
import type { Region } from "../regions";
import { BLOBS } from "./daily-schedule";

export interface BlobBackupArgs {
    readonly storeId: pulumi.Input<string>;
    readonly storeName: pulumi.Input<string>;
    readonly region: Region;
    readonly policyId: pulumi.Input<string>;
    readonly containers: readonly string[];
}

/**
 * Which containers of a storage account are backed up by which policy. Shape: the quickstart that `dailySchedule` names.
 *
 * A container that is not in the list is not backed up; the list grows in place as tenants come.
 */
export function blobBackup(args: BlobBackupArgs): NonNullable<dataprotection.BackupInstanceArgs["properties"]> {
    const { storeId, storeName, region, policyId, containers } = args;
    const store = {
        resourceID: storeId,
        resourceUri: storeId,
        resourceName: storeName,
        resourceType: "Microsoft.Storage/storageAccounts",
        resourceLocation: region,
        datasourceType: BLOBS,
    };
    return {
        objectType: "BackupInstance",
        friendlyName: storeName,
        dataSourceInfo: { objectType: "Datasource", ...store },
        dataSourceSetInfo: { objectType: "DatasourceSet", ...store },
        policyInfo: {
            policyId,
            policyParameters: {
                backupDatasourceParametersList: [
                    { objectType: "BlobBackupDatasourceParameters", containersList: [...containers] },
                ],
            },
        },
    };
}
