import { planAddresses } from "../../../infra/network/address-plan";
import { FLOWS, type SubnetRole, securityRules } from "../../../infra/network/security-rules";

const ROLES: readonly SubnetRole[] = [
    "front-end",
    "back-end",
    "runners",
    "private-endpoints",
    "back-end-endpoints",
    "document-endpoints",
    "shards",
];
const PLAN = planAddresses("10.20.0.0/20");

const names = (role: SubnetRole, direction: "Inbound" | "Outbound") =>
    securityRules(role, PLAN, "westeurope")
        .filter((rule) => rule.direction === direction)
        .map((rule) => rule.name);

describe("securityRules", () => {
    it.each(ROLES)("ends the rules of %s with a refusal of everything in both directions", (role) => {
        const denials = securityRules(role, PLAN, "westeurope").filter((rule) => rule.access === "Deny");
        expect(denials).toEqual(
            ["Inbound", "Outbound"].map((direction) =>
                expect.objectContaining({
                    direction,
                    priority: 4096,
                    protocol: "*",
                    sourceAddressPrefix: "*",
                    destinationAddressPrefix: "*",
                    destinationPortRange: "*",
                }),
            ),
        );
    });

    it("lets runners reach the state and its key in their own region, by the name that tags have for it", () => {
        const state = (region: string) =>
            securityRules("runners", PLAN, region)
                .map(({ destinationAddressPrefix }) => String(destinationAddressPrefix))
                .filter((to) => /^(Storage|AzureKeyVault)/.test(to));
        expect(state("West Europe")).toEqual(["Storage.westeurope", "AzureKeyVault.westeurope"]);
        expect(state("germanywestcentral")).toEqual(["Storage.germanywc", "AzureKeyVault.germanywc"]);
    });

    it.each(ROLES)("lets nothing into %s from outside the network", (role) => {
        const sources = securityRules(role, PLAN, "westeurope")
            .filter((rule) => rule.direction === "Inbound" && rule.access === "Allow")
            .map((rule) => rule.sourceAddressPrefix);
        expect(sources.filter((source) => !/^10\.20\.[0-3]\.0\/24$/.test(source))).toEqual([]);
    });

    it.each(ROLES)("names no destination of %s as wide as the internet or the whole network", (role) => {
        const allowed = securityRules(role, PLAN, "westeurope").filter((rule) => rule.access === "Allow");
        const destinations = allowed.flatMap(
            (rule) => rule.destinationAddressPrefixes ?? [rule.destinationAddressPrefix],
        );
        for (const wide of ["*", "Internet", "VirtualNetwork", "AzureCloud", "Storage", "0.0.0.0/0"]) {
            expect(destinations).not.toContain(wide);
        }
    });

    it("lets nothing into the subnets of applications and runners", () => {
        expect(names("front-end", "Inbound")).toEqual(["deny-all-inbound"]);
        expect(names("back-end", "Inbound")).toEqual(["deny-all-inbound"]);
        expect(names("runners", "Inbound")).toEqual(["deny-all-inbound"]);
    });

    it("lets applications and runners into endpoints: 443 for the platform, 1433 for shards", () => {
        expect(names("private-endpoints", "Inbound")).toEqual([
            "allow-from-front-end-443",
            "allow-from-back-end-443",
            "allow-from-runners-443",
            "deny-all-inbound",
        ]);
        expect(names("back-end-endpoints", "Inbound")).toEqual([
            "allow-from-front-end-443",
            "allow-from-runners-443",
            "deny-all-inbound",
        ]);
        expect(names("shards", "Inbound")).toEqual([
            "allow-from-back-end-1433",
            "allow-from-runners-1433",
            "deny-all-inbound",
        ]);
    });

    it("lets only front-ends and runners reach back-ends: a back-end is no way to another", () => {
        const reaching = FLOWS.filter(({ to }) => to === "back-end-endpoints").map(({ from }) => from);
        expect(reaching).toEqual(["front-end", "runners"]);
    });

    it("lets only back-ends reach customers' documents: a front-end that is broken into does not", () => {
        expect(names("document-endpoints", "Inbound")).toEqual(["allow-from-back-end-443", "deny-all-inbound"]);
    });

    it("lets endpoints begin no connection", () => {
        expect(names("back-end-endpoints", "Outbound")).toEqual(["deny-all-outbound"]);
        expect(names("document-endpoints", "Outbound")).toEqual(["deny-all-outbound"]);
        expect(names("private-endpoints", "Outbound")).toEqual(["deny-all-outbound"]);
        expect(names("shards", "Outbound")).toEqual(["deny-all-outbound"]);
    });

    it("lets applications out to endpoints, sign-in and telemetry only, and only back-ends to databases", () => {
        const platform = ["allow-to-private-endpoints-443"];
        const tags = ["allow-to-AzureActiveDirectory-443", "allow-to-AzureMonitor-443", "deny-all-outbound"];
        expect(names("front-end", "Outbound")).toEqual([...platform, "allow-to-back-end-endpoints-443", ...tags]);
        expect(names("back-end", "Outbound")).toEqual([
            ...platform,
            "allow-to-document-endpoints-443",
            "allow-to-shards-1433",
            ...tags,
        ]);
    });

    it("opens applications to shards that come later: the rule names the whole upper half", () => {
        const rule = securityRules("back-end", PLAN, "westeurope").find(({ name }) => name === "allow-to-shards-1433");
        expect(rule).toMatchObject({
            sourceAddressPrefix: "10.20.1.0/24",
            destinationAddressPrefix: "10.20.8.0/21",
            destinationPortRange: "1433",
            protocol: "Tcp",
            access: "Allow",
        });
    });

    it("writes addresses outside Azure as a list and a service tag alone, as Azure takes them", () => {
        const rules = securityRules("runners", PLAN, "westeurope");
        const github = rules.find(({ name }) => name === "allow-to-github-443");
        expect(github?.destinationAddressPrefixes).toContain("140.82.112.0/20");
        expect(github?.destinationAddressPrefix).toBeUndefined();
        const tag = rules.find(({ name }) => name === "allow-to-AzureResourceManager-443");
        expect(tag?.destinationAddressPrefix).toBe("AzureResourceManager");
        expect(tag?.destinationAddressPrefixes).toBeUndefined();
    });

    it.each(ROLES)("gives the rules of %s names and priorities of their own in each direction", (role) => {
        const rules = securityRules(role, PLAN, "westeurope");
        const unique = (values: readonly string[]) => expect(values).toHaveLength(new Set(values).size);
        unique(rules.map((rule) => rule.name));
        unique(rules.map((rule) => `${rule.direction} ${rule.priority}`));
    });
});

describe("FLOWS", () => {
    it("stays within Azure's limits on priorities and descriptions", () => {
        expect(FLOWS.filter(({ priority }) => priority < 100 || priority > 4095)).toEqual([]);
        expect(FLOWS.filter(({ why }) => why.length === 0 || why.length > 140)).toEqual([]);
    });
});
