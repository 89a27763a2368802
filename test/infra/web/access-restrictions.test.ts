import { requireIngress, scmAccess, siteAccess } from "../../../infra/web/access-restrictions";

const RUNNERS = "runners-subnet";

const allowed = (ingress: Parameters<typeof siteAccess>[0]) =>
    siteAccess(ingress, RUNNERS).map(({ ipAddress }) => ipAddress);

describe("siteAccess", () => {
    it("opens a public front-end for IPv4 and IPv6: 0.0.0.0/0 alone shuts visitors with IPv6 out", () => {
        expect(allowed({ kind: "internet" })).toEqual(["0.0.0.0/0", "::/0", "AzureTrafficManager"]);
    });

    it("lets Traffic Manager's probes in by service tag, also where only declared addresses are", () => {
        const rules = siteAccess({ kind: "addresses", addresses: ["203.0.113.7"] }, RUNNERS);
        expect(rules).toContainEqual({
            name: "traffic-manager",
            description: "Traffic Manager's health probes",
            action: "Allow",
            priority: 100,
            tag: "ServiceTag",
            ipAddress: "AzureTrafficManager",
        });
    });

    it("lets the runners in, who ask a new release for its health, where not everybody may", () => {
        const runners = { name: "runners", action: "Allow", vnetSubnetResourceId: RUNNERS };
        expect(siteAccess({ kind: "addresses", addresses: ["203.0.113.7"] }, RUNNERS).at(-1)).toMatchObject(runners);
    });

    it("writes declared addresses as ranges and names each after itself, never after its place in the list", () => {
        const first = siteAccess({ kind: "addresses", addresses: ["203.0.113.7", "2001:db8::/120"] }, RUNNERS);
        const second = siteAccess({ kind: "addresses", addresses: ["198.51.100.0/24", "203.0.113.7"] }, RUNNERS);
        expect(first.map(({ name, ipAddress }) => [name, ipAddress]).slice(0, 2)).toEqual([
            ["203.0.113.7/32", "203.0.113.7/32"],
            ["2001:db8::/120", "2001:db8::/120"],
        ]);
        expect(second[1]).toEqual(first[0]);
    });

    it("refuses ranges so wide that two are everybody, and an address twice", () => {
        const of = (...addresses: string[]) => requireIngress("front-end", { kind: "addresses", addresses });
        expect(() => of("0.0.0.0/1", "128.0.0.0/1")).toThrow("'0.0.0.0/1' is too wide, at most a /24 is allowed");
        expect(() => of("2001:db8::/32")).toThrow("'2001:db8::/32' is too wide, at most a /120 is allowed");
        expect(() => of("203.0.113.7", "203.0.113.7/32")).toThrow("names '203.0.113.7/32' twice");
    });

    it("keeps a rule's name within the 32 characters that Azure takes, and tells two long ones apart", () => {
        const addresses = ["2001:db8:1111:2222:3333:4444:5555:1", "2001:db8:1111:2222:3333:4444:5555:2"];
        const rules = siteAccess({ kind: "addresses", addresses }, RUNNERS);
        const names = rules.map(({ name }) => String(name));
        expect(names.every((name) => name.length <= 32)).toBe(true);
        expect(new Set(names).size).toBe(4);
    });

    it("only allows, with one priority: what is not named is for the default action to deny", () => {
        const rules = siteAccess({ kind: "internet" }, RUNNERS);
        expect(new Set(rules.map(({ action, priority }) => `${action} ${priority}`))).toEqual(new Set(["Allow 100"]));
    });

    it("allows nobody on a private site", () => {
        expect(siteAccess({ kind: "private" }, RUNNERS)).toEqual([]);
    });
});

describe("scmAccess", () => {
    it("allows the runners' subnet and no address", () => {
        expect(scmAccess("runners-subnet")).toEqual([
            {
                name: "runners",
                description: "The pipeline's runners",
                action: "Allow",
                priority: 100,
                tag: "Default",
                vnetSubnetResourceId: "runners-subnet",
            },
        ]);
    });
});

describe("requireIngress", () => {
    it.each([{ kind: "internet" }, { kind: "addresses", addresses: ["203.0.113.7"] }] as const)(
        "refuses a back-end with ingress $kind",
        (ingress) => {
            expect(() => requireIngress("back-end", ingress)).toThrow(
                `a back-end is reached by private endpoints only, got ingress '${ingress.kind}'`,
            );
        },
    );

    it.each(["0.0.0.0/0", "::/0", "203.0.113.7/0"])(
        "refuses %s as a declared address: it means everybody",
        (address) => {
            expect(() => requireIngress("front-end", { kind: "addresses", addresses: [address] })).toThrow(
                `'${address}' means everybody; declare ingress 'internet'`,
            );
        },
    );

    it.each([
        "Any",
        "AzureCloud",
        "203.0.113",
        "203.0.113.7/33",
        "203.0.113.7/",
        "203.0.113.7/8/8",
        "2001:db8::/129",
        "",
    ])("refuses '%s', which is no address", (address) => {
        expect(() => requireIngress("front-end", { kind: "addresses", addresses: [address] })).toThrow(
            `'${address}' is not an IP address or CIDR range`,
        );
    });

    it("refuses a list without addresses", () => {
        expect(() => requireIngress("front-end", { kind: "addresses", addresses: [] })).toThrow(
            "ingress 'addresses' names no address",
        );
    });

    it("accepts a private front-end", () => {
        expect(() => requireIngress("front-end", { kind: "private" })).not.toThrow();
    });
});
