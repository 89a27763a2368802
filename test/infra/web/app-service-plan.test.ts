import { AppServicePlan, type AppServicePlanArgs } from "../../../infra/web/app-service-plan";
import { deployed, planned } from "../../planned";
import { place } from "../examples";

const plan = (changes: Partial<AppServicePlanArgs> = {}) =>
    new AppServicePlan("hosting", {
        place: place(),
        sku: "P1v3",
        instances: 2,
        zoneRedundant: true,
        workspaceId: "workspace",
        ...changes,
    });

describe("AppServicePlan", () => {
    it("is Linux by `reserved`, since `kind` alone makes Windows workers, and spreads over zones", async () => {
        const { inputs } = (await planned(() => plan())).one("web:AppServicePlan");
        expect(inputs).toMatchObject({
            name: "asp-figlo-advisor-proef-weu",
            resourceGroupName: "rg-primary",
            location: "westeurope",
            kind: "linux",
            reserved: true,
            sku: { name: "P1v3", tier: "PremiumV3", capacity: 2 },
            zoneRedundant: true,
            tags: { environment: "proef", owner: "platform-team", dataClass: "none" },
        });
    });

    it.each([
        ["P0v3", "PremiumV3"],
        ["P2v2", "PremiumV2"],
        ["P1mv3", "PremiumV3"],
        ["P1mv4", "PremiumV4"],
    ])("finds the tier of %s: %s", async (sku, tier) => {
        const { inputs } = (await planned(() => plan({ sku }))).one("web:AppServicePlan");
        expect(inputs.sku).toEqual({ name: sku, tier, capacity: 2 });
    });

    it("says that it is not zone-redundant where it is not", async () => {
        const found = await planned(() => plan({ zoneRedundant: false, instances: 1 }));
        expect(found.one("web:AppServicePlan").inputs.zoneRedundant).toBe(false);
    });

    it("sends metrics and no logs, since a plan has none", async () => {
        const found = await deployed(() => plan());
        expect(found.one("monitor:DiagnosticSetting").inputs).toMatchObject({
            resourceUri: "id-of-hosting-plan",
            workspaceId: "workspace",
            logs: [],
            metrics: [{ category: "AllMetrics", enabled: true }],
        });
    });

    it.each(["B1", "S1", "F1", "P1", "EP1", "p1V3"])(
        "refuses %s: no zones, no end-to-end encryption below premium",
        async (sku) => {
            await expect(planned(() => plan({ sku }))).rejects.toThrow(
                `'${sku}' is not a premium App Service size; choose one such as 'P0v3', 'P1v3' or 'P1mv4'`,
            );
        },
    );

    it("refuses zone redundancy with one instance, which Azure refuses too", async () => {
        await expect(planned(() => plan({ instances: 1 }))).rejects.toThrow(
            "a zone-redundant App Service plan needs at least 2 instances, got 1",
        );
    });

    it("refuses zone redundancy in a region without zones", async () => {
        await expect(planned(() => plan({ place: place({ region: "francesouth" }) }))).rejects.toThrow(
            "'francesouth' has no availability zones",
        );
    });

    it.each([0, 1.5, 31])("refuses %s instances", async (instances) => {
        await expect(planned(() => plan({ instances }))).rejects.toThrow(
            `an App Service plan has 1 to 30 instances, got ${instances}`,
        );
    });

    it("refuses a region outside the European Union", async () => {
        await expect(planned(() => plan({ place: place({ region: "uksouth" }) }))).rejects.toThrow(
            "'uksouth' is not a region of the European Union",
        );
    });
});
