import { DATABASE_FIREWALL_RULE } from "../../policies/allowed-types";
import { compliant } from "./compliant-stack";
import { type ExampleStack, UNKNOWN } from "./example-stack";

const RULE = "sql-tenant-separated";

const ruleIn = (stack: ExampleStack, name: string, database: string, address: string) =>
    stack.plus(
        DATABASE_FIREWALL_RULE,
        name,
        { database, ruleName: name, startIpAddress: address, endIpAddress: address },
        { host: ["failover"] },
    );

/** Two tenants, k7f3 and m2, the second with an address. */
const two = ruleIn(
    compliant().plus(
        "sql:Database",
        "second",
        { databaseName: "sqldb-m2", tags: { tenant: "m2" } },
        { serverName: ["server"] },
    ),
    "second-office",
    "sqldb-m2",
    "192.0.2.65",
);

const TENANTS = {
    tenants: ["k7f3", "m2"].map((id) => ({ id, active: true, addresses: [], readers: [] })),
};

describe("the copy of a tenant's database", () => {
    const copy = (
        inputs: Readonly<Record<string, unknown>>,
        references: Readonly<Record<string, readonly string[]>> = {},
    ) =>
        ruleIn(
            two.plus("sql:Database", "copy", { databaseName: "drill", tags: { tenant: "m2" }, ...inputs }, references),
            "stray",
            "drill",
            "192.0.2.65",
        ).found(RULE, TENANTS);
    const ACROSS = [
        "second-office: lets an address of rule stray of tenant 'k7f3' into the database of 'm2'",
        "stray: lets an address of rule second-office of tenant 'm2' into the database of 'k7f3'",
    ];

    it("is that tenant's, whatever its tag says", () => {
        expect(copy({ sourceDatabaseId: UNKNOWN }, { sourceDatabaseId: ["database"] })).toEqual(ACROSS);
        expect(copy({ sourceDatabaseId: UNKNOWN }, { sourceDatabaseId: ["second"] })).toEqual([]);
    });

    it("is known by the id of a backup too", () => {
        const backup = (database: string) =>
            `/subscriptions/s/providers/Microsoft.Sql/locations/westeurope/longTermRetentionServers/x/longTermRetentionDatabases/${database}/longTermRetentionBackups/b`;
        expect(copy({ longTermRetentionBackupResourceId: backup("sqldb-k7f3") })).toEqual(ACROSS);
        expect(copy({ longTermRetentionBackupResourceId: backup("sqldb-m2") })).toEqual([]);
    });

    it("is undecided where nobody knows of what it is one", () => {
        expect(copy({ sourceDatabaseId: UNKNOWN })).toEqual([
            "stray: undecided, sourceDatabaseId is not known before deployment",
        ]);
    });
});

describe("a way around rules and users", () => {
    it.each([
        ["sql:VirtualNetworkRule", "lets a whole network into every database of the server"],
        ["azure-native:sql/v20230801:VirtualNetworkRule", "lets a whole network into every database of the server"],
        ["sql:JobAgent", "runs statements in several databases"],
        ["sql:SyncGroup", "copies rows from one database to another"],
    ])("is found in %s", (type, message) => {
        expect(two.plus(type, "way", {}, { serverName: ["server"] }).found(RULE)).toEqual([`way: ${message}`]);
    });

    it("is an outbound rule to a database server, and none to a storage account", () => {
        const outbound = (outboundRuleFqdn: unknown) =>
            two.plus("sql:OutboundFirewallRule", "way", { outboundRuleFqdn }, { serverName: ["server"] }).found(RULE);
        expect(outbound("Other.database.windows.net")).toEqual([
            "way: lets databases query others, on Other.database.windows.net",
        ]);
        expect(outbound("logs.blob.core.windows.net")).toEqual([]);
        expect(outbound(UNKNOWN)).toEqual(["way: undecided, outboundRuleFqdn is not known before deployment"]);
    });
});
