import { packSettings } from "../../../cli/preview/pack-settings";
import { DATABASE_FIREWALL_RULE, DATABASE_USER } from "../../../policies/allowed-types";
import type { DeclaredTenant } from "../../../policies/declared";
import { evaluate } from "../../../policies/evaluate";
import type { ResourceInput } from "../../../policies/model";
import { previewed, street, TODAY } from "../../street";
import { compliant } from "../compliant-stack";
import { type ExampleStack, UNKNOWN } from "../example-stack";

const RULE = "sql-tenant-separated";
const GROUP = "44444444-4444-4444-8444-444444444444";
const READERS = "33333333-3333-4333-8333-333333333333";

type Ends = readonly [start: unknown, end: unknown];

const ruleIn = (stack: ExampleStack, name: string, database: unknown, [start, end]: Ends) =>
    stack.plus(
        DATABASE_FIREWALL_RULE,
        name,
        { database, ruleName: name, startIpAddress: start, endIpAddress: end },
        { host: ["failover"] },
    );

const onServer = (stack: ExampleStack, [startIpAddress, endIpAddress]: Ends) =>
    stack.plus("sql:FirewallRule", "server-rule", { startIpAddress, endIpAddress }, { serverName: ["server"] });

const userIn = (stack: ExampleStack, name: string, database: string, entraId: unknown) =>
    stack.plus(
        DATABASE_USER,
        name,
        { database, userName: name, kind: "group", entraId, roles: ["db_datareader"], grants: [] },
        { host: ["failover"] },
    );

/** Two tenants, k7f3 and m2, each with an address. */
const two = ruleIn(
    ruleIn(
        compliant().plus(
            "sql:Database",
            "second",
            { databaseName: "sqldb-m2", tags: { tenant: "m2" } },
            { serverName: ["server"] },
        ),
        "first-office",
        "sqldb-k7f3",
        ["192.0.2.10", "192.0.2.13"],
    ),
    "second-office",
    "sqldb-m2",
    ["192.0.2.64", "192.0.2.71"],
);

const m2 = (given: Partial<DeclaredTenant>) => ({
    tenants: [
        { id: "k7f3", active: true, addresses: [], readers: [READERS] },
        { id: "m2", active: true, addresses: [], readers: [], ...given },
    ],
});

