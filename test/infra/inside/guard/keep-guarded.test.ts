import { guardedDatabase } from "../../../../infra/inside/guard/guarded-database";
import { keepGuarded } from "../../../../infra/inside/guard/keep-guarded";
import { DROP_GUARD, GUARD_VERSION, REFUSAL_NUMBER } from "../../../../infra/inside/guard/trigger";
import { type Client, createDatabase, PlayedSql } from "../../../sandbox/sql/played-sql";

const DECLARED = { users: ["app"], rules: ["office", "office-6"] };
const NOBODY = { users: [], rules: [] };

let played: PlayedSql;
let session: Client;

beforeAll(async () => {
    played = await PlayedSql.start();
});

afterAll(() => played.stop());

let count = 0;

beforeEach(async () => {
    count += 1;
    const database = `db-${count}`;
    await createDatabase(played.azure, database);
    session = await played.open("sql-proef.database.windows.net", database);
});

const user = (name: string, sid: number) =>
    session.batch(`CREATE USER ${name} WITH SID = 0x${String(sid).padStart(32, "0")}, TYPE = E;`);

const rule = (name: string) =>
    session.query(
        "EXECUTE sp_set_database_firewall_rule @name = @name, @start_ip_address = @a, @end_ip_address = @a;",
        { name, a: { varchar: "192.0.2.1" } },
    );

const ipv6Rule = (name: string) =>
    session.query(
        "EXECUTE sp_set_ipv6_database_firewall_rule @name = @name, @start_ipv6_address = @a, @end_ipv6_address = @a;",
        { name, a: { varchar: "2001:db8::1" } },
    );

describe("a guarded database", () => {
    it("has the trigger, and nobody but who is declared", async () => {
        await user("[app]", 1);
        await user("[mallory]", 2);
        await rule("office");
        await rule("elsewhere");
        await ipv6Rule("office-6");
        await ipv6Rule("elsewhere-6");
        expect(await keepGuarded(session, DECLARED)).toEqual({
            users: ["app"],
            rules: { ipv4: ["office"], ipv6: ["office-6"] },
            trigger: GUARD_VERSION,
            suspectColumns: [],
            externalSources: [],
        });
    });

    it("loses strangers of whatever name, and nothing else", async () => {
        await user("[a]]'b]", 1);
        await user("[]]; DROP USER app; --]", 2);
        await user("[app]", 3);
        await rule("'; DROP TABLE x --");
        const { users, rules } = await keepGuarded(session, { users: ["APP"], rules: [] });
        expect({ users, rules }).toEqual({ users: ["app"], rules: { ipv4: [], ipv6: [] } });
    });

    it("stays as it is when it is guarded again", async () => {
        await user("[app]", 1);
        const first = await keepGuarded(session, DECLARED);
        expect(await keepGuarded(session, DECLARED)).toEqual(first);
    });

    it("refuses a column that looks like a password, and takes the statement back", async () => {
        await keepGuarded(session, NOBODY);
        await expect(session.batch("CREATE TABLE [dbo].[account] (id int, wachtwoord nvarchar(100));")).rejects.toThrow(
            "This table would keep a column that looks like a password.",
        );
        expect(await session.query("SELECT t.[name] FROM sys.tables AS t")).toEqual([]);
    });

    it("refuses one that comes to a table later, and one that gets its name later", async () => {
        await keepGuarded(session, NOBODY);
        await session.batch("CREATE TABLE [dbo].[account] (id int, remark nvarchar(100));");
        await expect(session.batch("ALTER TABLE [dbo].[account] ADD pwd nvarchar(100);")).rejects.toThrow("password");
        await expect(session.batch("EXECUTE sp_rename 'dbo.account.remark', 'password', 'COLUMN';")).rejects.toThrow(
            "password",
        );
    });

    it("admits a hash with its salt and algorithm", async () => {
        await keepGuarded(session, NOBODY);
        await session.batch(
            "CREATE TABLE [dbo].[account] (password_hash varbinary(64), password_salt binary(16), password_algorithm varchar(64));",
        );
        expect((await guardedDatabase(session)).suspectColumns).toEqual([]);
    });

    it.each([
        ["loses its salt", "ALTER TABLE [dbo].[account] DROP COLUMN password_salt;"],
        ["loses its algorithm by a new name", "EXECUTE sp_rename 'dbo.account.password_algorithm', 'kind', 'COLUMN';"],
        ["gets another password's salt", "EXECUTE sp_rename 'dbo.account.password_salt', 'pin_salt', 'COLUMN';"],
        ["becomes text", "ALTER TABLE [dbo].[account] ALTER COLUMN password_hash nvarchar(64);"],
        ["becomes as short as MD5's", "ALTER TABLE [dbo].[account] ALTER COLUMN password_hash binary(16);"],
    ])("refuses a hash that was admitted when it %s", async (_how, change) => {
        await keepGuarded(session, NOBODY);
        await session.batch(
            "CREATE TABLE [dbo].[account] (password_hash varbinary(64), password_salt binary(16), password_algorithm varchar(64));",
        );
        await expect(session.batch(change)).rejects.toMatchObject({ number: REFUSAL_NUMBER });
    });

    it("tells the columns that were there before, so that each can be found", async () => {
        await session.batch("CREATE TABLE [dbo].[b] (password nvarchar(100), [a.pwd]]] char(4));");
        await session.batch("CREATE TABLE [dbo].[a] (pwd nvarchar(100));");
        expect((await keepGuarded(session, NOBODY)).suspectColumns).toEqual([
            "dbo.a.pwd",
            "dbo.b.[a.pwd]]]",
            "dbo.b.password",
        ]);
    });

    it("tells sources of data outside it", async () => {
        await session.batch(
            "CREATE EXTERNAL DATA SOURCE [elsewhere] WITH (TYPE = BLOB_STORAGE, LOCATION = 'https://example.blob.core.windows.net/x');",
        );
        expect((await keepGuarded(session, NOBODY)).externalSources).toEqual(["elsewhere"]);
    });
});

describe("what is wrong with the trigger", () => {
    it.each([
        ["missing", DROP_GUARD],
        ["disabled", "DISABLE TRIGGER [figlo_guard] ON DATABASE;"],
        [
            "another text",
            "CREATE OR ALTER TRIGGER [figlo_guard] ON DATABASE FOR CREATE_TABLE AS IF EXISTS (SELECT t.[name] FROM sys.tables AS t WHERE t.[name] = 'x') BEGIN ROLLBACK; THROW 50000, 'x', 1; END",
        ],
    ])("is told: %s, and mended", async (told, change) => {
        await keepGuarded(session, NOBODY);
        await session.batch(change);
        expect((await guardedDatabase(session)).trigger).toBe(told);
        expect((await keepGuarded(session, NOBODY)).trigger).toBe(GUARD_VERSION);
    });
});
