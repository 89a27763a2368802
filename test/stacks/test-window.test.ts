import { planEnvironment } from "../../cli/offline/plan-environment";
import type { Environment } from "../../stacks/settings/environments";
import type { Settings } from "../../stacks/settings/settings";
import { withTestWindow } from "../../stacks/test-window";
import { Planned } from "../planned";
import { street } from "../street";

const range = (name: string, start: string, end: string) => ({ name, start, end });

const window = (addresses: NonNullable<Settings["testWindow"]>["addresses"]): Settings["testWindow"] => ({
    party: "Waterkant Security",
    addresses,
    from: "2026-11-30",
    until: "2026-12-18",
    reason: "The yearly test looks at the servers from outside.",
});

/** An environment's settings with a window, as they hold on a day. */
const settingsOn = (today: string, addresses = [range("utrecht", "192.0.2.32", "192.0.2.33")]): Settings =>
    withTestWindow({ ...street().test.settings, testWindow: window(addresses) }, today);

async function planOn(environment: Environment, today: string, changes: Partial<Settings> = {}): Promise<Planned> {
    const loaded = street()[environment];
    const settings = { ...loaded.settings, ...changes };
    return new Planned((await planEnvironment({ ...loaded, settings }, today)).resources);
}

const rulesOf = (plan: Planned) =>
    ["sql:FirewallRule", "sql:IPv6FirewallRule"].flatMap((type) => plan.ofType(type).map(({ name }) => name)).sort();

describe("withTestWindow", () => {
    it.each([
        ["2026-11-29", []],
        ["2026-11-30", ["security-test-utrecht"]],
        ["2026-12-18", ["security-test-utrecht"]],
        ["2026-12-19", []],
    ])("admits on %s %j", (today, names) => {
        expect(settingsOn(today).sql.firewall.map(({ name }) => name)).toEqual(names);
    });

    it("gives each rule the reason and the end of the test", () => {
        expect(settingsOn("2026-12-01").sql.firewall).toEqual([
            {
                name: "security-test-utrecht",
                start: "192.0.2.32",
                end: "192.0.2.33",
                reason: "The yearly test looks at the servers from outside.",
                until: "2026-12-18",
            },
        ]);
    });

    it("admits testers at front-ends that are open to some addresses only, as blocks, each once", () => {
        const loaded = street().test.settings;
        const few = { ...loaded, web: { ...loaded.web, visitors: ["192.0.2.32/31", "198.51.100.0/24"] } };
        const addresses = [range("utrecht", "192.0.2.32", "192.0.2.34"), range("six", "2001:db8::1", "2001:db8::1")];
        const { visitors } = withTestWindow({ ...few, testWindow: window(addresses) }, "2026-12-01").web;
        expect(visitors).toEqual(["192.0.2.32/31", "198.51.100.0/24", "192.0.2.34/32", "2001:db8::1/128"]);
    });

    it("leaves front-ends as they are that the internet visits", () => {
        const { settings } = street().productie;
        expect(settings.web.visitors).toBe("internet");
        expect(withTestWindow(settings, "2026-12-01").web.visitors).toBe("internet");
    });

    it("leaves settings without a window as they are", () => {
        const { settings } = street().test;
        expect(withTestWindow(settings, "2026-12-01")).toBe(settings);
    });
});

describe("the plan", () => {
    it("of productie holds two rules more when the window opens, one on each server", async () => {
        const known = rulesOf(await planOn("productie", "2026-11-29"));
        const open = rulesOf(await planOn("productie", "2026-11-30"));
        expect(open.filter((name) => !known.includes(name))).toEqual([
            "shard-01-primary-firewall-security-test-waterkant-utrecht",
            "shard-01-secondary-firewall-security-test-waterkant-utrecht",
        ]);
        expect(known.filter((name) => !open.includes(name))).toEqual([]);
    });

    it("opens servers that are closed otherwise on the days of the test only", async () => {
        const testWindow = window([range("six", "2001:db8::1", "2001:db8::1")]);
        const access = async (today: string) => {
            const plan = await planOn("test", today, { testWindow });
            return [plan.ofType("sql:Server").map(({ inputs }) => inputs.publicNetworkAccess), rulesOf(plan).length];
        };
        expect(await access("2026-11-29")).toEqual([["Disabled", "Disabled"], 0]);
        expect(await access("2026-12-18")).toEqual([["Enabled", "Enabled"], 2]);
        expect(await access("2026-12-19")).toEqual([["Disabled", "Disabled"], 0]);
    });
});
