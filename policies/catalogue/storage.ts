import { ALWAYS, FROM_ACCEPTATIE } from "../levels";
import type { Rule } from "../rule";
import { documentsDailyBackup } from "../rules/documents-daily-backup";
import { stContainerPrivate } from "../rules/st-container-private";
import { stExportLifecycle } from "../rules/st-export-lifecycle";
import { stFirewall } from "../rules/st-firewall";
import { stGeoRedundant } from "../rules/st-geo-redundant";
import { stHttpsOnly } from "../rules/st-https-only";
import { stMinTls12 } from "../rules/st-min-tls-12";
import { stNoCrossTenantReplication } from "../rules/st-no-cross-tenant-replication";
import { stNoPublicBlob } from "../rules/st-no-public-blob";
import { stNoSharedKey } from "../rules/st-no-shared-key";
import { stSasPolicy } from "../rules/st-sas-policy";
import { stSoftDelete } from "../rules/st-soft-delete";

/** Rules for storage accounts and their backups. */
export const STORAGE: readonly Rule[] = [
    {
        id: "documents-daily-backup",
        title: "Customers' documents are backed up every day",
        severity: "critical",
        levels: ALWAYS,
        measures: [12],
        remedy: "Tag the account as what it holds; declare a backup instance for all its containers, in an immutable vault that is geo-redundant where the region has a pair, keeps what is deleted and restores nowhere else, with a policy that runs every day into the vault store and keeps backups for 30 days or more.",
        sources: {},
        check: documentsDailyBackup,
    },
    {
        id: "st-container-private",
        title: "Containers are private",
        severity: "critical",
        levels: ALWAYS,
        measures: [14],
        remedy: "Set publicAccess to 'None'.",
        sources: {
            checkov: ["CKV_AZURE_34"],
            psrule: ["Azure.Storage.BlobAccessType"],
            azurePolicy: ["4fa4b6c0-31ca-4c0d-b10d-24b96f62a751"],
            cis: ["2.0:3.7", "2.0:5.1.3", "3.0:4.6"],
        },
        check: stContainerPrivate,
    },
    {
        id: "st-export-lifecycle",
        title: "Exports are deleted in time",
        severity: "high",
        levels: ALWAYS,
        measures: [14],
        remedy: "Declare a ManagementPolicy with an enabled rule that deletes block blobs of the container, and their versions, within 30 days of their creation or last change.",
        sources: {},
        check: stExportLifecycle,
    },
    {
        id: "st-firewall",
        title: "Storage accounts have no public address",
        severity: "high",
        levels: ALWAYS,
        measures: [10],
        remedy: "Set publicNetworkAccess to 'Disabled' and networkRuleSet.defaultAction to 'Deny'.",
        sources: {
            checkov: ["CKV_AZURE_35", "CKV_AZURE_59"],
            psrule: ["Azure.Storage.Firewall"],
            azurePolicy: [
                "34c877ad-507e-4c82-993e-3452a6e0ad3c",
                "b2982f36-99f2-4db5-8eff-283140c09693",
                "c9d007d0-c057-4772-b18c-01e546713bcd",
            ],
            cis: ["2.0:3.8", "2.0:3.9", "3.0:4.7", "3.0:4.8"],
        },
        check: stFirewall,
    },
    {
        id: "st-geo-redundant",
        title: "What customers keep with us has a copy in a second region",
        severity: "medium",
        levels: ALWAYS,
        measures: [11, 12],
        remedy: "Set sku.name to 'Standard_RAGZRS' or another geo-redundant one where the region has a pair in the Union; elsewhere to 'Standard_ZRS'.",
        sources: {
            checkov: ["CKV_AZURE_206"],
            psrule: ["Azure.Storage.UseReplication"],
            azurePolicy: ["bf045164-79ba-4215-8f95-f8048dc1780b"],
        },
        check: stGeoRedundant,
    },
    {
        id: "st-https-only",
        title: "Storage accounts answer over HTTPS only",
        severity: "critical",
        levels: ALWAYS,
        measures: [9],
        remedy: "Set enableHttpsTrafficOnly to true.",
        sources: {
            checkov: ["CKV_AZURE_3"],
            psrule: ["Azure.Storage.SecureTransfer"],
            azurePolicy: ["404c3081-a854-4457-ae30-26a93ef643f9"],
            cis: ["2.0:3.1", "3.0:4.1"],
        },
        check: stHttpsOnly,
    },
    {
        id: "st-min-tls-12",
        title: "Storage accounts refuse TLS below 1.2",
        severity: "critical",
        levels: ALWAYS,
        measures: [9],
        remedy: "Set minimumTlsVersion to 'TLS1_2'.",
        sources: {
            checkov: ["CKV_AZURE_44"],
            psrule: ["Azure.Storage.MinTLS"],
            azurePolicy: ["fe83a0eb-a853-422d-aac2-1bffd182c5d0"],
            cis: ["2.0:3.15", "3.0:4.15"],
        },
        check: stMinTls12,
    },
    {
        id: "st-no-cross-tenant-replication",
        title: "Storage is not copied to other directories",
        severity: "medium",
        levels: FROM_ACCEPTATIE,
        measures: [13, 14],
        remedy: "Set allowCrossTenantReplication to false; true only where Azure Backup copies the account.",
        sources: { azurePolicy: ["92a89a79-6c52-4a7e-a03f-61306fc49312"] },
        check: stNoCrossTenantReplication,
    },
    {
        id: "st-no-public-blob",
        title: "Storage accounts allow no public containers",
        severity: "critical",
        levels: ALWAYS,
        measures: [2, 14],
        remedy: "Set allowBlobPublicAccess to false.",
        sources: {
            checkov: ["CKV_AZURE_190", "CKV2_AZURE_47"],
            psrule: ["Azure.Storage.BlobPublicAccess"],
            azurePolicy: ["4fa4b6c0-31ca-4c0d-b10d-24b96f62a751"],
            cis: ["2.0:3.7", "2.0:5.1.3", "3.0:4.6"],
        },
        check: stNoPublicBlob,
    },
    {
        id: "st-no-shared-key",
        title: "Storage accounts have no keys to share",
        severity: "high",
        levels: ALWAYS,
        measures: [2, 6, 7, 8],
        remedy: "Set allowSharedKeyAccess to false and leave local users off.",
        sources: {
            checkov: ["CKV2_AZURE_40", "CKV_AZURE_244"],
            psrule: ["Azure.Storage.LocalAuth"],
            azurePolicy: ["8c6a50c6-9ffd-4ae7-986f-5fa6111f9a54"],
        },
        check: stNoSharedKey,
    },
    {
        id: "st-sas-policy",
        title: "Signatures on storage end within a week",
        severity: "medium",
        levels: ALWAYS,
        measures: [6, 14],
        remedy: "Set sasPolicy.sasExpirationPeriod to '7.00:00:00' or less, and expirationAction to 'Block'.",
        sources: {
            checkov: ["CKV2_AZURE_41"],
            azurePolicy: ["bc1b984e-ddae-40cc-801a-050a030e4fbe", "7aa1c9d5-3d7e-4579-8117-d85e99211757"],
        },
        check: stSasPolicy,
    },
    {
        id: "st-soft-delete",
        title: "What is deleted from storage can be brought back",
        severity: "medium",
        levels: ALWAYS,
        measures: [12],
        remedy: "Declare BlobServiceProperties with versioning, and soft delete of blobs and containers for 7 days or more.",
        sources: {
            checkov: ["CKV2_AZURE_38"],
            psrule: ["Azure.Storage.SoftDelete", "Azure.Storage.ContainerSoftDelete"],
        },
        check: stSoftDelete,
    },
];
