import { compliant } from "../compliant-stack";
import { type ExampleStack, UNKNOWN } from "../example-stack";

const range = (start: unknown, end: unknown, type = "sql:FirewallRule"): ExampleStack =>
    compliant()
        .set("server", "publicNetworkAccess", "Enabled")
        .plus(type, "rule", { startIpAddress: start, endIpAddress: end }, { serverName: ["server"] });

describe("sql-firewall-no-any-ip", () => {
    it.each([
        ["203.0.113.0", "203.0.113.255", []],
        ["203.0.113.0", "203.0.114.0", ["rule: the range from 203.0.113.0 to 203.0.114.0 is wider than a /24"]],
        ["0.0.0.0", "127.255.255.255", ["rule: the range from 0.0.0.0 to 127.255.255.255 is wider than a /24"]],
        ["203.0.113.9", "203.0.113.7", ["rule: the range from 203.0.113.9 to 203.0.113.7 ends before it starts"]],
        ["0xcb007107", "0xcb007107", ["rule: the range from '0xcb007107' to '0xcb007107' is not one of addresses"]],
        ["203.0.113.9", "2001:db8::1", ["rule: the range from '203.0.113.9' to '2001:db8::1' is not one of addresses"]],
        ["::ffff:0.0.0.0", "::ffff:255.255.255.255", [expect.stringContaining("is wider than a /24")]],
        [undefined, undefined, ["rule: the range from not set to not set is not one of addresses"]],
        [UNKNOWN, "203.0.113.7", ["rule: undecided, startIpAddress is not known before deployment"]],
    ])("judges a range from %p to %p by its width", (start, end, expected) => {
        expect(range(start, end).found("sql-firewall-no-any-ip")).toEqual(expected);
    });

    it.each(["dbforpostgresql:FirewallRule", "dbformysql:FirewallRule", "pulumi-nodejs:dynamic/sql:DatabaseRule"])(
        "judges %s alike",
        (type) => {
            expect(range("0.0.0.0", "255.255.255.255", type).found("sql-firewall-no-any-ip")).toHaveLength(1);
        },
    );

    it("judges the IPv6 rules of SQL, whose inputs have other names", () => {
        const ipv6 = (end: string) =>
            compliant()
                .plus("sql:IPv6FirewallRule", "rule", { startIPv6Address: "2001:db8::", endIPv6Address: end })
                .found("sql-firewall-no-any-ip");
        expect(ipv6("2001:db8::ffff")).toEqual([]);
        expect(ipv6("2001:db8:ffff::")).toEqual([
            "rule: the range from 2001:db8:: to 2001:db8:ffff:: is wider than a /64",
        ]);
    });

    describe("with several ranges", () => {
        const ranges = (ends: readonly (readonly [string, string, string?])[]) =>
            ends
                .reduce(
                    (stack, [startIpAddress, endIpAddress, server = "server"], index) =>
                        stack.plus(
                            "sql:FirewallRule",
                            `rule-${index}`,
                            { startIpAddress, endIpAddress },
                            { serverName: [server] },
                        ),
                    compliant(),
                )
                .found("sql-firewall-no-any-ip");

        it("judges those of one server that border on each other or overlap together", () => {
            const beside = "and those beside it are wider than a /24 together";
            expect(
                ranges([
                    ["203.0.113.0", "203.0.113.255"],
                    ["203.0.112.0", "203.0.112.255"],
                ]),
            ).toEqual([
                `rule-0: the range from 203.0.113.0 to 203.0.113.255 ${beside}`,
                `rule-1: the range from 203.0.112.0 to 203.0.112.255 ${beside}`,
            ]);
            const overlapping = ranges([
                ["203.0.113.0", "203.0.113.200"],
                ["203.0.113.100", "203.0.114.20"],
                ["203.0.113.120", "203.0.113.130"],
            ]);
            expect(overlapping).toHaveLength(3);
        });

        it("is not led past by slices that leave out an address, nor by many of them that lie apart", () => {
            const slices = (count: number, step: number, last: number) =>
                ranges(
                    Array.from({ length: count }, (_, index) => [
                        `198.51.${index * step}.0`,
                        `198.51.${index * step}.${last}`,
                    ]),
                );
            expect(slices(2, 1, 254)).toEqual(
                [0, 1].map(
                    (index) =>
                        `rule-${index}: the range from 198.51.${index}.0 to 198.51.${index}.254 and those beside it are wider than a /24 together`,
                ),
            );
            expect(slices(16, 2, 255)).toEqual([]);
            expect(slices(17, 2, 255)).toHaveLength(17);
            expect(slices(17, 2, 255)[0]).toBe(
                "rule-0: its server lets in more than 16 times a /24 by all ranges together",
            );
        });

        it("passes halves of what one may be, ranges that lie apart, and those of two servers", () => {
            expect(
                ranges([
                    ["203.0.113.0", "203.0.113.127"],
                    ["203.0.113.128", "203.0.113.255"],
                    ["198.51.100.0", "198.51.100.255"],
                    ["203.0.112.0", "203.0.112.255", "partner"],
                ]),
            ).toEqual([]);
        });

        it("leaves out one that is not known yet", () => {
            expect(
                range("203.0.113.0", "203.0.113.255")
                    .plus("sql:FirewallRule", "later", { startIpAddress: UNKNOWN }, { serverName: ["server"] })
                    .found("sql-firewall-no-any-ip"),
            ).toEqual(["later: undecided, startIpAddress is not known before deployment"]);
        });
    });

    it("takes the widest range from the configuration", () => {
        const stack = range("203.0.113.0", "203.0.113.255");
        expect(stack.found("sql-firewall-no-any-ip", { widestIpv4Prefix: 28 })).toHaveLength(1);
    });
});

describe("sql-firewall-no-allow-azure-services", () => {
    it("reports the range that stands for all of Azure, in IPv6's clothing too", () => {
        expect(range("0.0.0.0", "0.0.0.0").found("sql-firewall-no-allow-azure-services")).toHaveLength(1);
        expect(range("::ffff:0.0.0.0", "::ffff:0.0.0.0").found("sql-firewall-no-allow-azure-services")).toHaveLength(1);
        expect(range("203.0.113.7", "203.0.113.7").found("sql-firewall-no-allow-azure-services")).toEqual([]);
    });

    it("reports the portal's name in any case", () => {
        const stack = range("203.0.113.7", "203.0.113.7").set("rule", "firewallRuleName", "allowAllWindowsAzureIPs");
        expect(stack.found("sql-firewall-no-allow-azure-services")).toEqual([
            "rule: the rule is named allowAllWindowsAzureIPs",
        ]);
    });
});
