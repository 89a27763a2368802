import { planEnvironment } from "../../cli/offline/plan-environment";
import { Planned } from "../planned";
import { street, TODAY } from "../street";

const inRegions = async (primary: string, secondary: string): Promise<Planned> => {
    const loaded = street().productie;
    const settings = { ...loaded.settings, regions: { primary, secondary, allowEea: false } };
    return new Planned((await planEnvironment({ ...loaded, settings }, TODAY)).resources);
};

describe("customers' documents", () => {
    it("stay in the primary region where Azure copies them to its pair", async () => {
        const plan = await inRegions("westeurope", "polandcentral");
        expect(plan.one("storage:StorageAccount", "documents-account").inputs).toMatchObject({
            location: "westeurope",
            sku: { name: "Standard_RAGZRS" },
        });
    });

    it("stand in the second region where only that one has a pair, together with their backups", async () => {
        const plan = await inRegions("polandcentral", "westeurope");
        expect(plan.one("storage:StorageAccount", "documents-account").inputs).toMatchObject({
            location: "westeurope",
            sku: { name: "Standard_RAGZRS" },
        });
        const vault = plan.one("dataprotection:BackupVault").inputs;
        expect(vault.location).toBe("westeurope");
        expect(vault.properties).toMatchObject({ storageSettings: [{ type: "GeoRedundant" }] });
    });

    it("are refused where neither region has a pair: they would have no copy in a second region", async () => {
        await expect(inRegions("italynorth", "polandcentral")).rejects.toThrow("'italynorth' has no pair");
    });
});
