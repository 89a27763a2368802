import { type Client, PlayedSql } from "./played-sql";

const SID = "0x00112233445566778899aabbccddeeff";

describe("a SELECT", () => {
    let played: PlayedSql;
    let client: Client;
    beforeAll(async () => {
        played = await PlayedSql.start();
        client = await played.open();
        await client.batch(
            `CREATE USER [app] WITH SID = ${SID}, TYPE = E; ALTER ROLE [db_datareader] ADD MEMBER [app]; GRANT EXECUTE TO [app]`,
        );
        await client.batch(
            "CREATE TABLE [dbo].[klanten] (id int IDENTITY(1,1) PRIMARY KEY, [naam] nvarchar(50) NOT NULL)",
        );
    });
    afterAll(() => played.stop());

    it("is executed over the system views, with joins", async () => {
        const rows = await client.query(
            `SELECT r.[name] AS role FROM sys.database_role_members AS m
             INNER JOIN sys.database_principals AS r ON r.principal_id = m.role_principal_id
             INNER JOIN sys.database_principals AS u ON u.principal_id = m.member_principal_id
             WHERE u.[name] = @user`,
            { user: "APP" },
        );
        expect(rows).toEqual([{ role: "db_datareader" }]);
    });

    it("tells bits, bytes, numbers and texts as SQL Server does", async () => {
        const [user] = await client.query(
            "SELECT u.sid, u.is_fixed_role, u.principal_id, u.type, u.owning_principal_id FROM sys.database_principals AS u WHERE u.[name] = 'app'",
        );
        expect(user).toEqual({
            sid: Buffer.from(SID.slice(2), "hex"),
            is_fixed_role: false,
            principal_id: 5,
            type: "E",
            owning_principal_id: null,
        });
    });

    it("tells rights by their code, which is filled up with blanks and compares without them", async () => {
        const rows = await client.query(
            "SELECT type, permission_name FROM sys.database_permissions WHERE grantee_principal_id = 5 AND type = 'EX'",
        );
        expect(rows).toEqual([{ type: "EX  ", permission_name: "EXECUTE" }]);
    });

    it("tells columns with their type and length", async () => {
        const rows = await client.query(
            `SELECT c.[name], y.[name] AS type, c.max_length, c.is_nullable FROM sys.columns AS c
             INNER JOIN sys.types AS y ON y.user_type_id = c.user_type_id ORDER BY c.column_id`,
        );
        expect(rows).toEqual([
            { name: "id", type: "int", max_length: 4, is_nullable: false },
            { name: "naam", type: "nvarchar", max_length: 100, is_nullable: false },
        ]);
    });

    it.each([
        [
            "a column that is not played",
            "SELECT u.leeftijd FROM sys.tables AS u",
            207,
            "Invalid column name 'leeftijd'.",
        ],
        [
            "a view that is not played",
            "SELECT 1 FROM sys.dm_exec_sessions",
            208,
            "Invalid object name 'sys.dm_exec_sessions'.",
        ],
        ["rows of a user's table", "SELECT naam FROM dbo.klanten", 208, "Invalid object name 'klanten'."],
        [
            "links outside master",
            "SELECT role FROM sys.geo_replication_links",
            208,
            "Invalid object name 'sys.geo_replication_links'.",
        ],
        [
            "a function that is not played",
            "SELECT DB_NAME()",
            195,
            "'DB_NAME' is not a recognized built-in function name.",
        ],
        ["a variable that nobody gave", "SELECT 1 AS a WHERE 1 = @b", 137, 'Must declare the scalar variable "@b".'],
        ["SQLite's own words", "SELECT [name] FROM sys.tables LIMIT 1", 102, "Incorrect syntax near '1'."],
        ["SQLite's own operators", "SELECT [name] || 'a' FROM sys.tables", 102, "Incorrect syntax near '|'."],
        [
            "texts that are added, which SQLite would take for numbers",
            "SELECT 'a' + 'b'",
            102,
            "Incorrect syntax near '+'.",
        ],
        ["a quote that stays open", "SELECT 'a", 105, "Unclosed quotation mark after the character string 'a'."],
    ])("refuses %s", async (_, sql, number, message) => {
        await expect(client.query(sql)).rejects.toMatchObject({ number, message });
    });

    it.each([
        ["a%", "ABC", 1],
        ["[a-c]_", "bx", 1],
        ["[^a-c]_", "bx", 0],
        ["[_]x", "ax", 0],
        ["[_]x", "_x", 1],
        ["a.c", "abc", 0],
    ])("compares LIKE '%s' with '%s' as T-SQL does", async (pattern, text, count) => {
        const [row] = await client.query("SELECT COUNT(*) AS n FROM sys.tables WHERE @t LIKE @p", {
            t: text,
            p: pattern,
        });
        expect(row).toEqual({ n: count });
    });

    it("knows the character that LIKE is told to escape with", async () => {
        const [row] = await client.query(
            "SELECT COUNT(*) AS n FROM sys.tables WHERE 'a_b' LIKE 'a~_b' ESCAPE '~' AND NOT 'axb' LIKE 'a~_b' ESCAPE '~'",
        );
        expect(row).toEqual({ n: 1 });
    });

    it("carries a text of any length, and every value of a parameter", async () => {
        const long = "x".repeat(9000);
        const values = { long, none: null, yes: true, number: -7, bytes: new Uint8Array([1, 2]) };
        expect(
            await client.query("SELECT @long AS l, @none AS n, @number AS i, @bytes AS b, @yes AS y", values),
        ).toEqual([{ l: long, n: null, i: -7, b: Buffer.from([1, 2]), y: 1 }]);
    });
});
