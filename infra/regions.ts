import { Refusal } from "./refusal";

/** An Azure region in ARM's spelling: lower case, no spaces. */
export type Region = string;

export interface RegionFacts {
    /** Two to four letters for physical names. */
    readonly code: string;
    readonly country: string;
    readonly membership: "EU" | "EEA";
    /** True where the region has three availability zones. */
    readonly zonal: boolean;
    /** Where Azure copies geo-redundant storage and backups; `undefined` where the region has no pair. */
    readonly pair: Region | undefined;
    /** False where Microsoft admits only customers who asked for it. */
    readonly open: boolean;
}

const region = (
    code: string,
    country: string,
    zonal: boolean,
    pair: Region | undefined,
    open = true,
    membership: RegionFacts["membership"] = "EU",
): RegionFacts => ({ code, country, membership, zonal, pair, open });

/**
 * The regions of the European Union and the EEA. Zones, pairs and restrictions: Azure's own location list of March 2026
 * (terraform-azurerm-avm-utl-regions) and azure-docs `regions-list`. Membership of the EU is not Azure's to say: general knowledge.
 */
export const REGIONS: Readonly<Record<Region, RegionFacts>> = {
    austriaeast: region("ate", "Austria", true, undefined),
    belgiumcentral: region("bec", "Belgium", true, undefined),
    denmarkeast: region("dke", "Denmark", true, undefined),
    francecentral: region("frc", "France", true, "francesouth"),
    francesouth: region("frs", "France", false, "francecentral", false),
    germanynorth: region("gen", "Germany", false, "germanywestcentral", false),
    germanywestcentral: region("gewc", "Germany", true, "germanynorth"),
    italynorth: region("itn", "Italy", true, undefined),
    northeurope: region("neu", "Ireland", true, "westeurope"),
    norwayeast: region("noe", "Norway", true, "norwaywest", true, "EEA"),
    norwaywest: region("now", "Norway", false, "norwayeast", false, "EEA"),
    polandcentral: region("plc", "Poland", true, undefined),
    spaincentral: region("spc", "Spain", true, undefined),
    swedencentral: region("sdc", "Sweden", true, "swedensouth"),
    swedensouth: region("sds", "Sweden", false, "swedencentral", false),
    westeurope: region("weu", "Netherlands", true, "northeurope"),
};

/** Own keys only: a region called `constructor` is none. */
const factsOf = (name: string): RegionFacts | undefined => {
    const key = normaliseRegion(name);
    return Object.hasOwn(REGIONS, key) ? REGIONS[key] : undefined;
};

/** ARM compares locations without case and spaces: "West Europe" is `westeurope`. */
export const normaliseRegion = (name: string): Region => name.toLowerCase().replace(/\s+/g, "");

/** The settings' word on the EEA outside the European Union; a place carries it. */
export interface EeaChoice {
    /** False where it is left out. */
    readonly allowEea?: boolean;
}

const isAllowed = ({ membership }: RegionFacts, { allowEea }: EeaChoice): boolean => membership === "EU" || !!allowEea;

/** The regions of the European Union, or of the EEA where that is admitted. */
export const regionsOf = (choice: EeaChoice): readonly Region[] =>
    Object.keys(REGIONS).filter((key) => isAllowed(REGIONS[key] as RegionFacts, choice));

/**
 * The facts of a region of the European Union, or of the EEA where that is admitted.
 *
 * @throws Refusal for any other region, with those that can be chosen.
 */
export function requireEuRegion(name: string, choice: EeaChoice = {}): RegionFacts {
    const facts = factsOf(name);
    if (facts && isAllowed(facts, choice)) {
        return facts;
    }
    const where = choice.allowEea ? "the European Union or the EEA" : "the European Union";
    const eea = facts ? ", but of the EEA, which 'allowEea' would have to admit" : "";
    throw new Refusal(`'${name}' is not a region of ${where}${eea}; choose one of ${regionsOf(choice).join(", ")}`);
}

/** The two regions of an environment. */
export interface RegionPair {
    readonly primary: Region;
    readonly secondary: Region;
}

/**
 * Checks that two regions can carry a redundant environment.
 *
 * @throws Refusal when they are the same, outside the EU, or without availability zones.
 */
export function requireRegionPair(pair: RegionPair, choice: EeaChoice = {}): void {
    for (const name of [pair.primary, pair.secondary]) {
        if (!requireEuRegion(name, choice).zonal) {
            throw new Refusal(`'${name}' has no availability zones; choose a region that has, such as 'westeurope'`);
        }
    }
    if (normaliseRegion(pair.primary) === normaliseRegion(pair.secondary)) {
        throw new Refusal(`'${pair.primary}' is named twice; the second region must be another, such as 'northeurope'`);
    }
}

/** True where Azure's own copy of geo-redundant storage stays in the EU, or in the EEA where that is admitted: in the region's pair. */
export const hasEuPair = (name: Region, choice: EeaChoice = {}): boolean => {
    const pair = factsOf(factsOf(name)?.pair ?? "");
    return pair !== undefined && isAllowed(pair, choice);
};
