import { storageSku } from "../../../infra/storage/storage-redundancy";

describe("storageSku", () => {
    it("copies to the region's pair where that lies in the European Union", () => {
        expect(storageSku("westeurope", "geo")).toBe("Standard_RAGZRS");
        expect(storageSku("francecentral", "geo")).toBe("Standard_RAGZRS");
    });

    it("stays in its zones where the region has no pair, which Azure would have to copy to", () => {
        expect(storageSku("polandcentral", "geo")).toBe("Standard_ZRS");
    });

    it("stays in its zones where the pair lies in the EEA but not in the European Union", () => {
        expect(storageSku("norwayeast", "geo")).toBe("Standard_ZRS");
    });

    it("stays in its zones where no more is asked for", () => {
        expect(storageSku("westeurope", "zone")).toBe("Standard_ZRS");
    });

    it("refuses a region without availability zones", () => {
        expect(() => storageSku("francesouth", "zone")).toThrow("'francesouth' has no availability zones");
    });

    it("refuses a region outside the European Union", () => {
        expect(() => storageSku("switzerlandnorth", "zone")).toThrow("is not a region of the European Union");
    });
});
