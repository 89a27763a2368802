import {
    hasEuPair,
    normaliseRegion,
    REGIONS,
    regionsOf,
    requireEuRegion,
    requireRegionPair,
} from "../../infra/regions";

describe("REGIONS", () => {
    it("has neither the United Kingdom, nor Switzerland, nor America", () => {
        for (const outside of ["uksouth", "ukwest", "switzerlandnorth", "switzerlandwest", "eastus", "global"]) {
            expect(REGIONS).not.toHaveProperty(outside);
        }
    });

    it("gives each region a code of its own, of two to four letters", () => {
        const codes = Object.values(REGIONS).map(({ code }) => code);
        expect(new Set(codes).size).toBe(codes.length);
        expect(codes.filter((code) => !/^[a-z]{2,4}$/.test(code))).toEqual([]);
    });

    it("pairs regions both ways, inside one country but for the Netherlands and Ireland", () => {
        const paired = Object.entries(REGIONS).filter(([, { pair }]) => pair);
        for (const [name, facts] of paired) {
            expect(REGIONS[facts.pair as string]?.pair).toBe(name);
        }
        const across = paired.filter(([, facts]) => REGIONS[facts.pair as string]?.country !== facts.country);
        expect(across.map(([name]) => name)).toEqual(["northeurope", "westeurope"]);
    });

    it("has one pair that is open and zonal on both sides", () => {
        const good = Object.entries(REGIONS).filter(([, facts]) => {
            const other = REGIONS[facts.pair ?? "none"];
            return facts.open && facts.zonal && other?.open && other.zonal;
        });
        expect(good.map(([name]) => name)).toEqual(["northeurope", "westeurope"]);
    });
});

describe("normaliseRegion", () => {
    it("compares as ARM does, without case and spaces", () => {
        expect(normaliseRegion("West Europe")).toBe("westeurope");
    });
});

describe("regionsOf", () => {
    it("are those of the European Union, and those of the EEA where that is admitted", () => {
        const norwegian = ["norwayeast", "norwaywest"];
        expect(regionsOf({ allowEea: true })).toEqual(Object.keys(REGIONS));
        expect(regionsOf({})).toEqual(Object.keys(REGIONS).filter((name) => !norwegian.includes(name)));
    });
});

describe("requireEuRegion", () => {
    it("takes a region of the EU in any spelling", () => {
        expect(requireEuRegion("North Europe")).toMatchObject({ country: "Ireland", membership: "EU" });
    });

    it.each(["eastus", "uksouth", "switzerlandnorth", "global", "", "constructor"])("refuses '%s'", (name) => {
        expect(() => requireEuRegion(name)).toThrow(`'${name}' is not a region of the European Union; choose one of`);
    });

    it("says 'EEA' where that is admitted, and what would have to admit it where it is not", () => {
        expect(() => requireEuRegion("eastus", { allowEea: true })).toThrow(
            /^'eastus' is not a region of the European Union or the EEA; choose one of .*norwayeast/,
        );
        expect(() => requireEuRegion("norwayeast")).toThrow("of the EEA, which 'allowEea' would have to admit");
        expect(hasEuPair("norwayeast", { allowEea: true })).toBe(true);
    });

    it("takes Norway only where the EEA is allowed", () => {
        expect(() => requireEuRegion("norwayeast")).toThrow("'norwayeast' is not a region of the European Union");
        expect(requireEuRegion("norwayeast", { allowEea: true }).country).toBe("Norway");
    });

    it("names the regions that can be chosen, and none that cannot", () => {
        expect(() => requireEuRegion("eastus")).toThrow(/\bwesteurope\b/);
        expect(() => requireEuRegion("eastus")).not.toThrow(/norway/);
    });
});

describe("requireRegionPair", () => {
    it("takes two zonal regions of the EU, paired by Azure or not", () => {
        expect(() => requireRegionPair({ primary: "westeurope", secondary: "northeurope" })).not.toThrow();
        expect(() => requireRegionPair({ primary: "westeurope", secondary: "polandcentral" })).not.toThrow();
    });

    it("refuses one region twice, whatever the spelling", () => {
        expect(() => requireRegionPair({ primary: "westeurope", secondary: "West Europe" })).toThrow(
            "'westeurope' is named twice; the second region must be another, such as 'northeurope'",
        );
    });

    it("refuses a region without availability zones", () => {
        expect(() => requireRegionPair({ primary: "francecentral", secondary: "francesouth" })).toThrow(
            "'francesouth' has no availability zones",
        );
    });

    it("refuses a region outside the EU, also as the second", () => {
        expect(() => requireRegionPair({ primary: "westeurope", secondary: "uksouth" })).toThrow(
            "'uksouth' is not a region of the European Union",
        );
    });
});

describe("hasEuPair", () => {
    it.each([
        ["westeurope", true],
        ["francecentral", true],
        ["polandcentral", false],
        ["norwayeast", false],
        ["constructor", false],
        ["eastus", false],
    ])("knows whether Azure's own copy of %s stays in the EU", (name, expected) => {
        expect(hasEuPair(name)).toBe(expected);
    });
});
