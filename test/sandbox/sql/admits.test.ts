import { SERVER, SERVER_ID } from "../azure/played-azure";
import { ADMINISTRATORS, HOST, LISTENER, PlayedSql } from "./played-sql";

const USER = "00112233-4455-6677-8899-aabbccddeeff";
const RULE = { resourceGroupName: "rg-proef", serverName: "sql-proef", firewallRuleName: "kantoor" };

describe("who gets into a database", () => {
    let played: PlayedSql;
    beforeEach(async () => {
        played = await PlayedSql.start();
        // The first three groups of a GUID are little-endian in a SID.
        await played.sql.execute(
            { host: HOST, database: "db" },
            "CREATE USER [app] WITH SID = 0x33221100554477668899aabbccddeeff, TYPE = E; EXECUTE sp_set_database_firewall_rule N'klant', '192.0.2.1', '192.0.2.9'; EXECUTE sp_set_ipv6_database_firewall_rule N'klant', '2001:db8::', '2001:db8::ff'",
        );
    });
    afterEach(() => played.stop());

    const answer = (entraId: string, address?: string) => {
        const admitted = played.sql.admits({ host: LISTENER, database: "db", entraId, address });
        return admitted === true || admitted.number;
    };
    const open = () =>
        played.azure.update("azure-native:sql:Server", SERVER_ID, SERVER, {
            ...SERVER,
            publicNetworkAccess: "Enabled",
        });

    it("is a user of it in the network, and nobody else", () => {
        expect([answer(USER), answer(USER.toUpperCase()), answer(USER.replace("ff", "fe"))]).toEqual([
            true,
            true,
            18456,
        ]);
    });

    it("is no user to whom it is denied", async () => {
        await played.sql.execute({ host: HOST, database: "db" }, "DENY CONNECT TO [app]");
        expect(answer(USER)).toBe(18456);
    });

    it("is the administrators' group, in every database", () => {
        expect(answer(ADMINISTRATORS)).toBe(true);
    });

    it("is nobody from outside while the server is closed, whatever the database's rules say", () => {
        expect(answer(USER, "192.0.2.5")).toBe(47073);
    });

    it("is who comes from an address of the database's rules while the server is open", async () => {
        await open();
        expect(["192.0.2.0", "192.0.2.1", "192.0.2.9", "192.0.2.10"].map((address) => answer(USER, address))).toEqual([
            40615,
            true,
            true,
            40615,
        ]);
        expect([answer(USER, "2001:db8::10"), answer(USER, "2001:db9::")]).toEqual([true, 40615]);
        expect(answer(USER.replace("ff", "fe"), "192.0.2.5")).toBe(18456);
    });

    it("is who comes from an address of the server's rules, in every database", async () => {
        await open();
        await played.azure.create("azure-native:sql:FirewallRule", {
            ...{ ...RULE, startIpAddress: "198.51.100.7", endIpAddress: "198.51.100.7" },
        });
        expect([answer(USER, "198.51.100.7"), answer(USER, "198.51.100.8")]).toEqual([true, 40615]);
    });

    it("is nobody whose right to connect was taken", async () => {
        await played.sql.execute({ host: HOST, database: "db" }, "REVOKE CONNECT FROM [app]");
        expect(answer(USER)).toBe(18456);
    });

    it("is nobody where there is no such database or server", () => {
        const visitor = { host: HOST, database: "x", entraId: USER };
        expect(played.sql.admits(visitor)).toMatchObject({ number: 4060 });
        expect(played.sql.admits({ ...visitor, host: "x.database.windows.net" })).toMatchObject({ number: 40532 });
    });
});
