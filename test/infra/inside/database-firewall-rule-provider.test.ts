import fc from "fast-check";
import { provider, type RuleState } from "../../../infra/inside/database-firewall-rule-provider";
import { anyName } from "./hostile-names";
import { INSIDE, PlayedDatabases, thrown } from "./played-databases";

const RULE: RuleState = { ...INSIDE, ruleName: "kantoor", startIpAddress: "203.0.113.1", endIpAddress: "203.0.113.9" };
const IPV6: RuleState = {
    ...INSIDE,
    ruleName: "kantoor",
    startIPv6Address: "2001:db8::1",
    endIPv6Address: "2001:db8::ff",
};

describe("a firewall rule inside a database", () => {
    let databases: PlayedDatabases;
    const start = async (faults?: string) => {
        databases = await PlayedDatabases.start(faults);
    };
    afterEach(() => databases.stop());

    const create = (inputs = RULE) => provider.create(inputs);
    const read = async (state = RULE) => provider.read?.("db/kantoor", state);
    const remove = async (state = RULE) => provider.delete?.("db/kantoor", state);
    const rules = async () => [
        ...(await databases.execute("SELECT [name], start_ip_address AS s FROM sys.database_firewall_rules")),
        ...(await databases.execute("SELECT [name], start_ipv6_address AS s FROM sys.ipv6_database_firewall_rules")),
    ];

    it.each([
        ["IPv4", RULE, "203.0.113.1"],
        ["IPv6", IPV6, "2001:db8::1"],
    ])("of %s is set, read as it was set, and removed", async (_kind, rule, s) => {
        await start();
        expect(await create(rule)).toEqual({ id: "db/kantoor", outs: rule });
        expect(await rules()).toEqual([{ name: "kantoor", s }]);
        expect(await read(rule)).toEqual({ id: "db/kantoor", props: rule, inputs: rule });
        await remove(rule);
        await remove(rule);
        expect(await rules()).toEqual([]);
    });

    it("is adopted where it is there, and made as it is declared", async () => {
        await start();
        await databases.execute("EXECUTE sp_set_database_firewall_rule N'kantoor', '198.51.100.1', '198.51.100.9'");
        await create();
        expect(await rules()).toEqual([{ name: "kantoor", s: "203.0.113.1" }]);
    });

    it("is not touched where it is so already, however its addresses are written", async () => {
        await start("sql 50000");
        await databases.execute(
            "EXECUTE sp_set_ipv6_database_firewall_rule N'kantoor', '2001:0db8:0:0:0:0:0:1', '2001:db8::FF'",
        );
        await create(IPV6);
        expect(await read(IPV6)).toEqual({ id: "db/kantoor", props: IPV6, inputs: IPV6 });
        expect(databases.played.sql.missedFaults()).toHaveLength(1);
    });

    it("is read with what somebody changed, and mended: also one of the other kind under its name", async () => {
        await start();
        await create();
        await databases.execute(
            "EXECUTE sp_set_database_firewall_rule N'kantoor', '198.51.100.1', '203.0.113.9'; EXECUTE sp_set_ipv6_database_firewall_rule N'kantoor', '2001:db8::1', '2001:db8::ff'",
        );
        const drifted = { ...IPV6, ...RULE, startIpAddress: "198.51.100.1" };
        expect(await read()).toEqual({ id: "db/kantoor", props: drifted, inputs: drifted });
        expect(await provider.diff?.("id", drifted, RULE)).toEqual({ changes: true, replaces: [] });
        expect(await provider.update?.("id", drifted, RULE)).toEqual({ outs: RULE });
        expect(await read()).toEqual({ id: "db/kantoor", props: RULE, inputs: RULE });
    });

    it("becomes one of the other kind", async () => {
        await start();
        await create();
        await provider.update?.("id", RULE, IPV6);
        expect(await rules()).toEqual([{ name: "kantoor", s: "2001:db8::1" }]);
    });

    it("that is gone has no id any more, and neither has one whose database is gone", async () => {
        await start();
        expect(await read()).toEqual({});
        expect(await read({ ...RULE, database: "sqldb-weg" })).toEqual({});
        await remove({ ...RULE, database: "sqldb-weg" });
    });

    it("says what stays undone where there is no database to set it in", async () => {
        await start();
        expect((await thrown(create({ ...RULE, database: "sqldb-weg" }))).message).toMatch(
            /^Firewall rule 'kantoor' of database 'sqldb-weg' is not set: fog\.database\.windows\.net has no such database, or does not open it for whoever runs this \(error 4060, 18456: Cannot open database "sqldb-weg"/,
        );
    });

    it("is completed by the next try after the connection broke", async () => {
        await start("sql drop; sql drop n=2 after");
        await expect(create()).rejects.toThrow("Firewall rule 'kantoor' of database 'db' is not set");
        expect(await rules()).toEqual([]);
        await expect(create()).rejects.toThrow("run the same command again, which completes it");
        expect(await create()).toMatchObject({ outs: RULE });
        expect(await rules()).toHaveLength(1);
    });

    it("says it in a sentence where the server does not know the procedure for IPv6, whose name is unverified", async () => {
        await start("sql 2812");
        expect((await thrown(create(IPV6))).message).toMatch(
            /refuses \(error 2812: .*\)\. The name of its procedure for IPv6 addresses is nowhere documented, and this server knows it by another: give the tenant IPv4 addresses\.$/,
        );
    });

    it("keeps whatever name it has, and nothing else happens", async () => {
        await start();
        await databases.execute("CREATE TABLE [dbo].[x] ([id] int)");
        await fc.assert(
            fc.asyncProperty(anyName, fc.constantFrom(RULE, IPV6), async (ruleName, rule) => {
                const inputs = { ...rule, ruleName };
                await create(inputs);
                expect(await rules()).toMatchObject([{ name: ruleName }]);
                expect(await read(inputs)).toMatchObject({ props: inputs });
                await remove(inputs);
                expect(await rules()).toEqual([]);
                expect(await databases.execute("SELECT [name] FROM sys.tables")).toEqual([{ name: "x" }]);
            }),
            { numRuns: 40 },
        );
    });

    it.each(["", "x".repeat(129), "a\0b", "a\ud800"])(
        "refuses what is no name before it asks anybody: %j",
        async (ruleName) => {
            await start("sql drop logins");
            await expect(create({ ...RULE, ruleName })).rejects.toThrow("is no name inside a database");
            expect(databases.played.sql.missedFaults()).toHaveLength(1);
        },
    );
});

describe("the difference of a firewall rule", () => {
    const diff = async (olds: RuleState, news: RuleState) => provider.diff?.("id", olds, news);

    it("is none for the same addresses, written otherwise", async () => {
        const written = { ...IPV6, startIPv6Address: "2001:0db8:0000:0000:0000:0000:0000:0001" };
        expect(await diff(IPV6, written)).toEqual({ changes: false, replaces: [] });
    });

    it.each<[string, Partial<RuleState>]>([
        ["another address", { endIpAddress: "203.0.113.10" }],
        ["another host, so that the state leads there", { host: "new.database.windows.net" }],
        ["another directory", { directory: "00000000-0000-0000-0000-00000000d2d2" }],
    ])("is a change for %s", async (_what, news) => {
        expect(await diff(RULE, { ...RULE, ...news })).toEqual({ changes: true, replaces: [] });
    });

    it("is a change for the other kind", async () => {
        expect(await diff(RULE, IPV6)).toEqual({ changes: true, replaces: [] });
    });

    it.each<["ruleName" | "database"]>([["ruleName"], ["database"]])("replaces for another %s", async (key) => {
        expect(await diff(RULE, { ...RULE, [key]: "b" })).toEqual({ changes: true, replaces: [key] });
    });
});
