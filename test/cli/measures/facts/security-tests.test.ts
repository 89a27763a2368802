import { securityTests } from "../../../../cli/measures/facts/security-tests";
import { planEnvironment } from "../../../../cli/offline/plan-environment";
import type { Settings } from "../../../../stacks/settings/settings";
import { street } from "../../../street";

async function factsOn(today: string, changes: Partial<Settings> = {}): Promise<readonly string[]> {
    const loaded = { ...street().test, settings: { ...street().test.settings, ...changes } };
    const { resources } = await planEnvironment(loaded, today);
    return securityTests.of({ loaded, resources, basis: "plan", today });
}

const testWindow = {
    party: "Waterkant Security",
    addresses: [{ name: "utrecht", start: "192.0.2.32", end: "192.0.2.33" }],
    from: "2026-11-30",
    until: "2026-12-18",
    reason: "The yearly test looks at the servers from outside.",
};

describe("facts of the external security test", () => {
    it("name the plans of Defender, whom it tells, and the servers that are assessed", async () => {
        expect(await factsOn("2026-11-23")).toEqual([
            "Defender plans that are on: SqlServers, AppServices, KeyVaults, StorageAccounts, Arm",
            "Defender tells platform-team@figlo.example",
            "vulnerability assessment is on for 2 of 2 SQL servers",
        ]);
    });

    it("leave Defender to the owner of the subscription, where another environment is", async () => {
        expect(await factsOn("2026-11-23", { ownsSubscription: false })).toEqual([
            "Defender for Cloud is left to the owner of the subscription",
            "vulnerability assessment is on for 2 of 2 SQL servers",
        ]);
    });

    it.each([
        ["2026-11-29", "0 firewall rules"],
        ["2026-11-30", "2 firewall rules"],
    ])("show on %s that %s of a test window are there", async (today, rules) => {
        expect(await factsOn(today, { testWindow })).toContain(
            `test window of Waterkant Security from 2026-11-30 until 2026-12-18: ${rules} of it`,
        );
    });

    it("say that nothing is on and nobody is told, where an owner of a subscription has neither", () => {
        const loaded = street().test;
        expect(securityTests.of({ loaded, resources: [], basis: "state", today: "2026-11-23" })).toEqual([
            "Defender plans that are on: none",
            "Defender tells nobody",
            "vulnerability assessment is on for 0 of 0 SQL servers",
        ]);
    });
});
