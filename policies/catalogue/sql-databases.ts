import { ALWAYS, FROM_ACCEPTATIE, ONLY_FROM_ACCEPTATIE, ONLY_PRODUCTIE } from "../levels";
import type { Rule } from "../rule";
import { sqlDbGeoBackup } from "../rules/sql-db-geo-backup";
import { sqlDbLtrRetention } from "../rules/sql-db-ltr-retention";
import { sqlDbNoProdCopy } from "../rules/sql-db-no-prod-copy";
import { sqlDbNoSample } from "../rules/sql-db-no-sample";
import { sqlDbPerTenant } from "../rules/sql-db-per-tenant";
import { sqlDbStrRetention } from "../rules/sql-db-str-retention";
import { sqlDbTde } from "../rules/sql-db-tde";
import { sqlDbZoneRedundant } from "../rules/sql-db-zone-redundant";
import { sqlFailoverGroup } from "../rules/sql-failover-group";
import { sqlPoolPerDbCap } from "../rules/sql-pool-per-db-cap";

/** Rules for databases, their copies and their backups. */
export const SQL_DATABASES: readonly Rule[] = [
    {
        id: "sql-db-geo-backup",
        title: "Backups of databases have a second copy in the European Union",
        severity: "high",
        levels: ALWAYS,
        measures: [5, 11, 12],
        remedy: "Set requestedBackupStorageRedundancy to 'Geo' where the region has a pair in the Union; elsewhere to 'Zone', in a failover group.",
        // Azure Policy b219b9cf-f672-4f96-9ab0-f5a3ac5e1c13 asks for the opposite.
        sources: {},
        check: sqlDbGeoBackup,
    },
    {
        id: "sql-db-ltr-retention",
        title: "Databases have long-term backups",
        severity: "high",
        levels: ONLY_FROM_ACCEPTATIE,
        measures: [12],
        remedy: "Declare a LongTermRetentionPolicy that keeps weekly, monthly or yearly backups, on both servers of the failover group.",
        sources: { azurePolicy: ["d38fc420-0735-4ef3-ac11-c806f651a570"] },
        check: sqlDbLtrRetention,
    },
    {
        id: "sql-db-no-prod-copy",
        title: "No database is a copy of what customers keep in productie",
        severity: "critical",
        levels: ALWAYS,
        measures: [1, 14],
        remedy: "Make the database with createMode 'Default' and anonymised data; in productie, tag a copy as transient with an end date.",
        sources: {},
        check: sqlDbNoProdCopy,
    },
    {
        id: "sql-db-no-sample",
        title: "Databases hold no sample data",
        severity: "low",
        levels: ONLY_FROM_ACCEPTATIE,
        measures: [1],
        remedy: "Leave sampleName out.",
        sources: {},
        check: sqlDbNoSample,
    },
    {
        id: "sql-db-per-tenant",
        title: "Each tenant has a database of its own",
        severity: "critical",
        levels: ALWAYS,
        measures: [13],
        remedy: "Give each tenant one database, named after the tenant's id, with that id in the tag 'tenant'.",
        sources: {},
        check: sqlDbPerTenant,
    },
    {
        id: "sql-db-str-retention",
        title: "Databases can be restored to any moment",
        severity: "high",
        levels: ALWAYS,
        measures: [12],
        remedy: "Declare a BackupShortTermRetentionPolicy with enough days and a differential backup every 12 or 24 hours, on both servers of the failover group.",
        sources: {},
        check: sqlDbStrRetention,
    },
    {
        id: "sql-db-tde",
        title: "Databases are encrypted at rest",
        severity: "critical",
        levels: ALWAYS,
        measures: [7, 8],
        remedy: "Declare TransparentDataEncryption with state 'Enabled' for each database.",
        sources: {
            checkov: ["CKV2_AZURE_25"],
            psrule: ["Azure.SQL.TDE"],
            azurePolicy: ["17k78e20-9358-41c9-923c-fb736d382a12"],
            cis: ["2.0:4.1.5", "3.0:5.1.5"],
        },
        check: sqlDbTde,
    },
    {
        id: "sql-db-zone-redundant",
        title: "Databases survive the loss of a zone",
        severity: "medium",
        levels: ONLY_PRODUCTIE,
        measures: [11],
        remedy: "Set zoneRedundant to true on the pool, and on each database outside a pool.",
        sources: {
            checkov: ["CKV_AZURE_229"],
            azurePolicy: ["6221cac0-bb8d-40f4-9535-5d03f713f054", "f16a3ca9-b57a-4392-b660-4c1f8442aa8d"],
        },
        check: sqlDbZoneRedundant,
    },
    {
        id: "sql-failover-group",
        title: "Databases have a copy in a second region",
        severity: "critical",
        levels: FROM_ACCEPTATIE,
        measures: [11],
        remedy: "Put each database in a failover group whose partner is in another region of the Union, with failoverPolicy 'Manual'.",
        sources: {},
        check: sqlFailoverGroup,
    },
    {
        id: "sql-pool-per-db-cap",
        title: "No database can take all that its pool has",
        severity: "medium",
        levels: ALWAYS,
        measures: [11, 13],
        remedy: "Set perDatabaseSettings.maxCapacity to less than sku.capacity.",
        sources: {},
        check: sqlPoolPerDbCap,
    },
];
