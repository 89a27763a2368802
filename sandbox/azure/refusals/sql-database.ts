import type { Json } from "../../../arm/json";
import type { Refusal } from "../refusal";
import { badRequest } from "./answers";
import { textAt } from "./body";
import { lastOf, missing, parentId, sameText } from "./ids";
import { SDK, sqlSpec } from "./sources";
import { namedTier } from "./sql-tier";

const DATABASES = "Microsoft.Sql/servers/databases";
const types = [DATABASES];
const methods = ["PUT"] as const;
const source = sqlSpec("Databases");

const modeOf = (body: Json): string => textAt(body, "properties.createMode") ?? "Default";
const sourceOf = (body: Json): string | undefined => textAt(body, "properties.sourceDatabaseId");
/** The source of a copy in another region. */
const replicated = (body: Json): string | undefined =>
    ["Secondary", "OnlineSecondary"].includes(modeOf(body)) && textAt(body, "properties.secondaryType") !== "Named"
        ? sourceOf(body)
        : undefined;

/** What a database is made from, by the way it is made: one of these properties must say it. */
const SOURCES: Readonly<Record<string, { readonly fields: readonly string[]; readonly code: string }>> = {
    Copy: { fields: ["sourceDatabaseId"], code: "MissingSourceDatabaseId" },
    OnlineSecondary: { fields: ["sourceDatabaseId"], code: "MissingSourceDatabaseId" },
    PointInTimeRestore: { fields: ["sourceDatabaseId", "sourceResourceId"], code: "MissingSourceDatabaseId" },
    Recovery: {
        fields: ["sourceDatabaseId", "recoverableDatabaseId", "sourceResourceId"],
        code: "MissingRecoverableDatabaseId",
    },
    Restore: {
        fields: ["sourceDatabaseId", "restorableDroppedDatabaseId", "sourceResourceId"],
        code: "MissingRestorableDroppedDatabaseId",
    },
    RestoreLongTermRetentionBackup: {
        fields: ["longTermRetentionBackupResourceId", "recoveryServicesRecoveryPointId"],
        code: "MissingRecoveryServicesRecoveryPointId",
    },
    Secondary: { fields: ["sourceDatabaseId"], code: "MissingSourceDatabaseId" },
};

export const SQL_DATABASE_REFUSALS: readonly Refusal[] = [
    {
        id: "database-reserved-name",
        title: "The system databases are made and deleted by nobody.",
        source: `${source}; which names [U]`,
        types,
        methods: ["PUT", "DELETE"],
        judge: ({ id }) =>
            ["master", "model", "msdb", "resource", "tempdb"].includes(lastOf(id).toLowerCase())
                ? badRequest("CannotUseReservedDatabaseName", "Cannot use reserved database name in this operation.")
                : undefined,
    },
    {
        id: "database-pool-with-sku",
        title: "A database in a pool has no SKU of its own but `ElasticPool`.",
        source,
        types,
        methods,
        judge: ({ arm }) => {
            const sku = textAt(arm.body, "sku.name") ?? "ElasticPool";
            return textAt(arm.body, "properties.elasticPoolId") !== undefined && !sameText(sku, "ElasticPool")
                ? badRequest(
                      "ElasticPoolSkuCombinationInvalid",
                      "Elastic pool and sku can be specified together only if sku is specified as 'ElasticPool'.",
                  )
                : undefined;
        },
    },
    {
        id: "sql-sku-tier",
        title: "The SKU of a database or a pool says one tier: its name begins with that of `tier`.",
        source: `${source}; ${sqlSpec("ElasticPools")}; which beginnings [U]`,
        types: [DATABASES, "Microsoft.Sql/servers/elasticPools"],
        methods,
        judge: ({ arm }) => {
            const named = namedTier(arm.body);
            return named !== undefined && !sameText(textAt(arm.body, "sku.tier") ?? named, named)
                ? badRequest("MismatchedSkuNameAndTier", "Mismatch between SKU name and tier.")
                : undefined;
        },
    },
    {
        id: "database-source-missing",
        title: "A database that is made from another, or from a backup, says from which.",
        source: `${source}; ${SDK} (sql.Database, createMode)`,
        types,
        methods,
        judge: ({ arm, existing }) => {
            const needed = SOURCES[modeOf(arm.body)];
            return existing === undefined &&
                needed?.fields.every((field) => textAt(arm.body, `properties.${field}`) === undefined)
                ? badRequest(needed.code, `A source is missing for create mode '${modeOf(arm.body)}'.`)
                : undefined;
        },
    },
    {
        id: "database-source-not-found",
        title: "A database that is copied exists.",
        source,
        types,
        methods,
        judge: ({ arm, existing }, cloud) =>
            existing === undefined &&
            ["Copy", "Secondary", "OnlineSecondary"].includes(modeOf(arm.body)) &&
            missing(cloud, sourceOf(arm.body) ?? "")
                ? badRequest("SourceDatabaseNotFound", "The source database does not exist.")
                : undefined,
    },
    {
        id: "database-restore-point-missing",
        title: "A restore to a point in time says to which.",
        source: `${source}; ${SDK} (sql.Database, createMode)`,
        types,
        methods,
        judge: ({ arm, existing }) =>
            existing === undefined &&
            modeOf(arm.body) === "PointInTimeRestore" &&
            textAt(arm.body, "properties.restorePointInTime") === undefined
                ? badRequest("MissingRestorePointInTime", "Missing restore point in time.")
                : undefined,
    },
    {
        id: "database-secondary-name",
        title: "A geo-secondary has the name of its primary.",
        source,
        types,
        methods,
        judge: ({ id, arm }) =>
            sameText(lastOf(replicated(arm.body) ?? id), lastOf(id))
                ? undefined
                : badRequest(
                      "ReplicationSourceAndTargetMustHaveSameName",
                      "The replication source and target databases must have the same name.",
                  ),
    },
    {
        id: "database-secondary-server",
        title: "A geo-secondary is on another server than its primary.",
        source,
        types,
        methods,
        judge: ({ id, arm }) =>
            sameText(parentId(replicated(arm.body) ?? ""), parentId(id))
                ? badRequest(
                      "ReplicationSourceAndTargetMustBeInDifferentServers",
                      "The replication source and target databases must be in different logical servers.",
                  )
                : undefined,
    },
];
