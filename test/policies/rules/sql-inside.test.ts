import { packSettings } from "../../../cli/preview/pack-settings";
import { DATABASE_COPY, DATABASE_FIREWALL_RULE, DATABASE_GUARD } from "../../../policies/allowed-types";
import { evaluate } from "../../../policies/evaluate";
import { ENVIRONMENTS } from "../../../stacks/settings/environments";
import { previewed, street, TODAY } from "../../street";
import { compliant } from "../compliant-stack";
import { UNKNOWN } from "../example-stack";

describe("sql-db-users-limited", () => {
    const found = (name: string, path: string, value: unknown) =>
        compliant().set(name, path, value).found("sql-db-users-limited");

    it.each([
        [
            "application",
            "roles",
            ["db_owner"],
            ["roles holds 'db_owner', which is not for the kind 'managed-identity'"],
        ],
        [
            "application",
            "grants",
            ["EXECUTE", "ALTER"],
            ["grants holds 'ALTER', which is not for the kind 'managed-identity'"],
        ],
        [
            "reader",
            "roles",
            ["db_datareader", "db_datawriter"],
            ["roles holds 'db_datawriter', which is not for the kind 'group'"],
        ],
        ["reader", "grants", ["EXECUTE"], ["grants holds 'EXECUTE', which is not for the kind 'group'"]],
        ["reader", "kind", "user", ["kind is 'user'"]],
        ["reader", "kind", undefined, ["kind is not set"]],
        ["reader", "roles", undefined, ["roles is not set"]],
        ["reader", "grants", "EXECUTE", ["grants is 'EXECUTE'"]],
        ["reader", "userName", " ", ["userName is ' '"]],
        ["reader", "userName", "DBO", ["userName is 'DBO'"]],
        ["reader", "userName", "db_datareader", ["userName is 'db_datareader'"]],
        ["reader", "userName", "dbo-kantoor", []],
        ["reader", "roles", UNKNOWN, ["undecided, roles is not known before deployment"]],
        ["application", "roles", [], []],
    ])("judges %s with %s %j", (name, path, value, expected) => {
        expect(found(name, path, value)).toEqual(expected.map((message) => `${name}: ${message}`));
    });
});

describe("two users in one database", () => {
    it("are not called alike, since Azure SQL compares without case, width and blanks behind", () => {
        expect(compliant().set("reader", "userName", "ＢACK-End ").found("sql-db-users-limited")).toEqual([
            "application: is called what reader is called in the same database",
            "reader: is called what application is called in the same database",
        ]);
        const elsewhere = compliant().set("reader", "userName", "back-end").set("reader", "database", "sqldb-m2");
        expect(elsewhere.found("sql-db-users-limited")).toEqual([]);
    });
});

describe("sql-db-guarded", () => {
    const RULE = "sql-db-guarded";
    const office = compliant()
        .plus(
            DATABASE_FIREWALL_RULE,
            "office",
            { database: "sqldb-k7f3", ruleName: "office", startIpAddress: "192.0.2.1", endIpAddress: "192.0.2.1" },
            { host: ["failover"] },
        )
        .set("database-guard", "rules", ["office"]);

    it("passes a database whose guard keeps what the plan puts into it, in any order", () => {
        expect(office.found(RULE)).toEqual([]);
        expect(office.set("database-guard", "users", ["k7f3-readers", "back-end"]).found(RULE)).toEqual([]);
    });

    it("reports a tenant's database without a guard, and one whose guard is in another", () => {
        expect(compliant().without("database-guard").found(RULE)).toEqual(["database: has no guard"]);
        expect(compliant().set("database-guard", "database", "sqldb-m2").found(RULE)).toEqual([
            "database: has no guard",
        ]);
        expect(compliant().unset("database-guard", "database").found(RULE)).toEqual(["database: has no guard"]);
    });

    it("is undecided where a user's database is not known, which may be this one", () => {
        expect(compliant().set("reader", "database", UNKNOWN).found(RULE)).toEqual([
            "database: undecided, database of reader is not known before deployment",
        ]);
    });

    it("reports a second guard", () => {
        const { inputs } = compliant().get("database-guard");
        expect(compliant().plus(DATABASE_GUARD, "again", inputs).found(RULE)).toEqual([
            "database: has 2 guards, and each takes away what only another keeps",
        ]);
    });

    it.each([
        ["users", ["back-end"], "takes away user 'k7f3-readers', which the plan puts into it"],
        ["users", ["back-end", "k7f3-readers", "x"], "keeps user 'x', which the plan does not put into it"],
        ["rules", [], "takes away firewall rule 'office', which the plan puts into it"],
        ["rules", ["office", "home"], "keeps firewall rule 'home', which the plan does not put into it"],
    ])("compares its %s %j with the plan", (list, names, message) => {
        expect(office.set("database-guard", list, names).found(RULE)).toEqual([`database: its guard ${message}`]);
    });

    it.each(["users", "rules"])("reports a guard without %s, and is undecided while they are not known", (list) => {
        expect(compliant().unset("database-guard", list).found(RULE)).toEqual([
            `database: its guard's ${list} is not set`,
        ]);
        expect(compliant().set("database-guard", list, UNKNOWN).found(RULE)).toEqual([
            `database: undecided, ${list} is not known before deployment`,
        ]);
    });

    it.each(["missing", "disabled", "another text", undefined])(
        "reports a guard whose trigger is found %s",
        (trigger) => {
            expect(compliant().set("database-guard", "trigger", trigger).found(RULE)).toEqual([
                expect.stringMatching(
                    /^database: its guard's trigger is .*, so that nothing refuses a password in the open$/,
                ),
            ]);
        },
    );

    it("asks nothing of a transient copy, nor of a database that is no tenant's", () => {
        const alone = compliant().without("database-guard");
        expect(alone.set("database", "tags.dataClass", "transient").found(RULE)).toEqual([]);
        expect(alone.unset("database", "tags.tenant").found(RULE)).toEqual([]);
    });
});

