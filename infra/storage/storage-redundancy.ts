import { Refusal } from "../refusal";
import { hasEuPair, type Region, requireEuRegion } from "../regions";

/** How far apart the copies of a storage account lie: in three zones of one region, or in the region's pair as well. */
export type Redundancy = "geo" | "zone";

/**
 * The SKU that keeps every copy in the European Union.
 *
 * Azure chooses where the geo copy goes: the region's pair, nothing else. A region without a pair in the EU therefore gets
 * zone redundancy only, also where `geo` is asked for.
 *
 * @throws Refusal for a region outside the European Union, or without the availability zones that both SKUs need.
 */
export function storageSku(region: Region, redundancy: Redundancy): "Standard_RAGZRS" | "Standard_ZRS" {
    if (!requireEuRegion(region, { allowEea: true }).zonal) {
        throw new Refusal(`'${region}' has no availability zones; choose a region that has, such as 'westeurope'`);
    }
    return redundancy === "geo" && hasEuPair(region) ? "Standard_RAGZRS" : "Standard_ZRS";
}
