import type { Json } from "../../../arm/json";
import type { AzureError, Refusal } from "../refusal";
import { lacks, type Region } from "../regions";
import { badRequest } from "./answers";
import { regionOf, textAt, valueAt, valuesAt } from "./body";
import { UNVERIFIED } from "./sources";

const methods = ["PUT"] as const;
const REGION_DUMP = "Azure/terraform-azurerm-avm-utl-regions (which regions)";

interface RegionLimit {
    readonly id: string;
    readonly title: string;
    readonly types: readonly string[];
    readonly needs: keyof Region;
    /** True for a body that needs it. */
    readonly asks: (body: Json) => boolean;
    readonly answer: (region: string, body: Json) => AzureError;
}

const skuOf = (body: Json): string => textAt(body, "sku.name") ?? "";
const redundancyOf = (body: Json): string => textAt(body, "properties.storageSettings[].type") ?? "";

/** What only some regions can do, beside SQL: that has topics of its own. */
const REGION_LIMITS: readonly RegionLimit[] = [
    {
        id: "plan-zones-region",
        title: "An App Service plan is zone-redundant only in a region with availability zones.",
        types: ["Microsoft.Web/serverfarms"],
        needs: "zones",
        asks: (body) => valueAt(body, "properties.zoneRedundant") === true,
        answer: (region) => badRequest("BadRequest", `Zone redundancy is not supported in region '${region}'.`),
    },
    {
        id: "storage-zones-region",
        title: "A storage account is zone-redundant only in a region with availability zones.",
        types: ["Microsoft.Storage/storageAccounts"],
        needs: "zones",
        asks: (body) => /_(RA)?G?ZRS$/i.test(skuOf(body)),
        answer: (region, body) =>
            badRequest("InvalidParameter", `The sku '${skuOf(body)}' is not supported in region '${region}'.`),
    },
    {
        id: "storage-geo-region",
        title: "A storage account is geo-redundant only in a region with a pair.",
        types: ["Microsoft.Storage/storageAccounts"],
        needs: "pair",
        asks: (body) => /_(RA)?GZ?RS$/i.test(skuOf(body)),
        answer: (region, body) =>
            badRequest("InvalidParameter", `The sku '${skuOf(body)}' is not supported in region '${region}'.`),
    },
    {
        id: "backup-vault-zones-region",
        title: "A backup vault is zone-redundant only in a region with availability zones.",
        types: ["Microsoft.DataProtection/backupVaults"],
        needs: "zones",
        asks: (body) => redundancyOf(body) === "ZoneRedundant",
        answer: (region) =>
            badRequest("UserErrorInvalidStorageSettings", `ZoneRedundant storage is not supported in '${region}'.`),
    },
    {
        id: "backup-vault-geo-region",
        title: "A backup vault is geo-redundant only in a region with a pair.",
        types: ["Microsoft.DataProtection/backupVaults"],
        needs: "pair",
        asks: (body) => redundancyOf(body) === "GeoRedundant",
        answer: (region) =>
            badRequest("UserErrorInvalidStorageSettings", `GeoRedundant storage is not supported in '${region}'.`),
    },
    {
        id: "network-zones-region",
        title: "A public address and a NAT gateway name availability zones only in a region that has them.",
        types: ["Microsoft.Network/publicIPAddresses", "Microsoft.Network/natGateways"],
        needs: "zones",
        asks: (body) => valuesAt(body, "zones[]").length > 0,
        answer: (region) =>
            badRequest(
                "LocationNotSupportAvailabilityZones",
                `The region '${region}' does not support availability zones.`,
            ),
    },
];

export const REGION_LIMIT_REFUSALS: readonly Refusal[] = REGION_LIMITS.map(
    ({ id, title, types, needs, asks, answer }) => ({
        id,
        title,
        source: `${UNVERIFIED}; ${REGION_DUMP}`,
        types,
        methods,
        judge: ({ arm }) =>
            asks(arm.body) && lacks(regionOf(arm.body), needs) ? answer(regionOf(arm.body) ?? "", arm.body) : undefined,
    }),
);
