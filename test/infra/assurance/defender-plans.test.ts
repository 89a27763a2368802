import { DefenderPlans } from "../../../infra/assurance/defender-plans";
import { planned } from "../../planned";
import { subscription } from "./examples";

const plan = () => planned(() => new DefenderPlans("plans", { subscription: subscription() }));

const pricings = async () => {
    const { properties } = (await plan()).one("resources:DeploymentAtSubscriptionScope").inputs;
    return (properties as { template: { resources: Record<string, unknown>[] } }).template.resources;
};

describe("DefenderPlans", () => {
    it("pays for the plans of databases, sites, vaults, storage accounts and management calls, and for no other", async () => {
        const tiers = (await pricings()).map(({ type, name, properties }) => [
            type,
            name,
            (properties as { pricingTier: string }).pricingTier,
        ]);
        expect(tiers).toEqual(
            ["SqlServers", "AppServices", "KeyVaults", "StorageAccounts", "Arm"].map((name) => [
                "Microsoft.Security/pricings",
                name,
                "Standard",
            ]),
        );
    });

    it("names the way of paying where Azure has more than one", async () => {
        const subPlans = (await pricings()).map(({ properties }) => (properties as { subPlan?: string }).subPlan);
        expect(subPlans).toEqual([undefined, undefined, "PerKeyVault", "DefenderForStorageV2", "PerSubscription"]);
    });

    it("does not let Defender read what customers keep", async () => {
        const storage = (await pricings()).find(({ name }) => name === "StorageAccounts");
        expect(storage?.properties).toMatchObject({
            extensions: [
                { name: "OnUploadMalwareScanning", isEnabled: "False" },
                { name: "SensitiveDataDiscovery", isEnabled: "False" },
            ],
        });
    });

    it("plans no resource of Defender itself: each exists from the start, and azure-native creates none that does", async () => {
        expect((await plan()).ofType("security:Pricing")).toEqual([]);
    });
});
