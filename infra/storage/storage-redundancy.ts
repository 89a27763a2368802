import type { Place } from "../place";
import { Refusal } from "../refusal";
import { hasEuPair, requireEuRegion } from "../regions";

/** How far apart the copies of a storage account lie: in three zones of one region, or in the region's pair as well. */
export type Redundancy = "geo" | "zone";

/**
 * The SKU that keeps every copy in the European Union.
 *
 * Azure chooses where the geo copy goes: the region's pair, nothing else.
 *
 * @throws Refusal for a region outside the European Union, without the availability zones that both SKUs need, or without the pair
 * that a geo copy needs.
 */
export function storageSku(
    place: Pick<Place, "region" | "allowEea">,
    redundancy: Redundancy,
): "Standard_RAGZRS" | "Standard_ZRS" {
    const { region } = place;
    if (!requireEuRegion(region, place).zonal) {
        throw new Refusal(`'${region}' has no availability zones; choose a region that has, such as 'westeurope'`);
    }
    if (redundancy === "zone") {
        return "Standard_ZRS";
    }
    if (!hasEuPair(region, place)) {
        throw new Refusal(
            `'${region}' has no pair to which Azure would copy what must have a copy elsewhere; choose a region that has, such as 'westeurope'`,
        );
    }
    return "Standard_RAGZRS";
}