describe("sql-db-no-plain-password", () => {
    const found = (path: string, value: unknown) =>
        compliant().set("database-guard", path, value).found("sql-db-no-plain-password");

    it("reports each column and each external source that a guard has found", () => {
        expect(found("suspectColumns", ["dbo.klant.wachtwoord", "dbo.user.pwd"])).toEqual([
            "database-guard: column 'dbo.klant.wachtwoord' looks like a password in plain text",
            "database-guard: column 'dbo.user.pwd' looks like a password in plain text",
        ]);
        expect(found("externalSources", ["warehouse"])).toEqual([
            "database-guard: external source 'warehouse' leads out of the database",
        ]);
    });

    it.each([[[]], [undefined], [UNKNOWN]])("finds nothing in %j: it has found nothing, or not looked yet", (value) => {
        expect(found("suspectColumns", value)).toEqual([]);
        expect(found("externalSources", value)).toEqual([]);
    });

    it("does not take another answer than a list for nothing", () => {
        expect(found("suspectColumns", "dbo.klant.wachtwoord")).toHaveLength(1);
    });
});

describe("sql-db-copy-known", () => {
    const RULE = "sql-db-copy-known";
    const named = compliant().set("server", "serverName", "sql-1").set("partner", "serverName", "sql-2");
    const onHosts = (...servers: readonly string[]) =>
        named.plus(DATABASE_COPY, "database-copy", { database: "sqldb-k7f3", servers }).found(RULE);

    it("reports a database of a failover group of whose copy nothing knows", () => {
        expect(compliant().without("database-copy").found(RULE)).toEqual([
            "database: nothing in the plan knows of its copy on the other server of its failover group",
        ]);
        expect(compliant().set("database-copy", "database", "sqldb-m2").found(RULE)).toHaveLength(1);
    });

    it("wants both servers looked at, since a failover changes which of them holds the copy", () => {
        const host = (server: string) => `${server}.database.windows.net`;
        expect(onHosts(host("SQL-1"), host("sql-2"))).toEqual([]);
        expect(onHosts(host("sql-1"), host("sql-22"))).toEqual([
            "database: its database-copy does not look for it on partner",
        ]);
        expect(onHosts(host("sql-2"))).toEqual(["database: its database-copy does not look for it on server"]);
        expect(compliant().unset("database-copy", "servers").found(RULE)).toHaveLength(2);
        expect(compliant().set("database-copy", "servers", [UNKNOWN, ""]).found(RULE)).toHaveLength(2);
    });

    it("asks nothing where there is no copy", () => {
        const alone = compliant().without("database-copy");
        expect(alone.without("failover").found(RULE)).toEqual([]);
        expect(alone.set("database", "tags.dataClass", "transient").found(RULE)).toEqual([]);
    });
});

describe.each(ENVIRONMENTS)("our own %s", (environment) => {
    it.each([
        [DATABASE_GUARD, "sql-db-guarded"],
        [DATABASE_COPY, "sql-db-copy-known"],
    ])("misses each tenant's %s, whether the tenant is active or not", async (type, rule) => {
        const { resources } = await previewed(environment);
        const left = resources.filter((resource) => resource.type !== type);
        const findings = evaluate(left, { ...packSettings(street()[environment]), today: TODAY });
        const tenants = street()[environment].data.tenants.map(({ id }) => `shard-01-tenant-${id}-database`);
        expect(findings.map(({ urn }) => urn.split("::").pop())).toEqual([...tenants].sort());
        expect(new Set(findings.map((finding) => finding.rule))).toEqual(new Set([rule]));
    });
});
