import { DROP_GUARD, ENABLE_GUARD, GUARD_TRIGGER, REFUSAL_NUMBER } from "../../../infra/inside/guard/trigger";
import { type Client, PlayedSql } from "./played-sql";

const trigger = (select: string, verb = "CREATE TRIGGER [bewaker]", events = "CREATE_TABLE, ALTER_TABLE, RENAME") =>
    `${verb} ON DATABASE FOR ${events} AS IF EXISTS (${select}) BEGIN ROLLBACK; THROW 50001, 'No.', 1; END`;
const COLUMN = `SELECT 1 FROM sys.columns AS c INNER JOIN sys.tables AS t ON t.object_id = c.object_id
    INNER JOIN sys.schemas AS s ON s.schema_id = t.schema_id
    WHERE s.[name] = @schema AND t.[name] = @object AND c.[name] = 'geheim'`;

describe("a trigger that guards tables", () => {
    let played: PlayedSql;
    let client: Client;
    beforeEach(async () => {
        played = await PlayedSql.start();
        client = await played.open();
    });
    afterEach(() => played.stop());

    const columns = async () => (await client.query("SELECT [name] FROM sys.columns")).map(({ name }) => name);

    it("takes back the statement that it objects to, with its transaction, and the rest of its batch", async () => {
        await client.batch(trigger(COLUMN));
        await client.batch("CREATE TABLE dbo.t (a int)");
        for (const change of [
            "CREATE TABLE u (geheim int)",
            "ALTER TABLE t ADD b int, geheim int",
            "EXECUTE sp_rename 'dbo.t.a', 'geheim', 'COLUMN'",
            "BEGIN TRANSACTION; CREATE TABLE v (b int); ALTER TABLE t ADD geheim int; CREATE TABLE w (d int); COMMIT",
        ]) {
            await expect(client.batch(change)).rejects.toMatchObject({ number: 50001, message: "No." });
            expect(await columns()).toEqual(["a"]);
        }
    });

    it("objects to nothing while it is disabled, and not to events that it does not name", async () => {
        await client.batch(trigger(COLUMN, "CREATE TRIGGER [bewaker]", "CREATE_TABLE"));
        await client.batch("CREATE TABLE t (a int)");
        await client.batch("ALTER TABLE t ADD geheim int");
        await client.batch("DISABLE TRIGGER [bewaker] ON DATABASE");
        await client.batch("CREATE TABLE u (geheim int)");
        await client.batch("ENABLE TRIGGER [bewaker] ON DATABASE");
        await expect(client.batch("CREATE TABLE v (geheim int)")).rejects.toMatchObject({ number: 50001 });
        expect(await columns()).toEqual(["a", "geheim", "geheim"]);
    });

    it("is told with its text, in which OR ALTER is left out, and keeps its number when it is altered", async () => {
        const text = trigger(COLUMN, "CREATE OR ALTER TRIGGER [bewaker]");
        const told = () =>
            client.query(
                "SELECT t.object_id, t.is_disabled, t.parent_class_desc, m.definition FROM sys.triggers AS t INNER JOIN sys.sql_modules AS m ON m.object_id = t.object_id",
            );
        await client.batch(text);
        const first = await told();
        expect(first).toMatchObject([
            { is_disabled: false, parent_class_desc: "DATABASE", definition: text.replace("OR ALTER", " ") },
        ]);
        await client.batch(text);
        expect(await told()).toEqual(first);
    });

    it.each([
        [`SET NOCOUNT ON; ${trigger(COLUMN)}`, 111],
        [trigger(COLUMN, "CREATE TRIGGER [t]", "CREATE_MOON"), 1084],
        ["CREATE TRIGGER [t] ON DATABASE FOR CREATE_TABLE AS PRINT 'a'", 102],
        ["CREATE TRIGGER [t] ON DATABASE FOR CREATE_TABLE AS", 102],
        [trigger("SELECT 1 FROM sys.dm_exec_sessions"), 208],
        ["DROP TRIGGER [t] ON DATABASE", 3701],
        ["ENABLE TRIGGER [t] ON DATABASE", 1088],
    ])("is not made of %s", async (sql, number) => {
        await expect(client.batch(sql)).rejects.toMatchObject({ number });
        expect(await client.query("SELECT [name] FROM sys.triggers")).toEqual([]);
    });

    it("is refused under a name that is taken", async () => {
        await client.batch(trigger(COLUMN));
        await expect(client.batch(trigger(COLUMN))).rejects.toMatchObject({ number: 2714 });
    });

    it("may be the one that our databases get", async () => {
        await client.batch(GUARD_TRIGGER);
        await client.batch(ENABLE_GUARD);
        await expect(client.batch("CREATE TABLE t ([Wachtwoord] nvarchar(50))")).rejects.toMatchObject({
            number: REFUSAL_NUMBER,
        });
        await client.batch(
            "CREATE TABLE t ([naam] nvarchar(50), pw_hash binary(32), pw_salt binary(16), pw_algorithm varchar(20))",
        );
        await client.batch(DROP_GUARD);
        await client.batch("ALTER TABLE t ADD wachtwoord nvarchar(max)");
        expect(await columns()).toEqual(["naam", "pw_hash", "pw_salt", "pw_algorithm", "wachtwoord"]);
    });
});

