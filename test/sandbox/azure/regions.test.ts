import { lacks, REGIONS } from "../../../sandbox/azure/regions";

describe("Azure's regions", () => {
    it("are those of Azure's list, each once", () => {
        expect(REGIONS.size).toBe(59);
        expect([...REGIONS.keys()].filter((name) => !/^[a-z]+[0-9]?$/.test(name))).toEqual([]);
    });

    it("lead with their pairs to other regions", () => {
        const strays = [...REGIONS.values()].flatMap(({ pair }) => (pair && !REGIONS.has(pair) ? [pair] : []));
        expect(strays).toEqual([]);
    });

    it.each([
        ["westeurope", { zones: true, pair: "northeurope" }],
        ["francesouth", { zones: false, pair: "francecentral" }],
        ["italynorth", { zones: true }],
        ["swedensouth", { zones: false, pair: "swedencentral" }],
    ])("know of %s whether it has zones and a pair", (name, region) => {
        expect(REGIONS.get(name)).toEqual(region);
    });

    it("lack nothing where they are not known", () => {
        expect(lacks("atlantis", "pair")).toBe(false);
        expect(lacks(undefined, "zones")).toBe(false);
        expect([lacks("italynorth", "pair"), lacks("italynorth", "zones")]).toEqual([true, false]);
    });
});
