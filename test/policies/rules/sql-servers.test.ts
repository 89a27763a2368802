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

describe("sql-server-entra-admin", () => {
    it("reports an administrator beside the server, who may be a person and takes the group's place", () => {
        const stack = compliant().plus(
            "sql:ServerAzureADAdministrator",
            "person",
            { login: "someone@figlo.example", sid: "66666666-6666-6666-6666-666666666666" },
            { serverName: ["server"] },
        );
        expect(stack.found("sql-server-entra-admin")).toEqual([
            expect.stringMatching(/^person: takes the place of the server's own administrator, and cannot say/),
        ]);
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

    it("reports a setting beside the server that says otherwise: it may be the last to be written", () => {
        const beside = (azureADOnlyAuthentication: unknown) =>
            compliant()
                .plus(
                    "sql:ServerAzureADOnlyAuthentication",
                    "only",
                    { azureADOnlyAuthentication },
                    { serverName: ["server"] },
                )
                .found("sql-server-entra-only-auth");
        expect(beside(true)).toEqual([]);
        expect(beside(false)).toEqual(["server: azureADOnlyAuthentication is false in only"]);
        expect(beside(undefined)).toEqual(["server: azureADOnlyAuthentication is not set in only"]);
        expect(beside(UNKNOWN)).toEqual([
            "server: undecided, azureADOnlyAuthentication is not known before deployment",
        ]);
    });

    it("reports a server that says no, whatever stands beside it", () => {
        const stack = compliant()
            .set("server", "administrators.azureADOnlyAuthentication", false)
            .plus(
                "sql:ServerAzureADOnlyAuthentication",
                "only",
                { azureADOnlyAuthentication: true },
                { serverName: ["server"] },
            );
        expect(stack.found("sql-server-entra-only-auth")).toEqual([
            "server: administrators.azureADOnlyAuthentication is false",
        ]);
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
    it("wants two settings of one server to agree", () => {
        const second = (state: string) =>
            compliant()
                .plus("sql:SqlVulnerabilityAssessmentsSetting", "second", { state }, { serverName: ["server"] })
                .found("sql-vulnerability-assessment");
        expect(second("Enabled")).toEqual([]);
        expect(second("Disabled")).toEqual(["server: its vulnerability assessment is not enabled"]);
    });

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
