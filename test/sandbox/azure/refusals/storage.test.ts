import { STORAGE_REFUSALS } from "../../../../sandbox/azure/refusals/storage";
import { describeRefusals } from "./describe-refusals";
import type { Asked } from "./played-street";

const service = (change: Asked["change"]): Asked => ({
    method: "PUT",
    type: "storage:BlobServiceProperties",
    name: "documents-recovery",
    change,
});
const account = (minimumTlsVersion: string): Asked => ({
    method: "PUT",
    type: "storage:StorageAccount",
    name: "documents-account",
    change: { minimumTlsVersion },
});
const container = (publicAccess: string): Asked => ({
    method: "PUT",
    type: "storage:BlobContainer",
    name: "primary-hosting-packages-releases",
    change: { publicAccess },
});

describeRefusals("storage accounts", STORAGE_REFUSALS, {
    "blob-restore-needs-history": {
        refused: service({ isVersioningEnabled: false }),
        allowed: service({ isVersioningEnabled: false, restorePolicy: { enabled: false } }),
    },
    "blob-restore-days": {
        refused: service({
            deleteRetentionPolicy: { enabled: true, days: 30 },
            restorePolicy: { enabled: true, days: 30 },
        }),
        allowed: service({
            deleteRetentionPolicy: { enabled: true, days: 30 },
            restorePolicy: { enabled: true, days: 29 },
        }),
    },
    "blob-restore-permanent-delete": {
        refused: service({ deleteRetentionPolicy: { allowPermanentDelete: true, enabled: true, days: 365 } }),
        allowed: service({ deleteRetentionPolicy: { allowPermanentDelete: false, enabled: true, days: 365 } }),
    },
    "storage-tls13": { refused: account("TLS1_3"), allowed: account("TLS1_2") },
    "container-public-access": {
        refused: container("Blob"),
        allowed: container("None"),
        message: "Public access is not permitted on this storage account.",
    },
});
