/** What decides what a region can hold. */
export interface Region {
    /** It has availability zones. */
    readonly zones: boolean;
    /** The region that geo-redundant storage copies to. */
    readonly pair?: string;
}

/** `name:pair`; a region without pair has no colon. Azure/terraform-azurerm-avm-utl-regions, locations.tf.json, 2026-03. */
const ZONAL = `
    australiaeast:australiasoutheast austriaeast belgiumcentral brazilsouth:southcentralus canadacentral:canadaeast
    centralindia:southindia centralus:eastus2 chilecentral eastasia:southeastasia eastus:westus eastus2:centralus
    francecentral:francesouth germanywestcentral:germanynorth indonesiacentral israelcentral italynorth
    japaneast:japanwest japanwest:japaneast koreacentral:koreasouth malaysiawest mexicocentral newzealandnorth
    northeurope:westeurope norwayeast:norwaywest polandcentral qatarcentral southafricanorth:southafricawest
    southcentralus:northcentralus southeastasia:eastasia spaincentral swedencentral:swedensouth
    switzerlandnorth:switzerlandwest uaenorth:uaecentral uksouth:ukwest westeurope:northeurope
    westus2:westcentralus westus3:eastus`;
const WITHOUT_ZONES = `
    australiacentral:australiacentral2 australiacentral2:australiacentral australiasoutheast:australiaeast
    brazilsoutheast:brazilsouth canadaeast:canadacentral francesouth:francecentral germanynorth:germanywestcentral
    jioindiacentral:jioindiawest jioindiawest:jioindiacentral koreasouth:koreacentral northcentralus:southcentralus
    norwaywest:norwayeast southafricawest:southafricanorth southindia:centralindia swedensouth:swedencentral
    switzerlandwest:switzerlandnorth uaecentral:uaenorth ukwest:uksouth westcentralus:westus2 westindia:southindia
    westus:eastus`;
/** In the documentation's list, not yet in that file. */
const NEWER = "denmarkeast";

const rows = (text: string, zones: boolean): readonly (readonly [string, Region])[] =>
    text
        .trim()
        .split(/\s+/)
        .map((entry) => entry.split(":"))
        .map(([name = "", pair]) => [name, pair === undefined ? { zones } : { zones, pair }]);

/** Azure's public regions, by name in small letters without spaces. */
export const REGIONS: ReadonlyMap<string, Region> = new Map([
    ...rows(ZONAL, true),
    ...rows(WITHOUT_ZONES, false),
    ...rows(NEWER, true),
]);

/** True for a region that is known to have no zones, or no pair. */
export function lacks(region: string | undefined, what: keyof Region): boolean {
    const known = REGIONS.get(region ?? "");
    return known !== undefined && !known[what];
}
