import { storageSku } from "../../../infra/storage/storage-redundancy";

describe("storageSku", () => {
    it("copies to the region's pair where that lies in the European Union", () => {
        expect(storageSku({ region: "westeurope" }, "geo")).toBe("Standard_RAGZRS");
        expect(storageSku({ region: "francecentral" }, "geo")).toBe("Standard_RAGZRS");
    });

    it("refuses a copy that Azure would have nowhere to make: the region has no pair", () => {
        expect(() => storageSku({ region: "polandcentral" }, "geo")).toThrow("'polandcentral' has no pair");
    });

    it("copies within the EEA only where that is admitted", () => {
        expect(storageSku({ region: "norwayeast", allowEea: true }, "geo")).toBe("Standard_RAGZRS");
        expect(() => storageSku({ region: "norwayeast" }, "geo")).toThrow("which 'allowEea' would have to admit");
    });

    it("stays in its zones where no more is asked for", () => {
        expect(storageSku({ region: "westeurope" }, "zone")).toBe("Standard_ZRS");
    });

    it("refuses a region without availability zones", () => {
        expect(() => storageSku({ region: "francesouth" }, "zone")).toThrow("'francesouth' has no availability zones");
    });

    it("refuses a region outside the European Union", () => {
        expect(() => storageSku({ region: "switzerlandnorth" }, "zone")).toThrow(
            "is not a region of the European Union",
        );
    });
});
