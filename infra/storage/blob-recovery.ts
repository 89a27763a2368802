import type * as storage from "@pulumi/azure-native/storage";
import { Refusal } from "../refusal";

/** How long what was deleted or overwritten in a storage account can be brought back. */
export interface BlobRecovery {
    /** Days that deleted blobs, versions and containers are kept: 1 to 365. */
    readonly softDeleteDays: number;
    /** Days back to which all containers can be restored at once, less than `softDeleteDays`; no such restore when left out. */
    readonly pointInTimeDays?: number;
}

type RecoverySettings = Pick<
    storage.BlobServicePropertiesArgs,
    "isVersioningEnabled" | "changeFeed" | "deleteRetentionPolicy" | "containerDeleteRetentionPolicy" | "restorePolicy"
>;

/**
 * The blob service's settings for a recovery. Every policy is stated, also one that is off: the service is a singleton, and
 * what a deployment leaves out is off in Azure.
 *
 * @throws Refusal for days that Azure refuses, naming all of them.
 */
export function recoverySettings(recovery: BlobRecovery): RecoverySettings {
    requireDays(recovery);
    const { softDeleteDays: days, pointInTimeDays } = recovery;
    return {
        isVersioningEnabled: true,
        // Point-in-time restore and Azure Backup's object replication both read it.
        changeFeed: { enabled: true },
        // Azure refuses permanent deletion next to a restore policy; nobody needs it here either.
        deleteRetentionPolicy: { enabled: true, days, allowPermanentDelete: false },
        containerDeleteRetentionPolicy: { enabled: true, days },
        restorePolicy: pointInTimeDays === undefined ? { enabled: false } : { enabled: true, days: pointInTimeDays },
    };
}

function requireDays({ softDeleteDays, pointInTimeDays }: BlobRecovery): void {
    const mistakes: string[] = [];
    if (!wholeFrom1(softDeleteDays) || softDeleteDays > 365) {
        mistakes.push(`softDeleteDays: expected a whole number from 1 to 365, got ${softDeleteDays}`);
    }
    if (pointInTimeDays !== undefined && (!wholeFrom1(pointInTimeDays) || pointInTimeDays >= softDeleteDays)) {
        mistakes.push(
            `pointInTimeDays: expected a whole number from 1, less than softDeleteDays (${softDeleteDays}), got ${pointInTimeDays}`,
        );
    }
    if (mistakes.length > 0) {
        throw new Refusal(mistakes.join("; "));
    }
}

const wholeFrom1 = (days: number): boolean => Number.isInteger(days) && days >= 1;
