import { parseFaults } from "../../../sandbox/azure/parse-faults";
import { SqlFaults } from "../../../sandbox/sql/sql-faults";
import { type Client, PlayedSql } from "./played-sql";

const create = (name: string, digit = "1") => `CREATE USER [${name}] WITH SID = 0x${digit.repeat(32)}, TYPE = E;`;
const WHOLE = `SET XACT_ABORT ON; BEGIN TRANSACTION; DROP USER [a]; ${create("b", "2")} COMMIT TRANSACTION;`;

describe("a transaction", () => {
    let played: PlayedSql;
    let client: Client;
    beforeEach(async () => {
        played = await PlayedSql.start();
        client = await played.open();
        await client.batch(create("a"));
    });
    afterEach(() => played.stop());

    const users = async (by = client) =>
        (await by.query("SELECT [name] FROM sys.database_principals WHERE type = 'E'")).map(({ name }) => name);

    it("is whole when it is committed", async () => {
        await client.batch(WHOLE);
        expect(await users()).toEqual(["b"]);
    });

    it("is seen by nobody else before, and by itself at once", async () => {
        const other = await played.open();
        await client.batch(`BEGIN TRANSACTION; ${create("b", "2")}`);
        expect([await users(), await users(other)]).toEqual([["a", "b"], ["a"]]);
        await client.batch("ROLLBACK TRANSACTION");
        expect(await users()).toEqual(["a"]);
    });

    it("keeps another that changes the same database waiting, and loses nothing of either", async () => {
        const other = await played.open();
        await client.batch(`BEGIN TRANSACTION; ${create("b", "2")}`);
        const waiting = other.batch(create("c", "3"));
        await client.batch("COMMIT TRANSACTION");
        await waiting;
        expect(await users()).toEqual(["a", "b", "c"]);
    });

    it("is rolled back when its connection ends, which lets the next one in", async () => {
        const other = await played.open();
        await client.batch(`BEGIN TRANSACTION; ${create("b", "2")}`);
        client.close();
        await other.batch(create("c", "3"));
        expect(await users(other)).toEqual(["a", "c"]);
    });

    it("goes back whole at an error where XACT_ABORT is on", async () => {
        const batch = `SET XACT_ABORT ON; BEGIN TRANSACTION; DROP USER [a]; DROP USER [x]; ${create("b", "2")} COMMIT`;
        await expect(client.batch(batch)).rejects.toMatchObject({ number: 15151 });
        expect(await users()).toEqual(["a"]);
    });

    it("goes on behind an error where it is off", async () => {
        await expect(client.batch(`BEGIN TRANSACTION; DROP USER [x]; ${create("b", "2")} COMMIT`)).rejects.toThrow();
        expect(await users()).toEqual(["a", "b"]);
    });

    it("commits what was begun in itself only at its own end", async () => {
        await client.batch(`BEGIN TRAN; BEGIN TRAN; ${create("b", "2")} COMMIT; ROLLBACK`);
        expect(await users()).toEqual(["a"]);
    });

    it.each([
        ["COMMIT TRANSACTION", 3902],
        ["ROLLBACK TRANSACTION", 3903],
    ])("has to be there for %s", async (sql, number) => {
        await expect(client.batch(sql)).rejects.toMatchObject({ number });
    });

    it("does nothing of a batch of which anything is not understood", async () => {
        await expect(client.batch(`${create("b", "2")} MERGE INTO x`)).rejects.toMatchObject({ number: 102 });
        expect(await users()).toEqual(["a"]);
    });
});

describe("faults inside databases", () => {
    let played: PlayedSql;
    afterEach(() => played.stop());

    async function withFaults(faults: string): Promise<Client> {
        played = await PlayedSql.start({ faults: parseFaults(faults).sqlFaults });
        await played.sql.execute({ host: "fog.database.windows.net", database: "db" }, create("a"));
        return played.open();
    }
    const users = () =>
        played.sql.execute(
            { host: "fog.database.windows.net", database: "db" },
            "SELECT [name] FROM sys.database_principals WHERE type = 'E'",
        );

    it("break the connection before the commit, which leaves nothing half-done", async () => {
        const client = await withFaults("sql drop");
        await expect(client.batch(WHOLE)).rejects.toThrow(/hang up|Connection lost|reset|closed/i);
        expect(await users()).toEqual([{ name: "a" }]);
        expect(played.sql.missedFaults()).toEqual([]);
    });

    it("break it between two statements, which leaves half-done what is no transaction", async () => {
        const client = await withFaults("sql drop");
        await expect(client.batch(`DROP USER [a]; ${create("b", "2")}`)).rejects.toThrow();
        expect(await users()).toEqual([]);
    });

    it("lose the answer to what was done", async () => {
        const client = await withFaults("sql drop after");
        await expect(client.batch(WHOLE)).rejects.toThrow();
        expect(await users()).toEqual([{ name: "b" }]);
    });

    it("answer an error as often as they are asked to, from the batch that they are asked to", async () => {
        const client = await withFaults("sql 40613 n=2 times=2 database=db");
        await client.batch(create("b", "2"));
        await expect(client.batch("DROP USER [b]")).rejects.toMatchObject({ number: 40613 });
        await expect(client.batch("DROP USER [b]")).rejects.toMatchObject({ number: 40613 });
        await client.batch("DROP USER [b]");
        expect(await users()).toEqual([{ name: "a" }]);
    });

    it("strike questions and logins where they are asked to", async () => {
        const client = await withFaults("sql 40501 reads; sql 40613 logins n=2");
        await client.batch(create("b", "2"));
        await expect(client.query("SELECT [name] FROM sys.tables")).rejects.toMatchObject({ number: 40501 });
        const error = await played.open().catch((thrown: unknown) => thrown);
        expect((error as Client).errors).toMatchObject([{ number: 40613 }]);
    });

    it("are told when they have not happened", async () => {
        await withFaults("sql drop database=other; sql 40613 n=3");
        const { sqlFaults } = parseFaults("sql 40613 n=3");
        const faults = new SqlFaults(sqlFaults);
        faults.due("change", "db");
        expect(faults.missed()).toEqual([{ text: "sql 40613 n=3", calls: 1 }]);
        expect(played.sql.missedFaults()).toEqual([
            { text: "sql drop database=other", calls: 0 },
            { text: "sql 40613 n=3", calls: 0 },
        ]);
    });

    it.each([
        ["sql", "'sql ' says neither 'drop' nor the number of an error"],
        ["sql often", "'sql often' says neither"],
        ["sql drop n=0", "'n=0' of 'sql drop n=0': expected a whole number from 1"],
        ["sql drop later", "'later' of 'sql drop later' is not understood"],
        ["drift sql db", "'drift sql' is followed by a database and a statement"],
    ])("are refused when they are written as '%s'", async (text, sentence) => {
        played = await PlayedSql.start();
        expect(() => parseFaults(text)).toThrow(`--faults: ${sentence}`);
    });
});