describe("tables", () => {
    let played: PlayedSql;
    let client: Client;
    beforeAll(async () => {
        played = await PlayedSql.start();
        client = await played.open();
        await client.batch("CREATE SCHEMA [s]");
        await client.batch(
            "CREATE TABLE [s].[t] (a varbinary(max), b char, c nvarchar(20) ENCRYPTED WITH (COLUMN_ENCRYPTION_KEY = k, ENCRYPTION_TYPE = RANDOMIZED, ALGORITHM = 'AEAD_AES_256_CBC_HMAC_SHA_256') NOT NULL)",
        );
    });
    afterAll(() => played.stop());

    it("have columns with their length and encryption", async () => {
        expect(
            await client.query(
                "SELECT [name], max_length AS l, encryption_type_desc AS e FROM sys.columns ORDER BY column_id",
            ),
        ).toEqual([
            { name: "a", l: -1, e: null },
            { name: "b", l: 1, e: null },
            { name: "c", l: 40, e: "RANDOMIZED" },
        ]);
    });

    it.each([
        ["CREATE TABLE s.T (a int)", 2714],
        ["CREATE TABLE u (a int, A int)", 2705],
        ["CREATE TABLE u (a taart)", 2715],
        ["CREATE TABLE x.u (a int)", 2760],
        ["CREATE SCHEMA [s]", 2714],
        ["DROP TABLE u", 3701],
        ["ALTER TABLE u ADD a int", 4902],
        ["ALTER TABLE s.t ALTER COLUMN x int", 4924],
        ["ALTER TABLE s.t DROP COLUMN x", 4924],
        ["EXECUTE sp_rename 'u', 'v'", 15225],
        ["EXECUTE sp_rename 's.t.x', 'y', 'COLUMN'", 15248],
        ["EXECUTE sp_rename 's.t.a', 'b', 'COLUMN'", 15335],
    ])("refuse %s", async (sql, number) => {
        await expect(client.batch(sql)).rejects.toMatchObject({ number });
    });

    it("are altered, renamed and dropped", async () => {
        await client.batch("CREATE TABLE [raar ]] x] (a int)");
        await client.batch(
            "ALTER TABLE [raar ]] x] ALTER COLUMN a nvarchar(4) NOT NULL; ALTER TABLE [raar ]] x] ADD b bit",
        );
        await client.batch("ALTER TABLE [raar ]] x] DROP COLUMN b; EXECUTE sp_rename '[raar ]] x]', 'gewoon'");
        expect(
            await client.query(
                "SELECT t.[name], c.max_length AS l FROM sys.tables AS t INNER JOIN sys.columns AS c ON c.object_id = t.object_id WHERE t.[name] <> 't'",
            ),
        ).toEqual([{ name: "gewoon", l: 8 }]);
        await client.batch("DROP TABLE gewoon");
        expect(await client.query("SELECT [name] FROM sys.tables")).toEqual([{ name: "t" }]);
    });

    it("lie beside sources of data outside", async () => {
        await client.batch(
            "CREATE EXTERNAL DATA SOURCE [ver] WITH (TYPE = RDBMS, LOCATION = 'x.example.com', DATABASE_NAME = 'd', CREDENTIAL = c)",
        );
        expect(await client.query("SELECT [name], location, type_desc FROM sys.external_data_sources")).toEqual([
            { name: "ver", location: "x.example.com", type_desc: "RDBMS" },
        ]);
        await expect(client.batch("CREATE EXTERNAL DATA SOURCE [VER] WITH (LOCATION = 'x')")).rejects.toMatchObject({
            number: 46502,
        });
        await client.batch("DROP EXTERNAL DATA SOURCE [ver]");
        await expect(client.batch("DROP EXTERNAL DATA SOURCE [ver]")).rejects.toMatchObject({ number: 15151 });
    });
});
