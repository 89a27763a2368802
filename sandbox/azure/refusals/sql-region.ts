import type { Json } from "../../../arm/json";
import type { Cloud } from "../cloud";
import type { AzureError, CloudRequest, Refusal } from "../refusal";
import { lacks } from "../regions";
import { badRequest } from "./answers";
import { regionOf, textAt, valueAt } from "./body";
import { lastOf, parentId } from "./ids";
import { sqlSpec } from "./sources";
import { tierOf } from "./sql-tier";

const DATABASES = "Microsoft.Sql/servers/databases";
const POOLS = "Microsoft.Sql/servers/elasticPools";
const methods = ["PUT"] as const;

const isZonal = (body: Json): boolean => valueAt(body, "properties.zoneRedundant") === true;
const backups = (body: Json): string => textAt(body, "properties.requestedBackupStorageRedundancy") ?? "";
/** The tier that an object has by itself, or by its pool. */
const tier = ({ arm }: CloudRequest, cloud: Cloud): string | undefined =>
    tierOf(arm.body) ?? tierOf(cloud.get(textAt(arm.body, "properties.elasticPoolId") ?? "")?.body);

const zonesRefused: AzureError = badRequest(
    "ProvisioningDisabled",
    "Provisioning of zone redundant database/pool is not supported for your current request.",
);
const backupsRefused: AzureError = badRequest(
    "UnsupportedBackupStorageRedundancy",
    "Specified Backup Storage Redundancy is not supported in target region.",
);

export const SQL_REGION_REFUSALS: readonly Refusal[] = [
    {
        id: "sql-other-region",
        title: "A database and a pool are in the region of their server.",
        source: "MicrosoftDocs/azure-docs#20518; code and message [U]",
        types: [DATABASES, POOLS],
        methods,
        judge: ({ id, arm }, cloud) => {
            const server = regionOf(cloud.get(parentId(id))?.body);
            const own = regionOf(arm.body);
            return server === undefined || own === undefined || own === server
                ? undefined
                : badRequest(
                      "InvalidLocation",
                      `The location '${own}' of '${lastOf(id)}' is not that of its server, '${server}'.`,
                  );
        },
    },
    {
        id: "sql-zones-tier",
        title: "A database and a pool of tier Basic or Standard are not zone-redundant.",
        source: `MicrosoftDocs/azure-docs#31343; ${sqlSpec("Databases")} (code)`,
        types: [DATABASES, POOLS],
        methods,
        judge: (request, cloud) =>
            isZonal(request.arm.body) && /^(Basic|Standard)$/i.test(tier(request, cloud) ?? "")
                ? zonesRefused
                : undefined,
    },
    {
        id: "sql-zones-region",
        title: "A database and a pool are zone-redundant only in a region with availability zones; General Purpose in fewer, which are not known here.",
        source: `Microsoft, "Enable zone redundancy" (docs.azure.cn); ${sqlSpec("Databases")} (code); that it is this one [U]`,
        types: [DATABASES, POOLS],
        methods,
        judge: ({ arm }) => (isZonal(arm.body) && lacks(regionOf(arm.body), "zones") ? zonesRefused : undefined),
    },
    {
        id: "sql-zones-hyperscale-backups",
        title: "A zone-redundant database of tier Hyperscale keeps its backups in zones: Zone or GeoZone.",
        source: "Azure/azure-sdk-for-net#44775; code [U]",
        types: [DATABASES],
        methods,
        judge: (request, cloud) =>
            isZonal(request.arm.body) &&
            tier(request, cloud) === "Hyperscale" &&
            !["Zone", "GeoZone"].includes(backups(request.arm.body))
                ? badRequest(
                      "ProvisioningDisabled",
                      `Provisioning of zone redundant Hyperscale database with ${backups(request.arm.body).toLowerCase() || "geo"} backup redundancy is not supported. Zone redundant Hyperscale databases must use either zone or geo zone backup redundancy.`,
                  )
                : undefined,
    },
    {
        id: "sql-backups-geo-region",
        title: "A database asks for backups in the paired region only where there is one; what Azure does there unasked is not known.",
        source: `${sqlSpec("Databases")} (code and message); that a region without a pair answers so [U]`,
        types: [DATABASES],
        methods,
        judge: ({ arm }) =>
            ["Geo", "GeoZone"].includes(backups(arm.body)) && lacks(regionOf(arm.body), "pair")
                ? backupsRefused
                : undefined,
    },
    {
        id: "sql-backups-zone-region",
        title: "Backups are kept in several zones only in a region that has them.",
        source: `${sqlSpec("Databases")} (code and message); that a region without zones answers so [U]`,
        types: [DATABASES],
        methods,
        judge: ({ arm }) =>
            ["Zone", "GeoZone"].includes(backups(arm.body)) && lacks(regionOf(arm.body), "zones")
                ? backupsRefused
                : undefined,
    },
];
