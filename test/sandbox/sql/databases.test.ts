import { failOver } from "../../../sandbox/azure/failover-groups";
import {
    COPY_ID,
    createDatabase,
    DATABASE_ID,
    GROUP,
    GROUP_ID,
    GROUP_INPUTS,
    HOST,
    LISTENER,
    MIRROR_ID,
    OTHER,
    PlayedSql,
} from "./played-sql";

const USER = "CREATE USER [a] WITH SID = 0x00112233445566778899aabbccddeeff, TYPE = E";
const REMOVE = "ALTER DATABASE [db] REMOVE SECONDARY ON SERVER [sql-ander]";

describe("databases and their copies", () => {
    let played: PlayedSql;
    beforeEach(async () => {
        played = await PlayedSql.start();
    });
    afterEach(() => played.stop());

    const execute = (host: string, database: string, sql: string) => played.sql.execute({ host, database }, sql);
    const usersOn = (host: string) =>
        execute(host, "db", "SELECT [name] FROM sys.database_principals WHERE type = 'E'");
    const links = (host: string) =>
        execute(
            host,
            "master",
            `SELECT d.[name], l.role, l.partner_server AS p, l.partner_database AS q, l.replication_state_desc AS s
             FROM sys.databases AS d INNER JOIN sys.geo_replication_links AS l ON l.database_id = d.database_id`,
        );
    const leaveGroup = () => played.azure.update(GROUP, GROUP_ID, GROUP_INPUTS, { ...GROUP_INPUTS, databases: [] });

    it("are told by both servers, each with its role", async () => {
        const link = { name: "db", q: "db", s: "CATCH_UP" };
        expect(await links(HOST)).toEqual([{ ...link, role: 0, p: "sql-ander" }]);
        expect(await links(OTHER)).toEqual([{ ...link, role: 1, p: "sql-proef" }]);
    });

    it("show in the copy what the original holds, and take no change there", async () => {
        await execute(LISTENER, "db", USER);
        expect(await usersOn(OTHER)).toEqual([{ name: "a" }]);
        await expect(execute(OTHER, "db", "DROP USER [a]")).rejects.toMatchObject({
            number: 3906,
            message: 'Failed to update database "db" because the database is read-only.',
        });
    });

    it("change places in a failover with what they hold", async () => {
        await execute(LISTENER, "db", USER);
        failOver(played.azure.cloud, MIRROR_ID);
        await execute(LISTENER, "db", USER.replace("[a]", "[b]").replace("0x00", "0x01"));
        expect(await usersOn(OTHER)).toEqual([{ name: "a" }, { name: "b" }]);
        expect(await usersOn(HOST)).toEqual([{ name: "a" }, { name: "b" }]);
        await expect(execute(HOST, "db", "DROP USER [a]")).rejects.toMatchObject({ number: 3906 });
    });

    it("are parted by the server that holds the original, and then the copy can go", async () => {
        await execute(LISTENER, "db", USER);
        await leaveGroup();
        await execute(HOST, "master", REMOVE);
        expect([await links(HOST), await links(OTHER)]).toEqual([[], []]);
        expect(await usersOn(OTHER)).toEqual([{ name: "a" }]);
        await execute(OTHER, "db", "DROP USER [a]");
        expect(await usersOn(HOST)).toEqual([{ name: "a" }]);
        await execute(OTHER, "master", "DROP DATABASE [db]");
        expect(played.azure.cloud.get(COPY_ID)).toBeUndefined();
        await expect(usersOn(OTHER)).rejects.toMatchObject({ number: 4060 });
    });

    it("keep in the copy what the original held when that is deleted", async () => {
        await execute(LISTENER, "db", USER);
        await leaveGroup();
        const inputs = { resourceGroupName: "rg-proef", serverName: "sql-proef", databaseName: "db" };
        await played.azure.delete("azure-native:sql:Database", DATABASE_ID, inputs);
        expect(await usersOn(OTHER)).toEqual([{ name: "a" }]);
        expect(await links(OTHER)).toEqual([]);
    });

    it("begin empty when they are deleted and made anew", async () => {
        await createDatabase(played.azure, "los");
        await execute(HOST, "los", USER);
        await execute(HOST, "master", "DROP DATABASE [los]");
        await createDatabase(played.azure, "los");
        expect(await execute(HOST, "los", "SELECT [name] FROM sys.database_principals WHERE type = 'E'")).toEqual([]);
    });

    it.each([
        ["in a group", HOST, "master", REMOVE, 40680],
        ["with a copy", HOST, "master", "DROP DATABASE [db]", 40680],
        ["that is a copy", OTHER, "master", "DROP DATABASE [db]", 40681],
        ["by the server of the copy", OTHER, "master", REMOVE.replace("ander", "proef"), 40679],
        ["that is not there", HOST, "master", "DROP DATABASE [x]", 3701],
        ["that is not there and has no copy", HOST, "master", REMOVE.replace("[db]", "[x]"), 5011],
        ["that is every server's", HOST, "master", "DROP DATABASE [master]", 3708],
        ["from inside another", HOST, "db", "DROP DATABASE [db]", 5001],
        ["in a transaction", HOST, "master", `BEGIN TRANSACTION; ${REMOVE}`, 226],
        ["in a transaction, for good", HOST, "master", "BEGIN TRANSACTION; DROP DATABASE [db]", 574],
    ])("refuse to part or drop one %s", async (_, host, database, sql, number) => {
        await expect(execute(host, database, sql)).rejects.toMatchObject({ number });
        expect(played.azure.cloud.get(COPY_ID)).toBeDefined();
        expect(await links(HOST)).toHaveLength(1);
    });

    it("put out who is in them when they are deleted", async () => {
        await createDatabase(played.azure, "los");
        const client = await played.open(HOST, "los");
        await execute(HOST, "master", "DROP DATABASE [los]");
        await expect(client.query("SELECT [name] FROM sys.tables")).rejects.toThrow();
    });
});
