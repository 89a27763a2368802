interface RegionFacts {
    readonly membership: "EU" | "EEA";
    /** Where Azure copies geo-redundant backups to; `undefined` where the region has no pair. */
    readonly pair: string | undefined;
}

const eu = (pair?: string): RegionFacts => ({ membership: "EU", pair });
const eea = (pair?: string): RegionFacts => ({ membership: "EEA", pair });

/** Azure's regions in the Union and the European Economic Area. The pack keeps its own list: what it judges must not be its source. */
const REGIONS: Readonly<Record<string, RegionFacts>> = {
    austriaeast: eu(),
    belgiumcentral: eu(),
    denmarkeast: eu(),
    francecentral: eu("francesouth"),
    francesouth: eu("francecentral"),
    germanynorth: eu("germanywestcentral"),
    germanywestcentral: eu("germanynorth"),
    italynorth: eu(),
    northeurope: eu("westeurope"),
    norwayeast: eea("norwaywest"),
    norwaywest: eea("norwayeast"),
    polandcentral: eu(),
    spaincentral: eu(),
    swedencentral: eu("swedensouth"),
    swedensouth: eu("swedencentral"),
    westeurope: eu("northeurope"),
};

/** Where Application Insights runs web tests from, by Microsoft's codes, as far as it is in the Union. */
const WEB_TEST_LOCATIONS: Readonly<Record<string, string>> = {
    "emea-ch-zrh-edge": "francesouth",
    "emea-fr-pra-edge": "francecentral",
    "emea-gb-db3-azr": "northeurope",
    "emea-nl-ams-azr": "westeurope",
};

/** ARM's spelling: lower case, no spaces. `undefined` for what is not text. */
export const normalRegion = (name: unknown): string | undefined =>
    typeof name === "string" ? name.toLowerCase().replace(/\s+/g, "") : undefined;

/** True for a region of the Union, or of the Economic Area where that is allowed, in any spelling. */
export function isAllowedRegion(name: unknown, { allowEea }: { readonly allowEea: boolean }): boolean {
    const facts = factsOf(name);
    return facts !== undefined && (facts.membership === "EU" || allowEea);
}

/** Where Azure keeps the geo-redundant copy of what is in a region. */
export const pairOf = (name: unknown): string | undefined => factsOf(name)?.pair;

/** What a second copy by Azure needs: in the Union it is made, in the Economic Area it may be where that is allowed. */
export function pairIs(name: unknown, config: { readonly allowEea: boolean }): "wanted" | "allowed" | "refused" {
    const pair = pairOf(name);
    if (isAllowedRegion(pair, { allowEea: false })) {
        return "wanted";
    }
    return isAllowedRegion(pair, config) ? "allowed" : "refused";
}

function factsOf(name: unknown): RegionFacts | undefined {
    const region = normalRegion(name) ?? "";
    const spelled = WEB_TEST_LOCATIONS[region] ?? region;
    return Object.hasOwn(REGIONS, spelled) ? REGIONS[spelled] : undefined;
}
