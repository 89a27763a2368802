import type { Json } from "../../../arm/json";
import type { Refusal } from "../refusal";
import { badRequest, conflict } from "./answers";
import { numberAt, textAt, valueAt } from "./body";
import { SDK } from "./sources";

const SERVICE = ["Microsoft.Storage/storageAccounts/blobServices"];
const methods = ["PUT"] as const;
const RESTORE = 'Microsoft, "Point-in-time restore for block blobs"; code and message [U]';

const restores = (body: Json): boolean => valueAt(body, "properties.restorePolicy.enabled") === true;

export const STORAGE_REFUSALS: readonly Refusal[] = [
    {
        id: "blob-restore-needs-history",
        title: "Point-in-time restore needs versioning, the change feed and soft delete of blobs.",
        source: RESTORE,
        types: SERVICE,
        methods,
        judge: ({ arm: { body } }) =>
            restores(body) &&
            !["isVersioningEnabled", "changeFeed.enabled", "deleteRetentionPolicy.enabled"].every(
                (path) => valueAt(body, `properties.${path}`) === true,
            )
                ? badRequest(
                      "InvalidRequestPropertyValue",
                      "Restore policy requires versioning, change feed and delete retention to be enabled.",
                  )
                : undefined,
    },
    {
        id: "blob-restore-days",
        title: "Point-in-time restore reaches back fewer days than deleted blobs are kept.",
        source: RESTORE,
        types: SERVICE,
        methods,
        judge: ({ arm: { body } }) =>
            restores(body) &&
            (numberAt(body, "properties.restorePolicy.days") ?? 0) >=
                (numberAt(body, "properties.deleteRetentionPolicy.days") ?? Number.POSITIVE_INFINITY)
                ? badRequest(
                      "InvalidRequestPropertyValue",
                      "The number of days of the restore policy must be less than that of the delete retention policy.",
                  )
                : undefined,
    },
    {
        id: "blob-restore-permanent-delete",
        title: "Point-in-time restore is refused where blobs may be deleted for good.",
        source: `${SDK} (storage.BlobServiceProperties); code and message [U]`,
        types: SERVICE,
        methods,
        judge: ({ arm: { body } }) =>
            restores(body) && valueAt(body, "properties.deleteRetentionPolicy.allowPermanentDelete") === true
                ? badRequest(
                      "InvalidRequestPropertyValue",
                      "Permanent delete cannot be allowed together with a restore policy.",
                  )
                : undefined,
    },
    {
        id: "storage-tls13",
        title: "A storage account does not take TLS 1.3 as its minimum, though the enumeration has it.",
        source: `${SDK} (storage.MinimumTlsVersion); code and message [U]`,
        types: ["Microsoft.Storage/storageAccounts"],
        methods,
        judge: ({ arm }) =>
            textAt(arm.body, "properties.minimumTlsVersion") === "TLS1_3"
                ? badRequest(
                      "InvalidRequestPropertyValue",
                      "The value 'TLS1_3' is not allowed for property minimumTlsVersion.",
                  )
                : undefined,
    },
    {
        id: "container-public-access",
        title: "A container cannot be public in an account that forbids it.",
        source: 'Microsoft, "Prevent anonymous read access to blobs"; error PublicAccessNotPermitted',
        types: ["Microsoft.Storage/storageAccounts/blobServices/containers"],
        methods,
        judge: ({ id, arm }, cloud) =>
            !["None", undefined].includes(textAt(arm.body, "properties.publicAccess")) &&
            valueAt(cloud.get(id.split("/").slice(0, 9).join("/"))?.body, "properties.allowBlobPublicAccess") === false
                ? conflict("PublicAccessNotPermitted", "Public access is not permitted on this storage account.")
                : undefined,
    },
];
