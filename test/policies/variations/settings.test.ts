import { foundIn, type Variation } from "./varied";

const inRegions = (primary: string, secondary: string): Variation => ({
    settings: {
        "azure-native:location": primary,
        "regions.primary": primary,
        "regions.secondary": secondary,
        "monitoring.actionRegion": "swedencentral",
    },
});

const tenant = (id: string) => ({ id, name: `Adviseurs ${id}`, shard: "01", status: "active" });

describe("productie with other settings that are as safe", () => {
    it.each([
        ["northeurope", "westeurope"],
        ["swedencentral", "germanywestcentral"],
        ["francecentral", "italynorth"],
        ["germanywestcentral", "spaincentral"],
    ])("keeps every rule in %s and %s", async (primary, secondary) => {
        expect(await foundIn("productie", inRegions(primary, secondary))).toEqual([]);
    });

    it.each<[string, Variation]>([
        ["more and larger instances", { settings: { "web.plan.instances": 9, "web.plan.sku": "P3v3" } }],
        ["a larger pool", { settings: { "sql.pool.capacity": 16, "sql.pool.perDatabaseCapacity": 6 } }],
        ["logs kept for two years", { settings: { "monitoring.retentionDays": 730 } }],
        [
            "backups kept for longer",
            {
                settings: {
                    "backup.differentialHours": 24,
                    "backup.longTerm": { weeks: 52, months: 24, years: 10, weekOfYear: 26 },
                    "backup.documents.pointInTimeDays": 90,
                    "backup.documents.softDeleteDays": 180,
                    "backup.documents.vaultDays": 730,
                },
            },
        ],
        ["shorter sessions", { settings: { "web.sessionHours": 1 } }],
        ["the longest sessions", { settings: { "web.sessionHours": 12 } }],
        ["sessions that can be renewed", { settings: { "web.sessionRenewalHours": 4 } }],
        [
            "more customers",
            { tenants: (all) => [...all, ...["t-aaaa11", "t-bbbb22", "t-cccc33", "t-dddd44"].map(tenant)] },
        ],
        ["one customer", { tenants: (all) => all.slice(0, 1) }],
        [
            "no address at all",
            {
                settings: { "sql.firewall": [] },
                tenants: (all) => all.map(({ addresses, ...rest }) => rest),
            },
        ],
    ])("keeps every rule with %s", async (_, variation) => {
        expect(await foundIn("productie", variation)).toEqual([]);
    });
});

describe("ontwikkeling with what productie has", () => {
    it("keeps every rule with zones, backups and logs as in productie", async () => {
        const variation: Variation = { settings: { "sql.customerManagedKey": true, "monitoring.retentionDays": 365 } };
        expect(await foundIn("ontwikkeling", variation)).toEqual([]);
    });
});