describe("the addresses of tenants", () => {
    it("pass where each reaches its own database, also by two rules", () => {
        expect(two.found(RULE)).toEqual([]);
        expect(ruleIn(two, "again", "SQLDB-K7F3", ["192.0.2.10", "192.0.2.20"]).found(RULE)).toEqual([]);
    });

    it.each<[string, Ends]>([
        ["is another's", ["192.0.2.64", "192.0.2.71"]],
        ["ends in another's", ["192.0.2.60", "192.0.2.64"]],
        ["begins in another's", ["192.0.2.71", "192.0.2.71"]],
        ["holds another's", ["192.0.2.14", "192.0.2.100"]],
        ["is another's in IPv6's clothing", ["::ffff:192.0.2.65", "::ffff:192.0.2.66"]],
    ])("are reported from both sides where one %s", (_, ends) => {
        expect(ruleIn(two, "stray", "sqldb-k7f3", ends).found(RULE)).toEqual([
            "second-office: lets an address of rule stray of tenant 'k7f3' into the database of 'm2'",
            "stray: lets an address of rule second-office of tenant 'm2' into the database of 'k7f3'",
        ]);
    });

    it("pass where one lies between others'", () => {
        expect(ruleIn(two, "between", "sqldb-k7f3", ["192.0.2.14", "192.0.2.63"]).found(RULE)).toEqual([]);
        expect(ruleIn(two, "behind", "sqldb-k7f3", ["192.0.2.72", "192.0.2.72"]).found(RULE)).toEqual([]);
    });

    it("never stand on the server, which lets them into every database", () => {
        expect(onServer(two, ["192.0.2.13", "192.0.2.13"]).found(RULE)).toEqual([
            "server-rule: lets an address of rule first-office of tenant 'k7f3' into every database of the server",
        ]);
        expect(onServer(two, ["192.0.2.14", "192.0.2.14"]).found(RULE)).toEqual([]);
    });

    it("are known by the files too, where the plan lets them in nowhere", () => {
        const addresses = [{ start: "198.51.100.7", end: "198.51.100.9", until: TODAY }];
        const ends: Ends = ["198.51.100.8", "198.51.100.8"];
        expect(ruleIn(compliant(), "stray", "sqldb-k7f3", ends).found(RULE, m2({ addresses }))).toEqual([
            "stray: lets an address that the files declare of tenant 'm2' into the database of 'k7f3'",
        ]);
        expect(onServer(compliant(), ends).found(RULE, m2({ addresses }))).toEqual([
            "server-rule: lets an address that the files declare of tenant 'm2' into every database of the server",
        ]);
    });

    it("are a tenant's no more when they have ended", () => {
        const addresses = [{ start: "198.51.100.7", end: "198.51.100.9", until: "2026-11-22" }];
        const stack = onServer(compliant(), ["198.51.100.8", "198.51.100.8"]);
        expect(stack.found(RULE, m2({ addresses }))).toEqual([]);
    });

    it("are of the tenant in whose database they are, also where the plan does not hold it", () => {
        const addresses = [{ start: "198.51.100.7", end: "198.51.100.9" }];
        const elsewhere = ruleIn(compliant(), "office", "sqldb-m2", ["198.51.100.8", "198.51.100.8"]);
        expect(elsewhere.found(RULE, m2({ addresses }))).toEqual([]);
        expect(elsewhere.found(RULE, { tenants: [{ id: "z9", active: true, addresses, readers: [] }] })).toEqual([
            "office: lets an address that the files declare of tenant 'z9' into the database of 'sqldb-m2'",
        ]);
    });

    it("are undecided while an end, the database or its tenant is not known", () => {
        const unknown = (name: string, path: string) => two.set(name, path, UNKNOWN).found(RULE);
        expect(unknown("first-office", "startIpAddress")).toEqual([
            "first-office: undecided, startIpAddress is not known before deployment",
        ]);
        expect(unknown("first-office", "database")).toEqual([
            "first-office: undecided, database is not known before deployment",
        ]);
        expect(unknown("second", "tags.tenant")).toEqual([
            "second-office: undecided, the tag 'tenant' of second is not known before deployment",
        ]);
    });

    it("are judged in the rules of other providers as well", () => {
        const address = { startIpAddress: "192.0.2.11", endIpAddress: "192.0.2.11" };
        expect(two.plus("azure:mssql/firewallRule:FirewallRule", "classic", address).found(RULE)).toEqual([
            "classic: lets an address of rule first-office of tenant 'k7f3' into every database of the server",
        ]);
        expect(two.plus("azure-native:dbforpostgresql:FirewallRule", "other", address).found(RULE)).toEqual([]);
    });

    it("are undecided where two databases of one name are of two tenants", () => {
        const twin = two.plus("sql:Database", "twin", { databaseName: "sqldb-m2", tags: { tenant: "z9" } });
        expect(twin.found(RULE)).toEqual([
            "second-office: undecided, which of the databases called sqldb-m2 is meant is not known",
        ]);
    });

    it("must be in some database", () => {
        expect(two.unset("first-office", "database").found(RULE)).toEqual(["first-office: database is not set"]);
    });
});

