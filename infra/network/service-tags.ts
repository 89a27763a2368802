import { normaliseRegion, type Region } from "../regions";

/**
 * Regions whose name in service tags is not their own. From Microsoft's published list of tags as remembered; not verified here [U]: a
 * wrong one is refused by Azure when the security group is written.
 */
const OWN_SPELLING: Readonly<Record<Region, string>> = {
    francecentral: "centralfrance",
    francesouth: "southfrance",
    germanynorth: "germanyn",
    germanywestcentral: "germanywc",
    norwayeast: "norwaye",
    norwaywest: "norwayw",
};

/** How a service tag names a region, as in `Storage.westeurope`; Azure does not tell cases apart there [U]. */
export const regionInTags = (region: Region): string => {
    const name = normaliseRegion(region);
    return OWN_SPELLING[name] ?? name;
};
