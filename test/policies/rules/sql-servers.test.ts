import { tags } from "../compliant/tags";
import { compliant } from "../compliant-stack";
import { type ExampleStack, UNKNOWN } from "../example-stack";

const range = (start: unknown, end: unknown, type = "sql:FirewallRule"): ExampleStack =>
    compliant()
        .set("server", "publicNetworkAccess", "Enabled")
        .plus(type, "rule", { startIpAddress: start, endIpAddress: end }, { serverName: ["server"] });

describe("sql-server-public-network", () => {
    it("passes a server that is open for a declared rule", () => {
        expect(range("203.0.113.7", "203.0.113.7").found("sql-server-public-network")).toEqual([]);
    });

    it("reports a server that is open for nobody", () => {
        const stack = compliant().set("server", "publicNetworkAccess", "Enabled");
        expect(stack.found("sql-server-public-network")).toEqual([
            "server: publicNetworkAccess is 'Enabled' and no address is declared",
        ]);
    });

    it("reports a rule on a closed server, which Azure refuses", () => {
        const stack = range("203.0.113.7", "203.0.113.7").set("server", "publicNetworkAccess", "Disabled");
        expect(stack.found("sql-server-public-network")).toEqual([
            "server: publicNetworkAccess is 'Disabled' and firewall rule rule is declared, which Azure refuses",
        ]);
    });

    it("does not count the rule of another server", () => {
        const stack = range("203.0.113.7", "203.0.113.7").set("partner", "publicNetworkAccess", "Enabled");
        expect(stack.found("sql-server-public-network")).toEqual([
            "partner: publicNetworkAccess is 'Enabled' and no address is declared",
        ]);
    });

    it("counts a rule inside one of the server's databases, which has no type in Azure", () => {
        const inputs = { startIpAddress: "203.0.113.7", endIpAddress: "203.0.113.7" };
        const stack = compliant()
            .set("server", "publicNetworkAccess", "Enabled")
            .plus("pulumi-nodejs:dynamic:Resource", "inside", inputs, { database: ["database"] });
        expect(stack.found("sql-server-public-network")).toEqual([]);
    });

    it("is undecided where a rule might be of any server", () => {
        const stack = compliant()
            .set("server", "publicNetworkAccess", "Enabled")
            .plus("sql:FirewallRule", "rule", { serverName: UNKNOWN, startIpAddress: "203.0.113.7" });
        expect(stack.found("sql-server-public-network")).toContain(
            "server: undecided, serverName of rule is not known before deployment",
        );
    });
});

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

describe("sql-server-private-endpoint", () => {
    it("wants endpoints in two regions in productie, and one elsewhere", () => {
        const stack = compliant().without("server-from-north", "other-site", "profile");
        expect(stack.found("sql-server-private-endpoint")).toEqual([
            "server: has private endpoints in 1 of at least 2 regions",
        ]);
        expect(stack.found("sql-server-private-endpoint", { environment: "test" })).toEqual([]);
    });

    it("wants one wherever applications run", () => {
        const stack = compliant().set("other-site", "location", "Sweden Central");
        expect(stack.found("sql-server-private-endpoint")).toEqual([
            "partner: has no private endpoint in swedencentral, where applications run",
            "server: has no private endpoint in swedencentral, where applications run",
        ]);
    });

    it("does not count an endpoint for something else", () => {
        const stack = compliant().set("server-from-north", "privateLinkServiceConnections", [{ groupIds: ["blob"] }]);
        expect(stack.found("sql-server-private-endpoint")).toContain(
            "server: has no private endpoint in northeurope, where applications run",
        );
    });

    const unnamed = "server: no private DNS zone has the server's name for its private endpoint server-from-west";

    it("reports an endpoint whose records nobody writes: the name would lead to the public address", () => {
        expect(compliant().without("server-west-records").found("sql-server-private-endpoint")).toEqual([unnamed]);
        const empty = compliant().set("server-west-records", "privateDnsZoneConfigs", []);
        expect(empty.found("sql-server-private-endpoint")).toEqual([unnamed]);
    });

    it("reports records in a zone that is not of SQL, and takes one that the plan does not hold", () => {
        const other = compliant()
            .plus("privatedns:PrivateZone", "blob-zone", { privateZoneName: "privatelink.blob.core.windows.net" })
            .change("server-west-records", (records) => ({
                ...records,
                propertyDependencies: {
                    ...records.propertyDependencies,
                    privateDnsZoneConfigs: [
                        "urn:pulumi:productie::figlo-advisor::azure-native:privatedns:PrivateZone::blob-zone",
                    ],
                },
            }));
        expect(other.found("sql-server-private-endpoint")).toEqual([unnamed]);
        expect(other.without("blob-zone").found("sql-server-private-endpoint")).toEqual([]);
    });
});

describe("sql-server-entra-only-auth", () => {
    it("passes a server whose setting stands beside it", () => {
        const stack = compliant()
            .unset("server", "administrators.azureADOnlyAuthentication")
            .plus(
                "sql:ServerAzureADOnlyAuthentication",
                "only",
                { azureADOnlyAuthentication: true },
                { serverName: ["server"] },
            );
        expect(stack.found("sql-server-entra-only-auth")).toEqual([]);
    });

    it("reports a SQL login and its password, also one that is secret", () => {
        const stack = compliant()
            .set("server", "administratorLogin", "sa")
            .set("server", "administratorLoginPassword", { $secret: true });
        expect(stack.found("sql-server-entra-only-auth")).toEqual([
            "server: administratorLogin is set: a SQL login with a password",
            "server: administratorLoginPassword is set",
        ]);
    });

    it("passes the login that Azure makes up for a server without one", () => {
        const stack = compliant().set("server", "administratorLogin", "CloudSA1a2b3c4d");
        expect(stack.found("sql-server-entra-only-auth")).toEqual([]);
    });
});

describe("sql-vulnerability-assessment", () => {
    it("takes the classic one where it is declared", () => {
        const stack = compliant()
            .without("server-scan")
            .plus(
                "sql:ServerVulnerabilityAssessment",
                "classic",
                { recurringScans: { isEnabled: true } },
                { serverName: ["server"] },
            );
        expect(stack.found("sql-vulnerability-assessment")).toEqual([]);
    });

    it("reports a server without any", () => {
        expect(compliant().without("server-scan").found("sql-vulnerability-assessment")).toEqual([
            "server: has no vulnerability assessment",
        ]);
    });
});

describe("sql-tde-cmk", () => {
    it("asks for a key of our own in acceptatie and productie, unless the configuration says otherwise", () => {
        const stack = compliant()
            .without("server-key")
            .set("server", "tags", { ...tags, environment: "test" });
        expect(stack.found("sql-tde-cmk", { environment: "acceptatie" })).toHaveLength(1);
        expect(stack.found("sql-tde-cmk", { environment: "test" })).toEqual([]);
        expect(stack.found("sql-tde-cmk", { customerManagedKey: false })).toEqual([]);
    });

    it.each(["ServiceManaged", "servicemanaged", "", undefined])(
        "reports the key name %p, which is no key of ours",
        (name) => {
            expect(compliant().set("server-key", "serverKeyName", name).found("sql-tde-cmk")).toHaveLength(1);
        },
    );
});