describe("the identities of tenants", () => {
    it("are reported where one is in two tenants' databases, in any spelling", () => {
        const stack = userIn(userIn(two, "guest", "sqldb-k7f3", GROUP), "other-guest", "sqldb-m2", GROUP.toUpperCase());
        expect(stack.found(RULE)).toEqual([
            "guest: is in the database of tenant 'm2' too",
            "other-guest: is in the database of tenant 'k7f3' too",
        ]);
    });

    it("are reported where the files call one the reader of another tenant", () => {
        const stack = userIn(two, "guest", "sqldb-k7f3", GROUP);
        expect(stack.found(RULE, m2({ readers: [GROUP.toUpperCase()] }))).toEqual([
            "guest: is a reader of tenant 'm2', in the database of 'k7f3'",
        ]);
        expect(stack.found(RULE, m2({}))).toEqual([]);
    });

    it("are not those of the group that administers the servers", () => {
        const administrator = "22222222-2222-2222-2222-222222222222";
        expect(userIn(two, "guest", "sqldb-k7f3", administrator).found(RULE)).toEqual([
            "guest: is the group that administers the servers, and so in every database",
        ]);
        expect(two.set("server", "administrators.sid", UNKNOWN).found(RULE)).toEqual([
            "reader: undecided, the administrator of a server is not known before deployment",
        ]);
    });

    it("may be in every database where a site runs as it", () => {
        const application = compliant().get("application");
        const stack = two.change("second-office", (rule) => ({
            ...application,
            urn: rule.urn,
            name: rule.name,
            inputs: { ...application.inputs, database: "sqldb-m2" },
        }));
        expect(stack.found(RULE)).toEqual([]);
        const known = stack.set("application", "entraId", GROUP).set("second-office", "entraId", GROUP);
        expect(known.found(RULE)).toEqual([]);
    });

    it("are reported where no site runs as it", () => {
        const idle = two.plus("managedidentity:UserAssignedIdentity", "idle", {});
        const stack = idle.change("application", (user) => ({
            ...user,
            propertyDependencies: { entraId: [idle.urn("idle")] },
        }));
        expect(stack.found(RULE)).toEqual(["application: is an identity that no site runs as"]);
        expect(two.set("reader", "kind", "managed-identity").found(RULE)).toEqual([
            "reader: is no group, and no identity that a site of this stack runs as",
        ]);
    });

    it("are not another's by being made from the application's", () => {
        const reading = (entraId: unknown) => two.set("application", "entraId", entraId);
        expect(reading(GROUP).found(RULE, m2({ readers: [GROUP] }))).toEqual([
            "application: is a reader of tenant 'm2', in the database of 'k7f3'",
        ]);
        expect(reading("22222222-2222-2222-2222-222222222222").found(RULE)).toEqual([
            "application: is the group that administers the servers, and so in every database",
        ]);
        expect(reading(UNKNOWN).set("application", "kind", "group").found(RULE)).toEqual([
            "application: kind is 'group', and entraId is made from an identity that a site runs as",
        ]);
    });

    it("are not those of an administrator that stands beside the server", () => {
        const beside = (sid: unknown) =>
            two.plus("sql:ServerAzureADAdministrator", "beside", { sid }, { serverName: ["server"] }).found(RULE);
        expect(beside(READERS.toUpperCase())).toEqual([
            "reader: is the group that administers the servers, and so in every database",
        ]);
        expect(beside(UNKNOWN)).toEqual([
            "reader: undecided, the administrator of a server is not known before deployment",
        ]);
    });

    it.each([undefined, "", "somebody", 7])("must be an id of Entra's, not %p", (entraId) => {
        expect(two.set("reader", "entraId", entraId).found(RULE)).toHaveLength(1);
        expect(two.set("reader", "entraId", UNKNOWN).found(RULE)).toEqual([
            "reader: undecided, entraId is not known before deployment",
        ]);
    });
});

describe("a tenant that is suspended or leaving", () => {
    const CLOSED = "is in the database of 'm2', which is suspended or leaving: only administrators get in";

    it("has no address and no identity in its database, its own neither", () => {
        const stack = userIn(two, "guest", "SQLDB-M2", GROUP);
        expect(stack.found(RULE, m2({ id: "M2", active: false, readers: [GROUP] }))).toEqual([
            `second-office: ${CLOSED}`,
            `guest: ${CLOSED}`,
        ]);
    });

    it("does not have the application in it either", () => {
        const stack = two.set("application", "database", "sqldb-m2");
        expect(stack.found(RULE, m2({ active: false }))).toContain(`application: ${CLOSED}`);
    });

    it("closes nobody else's database", () => {
        expect(two.without("second-office").found(RULE, m2({ active: false }))).toEqual([]);
    });
});

describe("our own productie", () => {
    const given = { ...packSettings(street().productie), today: TODAY };
    const found = (resources: readonly ResourceInput[]) =>
        evaluate(resources, given)
            .filter(({ rule }) => rule === RULE)
            .map(({ urn, message }) => `${urn.split("::").pop()}: ${message}`);

    it("is found to keep tenants apart, and not where one's address is the server's or one's reader is another's", async () => {
        const { resources } = await previewed("productie");
        expect(found(resources)).toEqual([]);
        const moved = resources.map((resource) => ({
            ...resource,
            inputs:
                resource.inputs.firewallRuleName === "office-utrecht"
                    ? { ...resource.inputs, endIpAddress: "192.0.2.11", startIpAddress: "192.0.2.11" }
                    : resource.inputs.userName === "tenant-t-4f9k2c-portability"
                      ? { ...resource.inputs, database: "sqldb-t-b5q1w6" }
                      : resource.inputs,
        }));
        expect(found(moved)).toEqual([
            expect.stringMatching(/^shard-01-primary-.*tenant 't-4f9k2c' into every database of the server$/),
            expect.stringMatching(/^shard-01-secondary-.*tenant 't-4f9k2c' into every database of the server$/),
            "shard-01-tenant-t-4f9k2c-reader: is a reader of tenant 't-4f9k2c', in the database of 't-b5q1w6'",
        ]);
    });
});
