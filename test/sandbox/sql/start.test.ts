import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Cloud } from "../../../sandbox/azure/cloud";
import { failOver } from "../../../sandbox/azure/failover-groups";
import { startStandIn } from "../../../sandbox/azure/start";
import { keptStates } from "../../../sandbox/sql/kept-states";
import { startSql } from "../../../sandbox/sql/start";
import { createDatabase, DATABASE_ID, HOST, MIRROR_ID, OTHER, PlayedSql, playedServers } from "./played-sql";

const USERS = "SELECT [name] FROM sys.database_principals WHERE type = 'E'";
const CREATE = "CREATE USER [a] WITH SID = 0x00112233445566778899aabbccddeeff, TYPE = E";
const AT = { host: HOST, database: "db" };

describe("what lies in databases", () => {
    const folder = mkdtempSync(join(tmpdir(), "sql-"));
    afterAll(() => rmSync(folder, { recursive: true }));

    it("is there again when the stand-in starts anew in the same folder, in the copy as well", async () => {
        const azure = await playedServers();
        const options = { folder: join(folder, "again") };
        const first = await PlayedSql.start(options, azure);
        await first.sql.execute(AT, CREATE);
        await first.stop();
        const second = await PlayedSql.start(options, azure);
        expect(await second.sql.execute({ ...AT, host: OTHER }, USERS)).toEqual([{ name: "a" }]);
        await second.stop();
    });

    it("is forgotten with its database, also where that went while nobody watched", async () => {
        const azure = await playedServers();
        await createDatabase(azure, "los");
        const options = { folder: join(folder, "gone") };
        const first = await PlayedSql.start(options, azure);
        await first.sql.execute({ ...AT, database: "los" }, CREATE);
        await first.stop();
        azure.cloud.remove(DATABASE_ID.replace("/db", "/los"));
        await (await startSql(azure.cloud, options)).stop();
        expect(readdirSync(join(folder, "gone/sql"))).toEqual([]);
    });

    it("is not begun anew where a file of it is damaged", async () => {
        const azure = await playedServers();
        const options = { folder: join(folder, "bad") };
        await (await startSql(azure.cloud, options)).stop();
        writeFileSync(join(folder, "bad/sql/a.json"), '{"id":');
        await expect(startSql(azure.cloud, options)).rejects.toThrow(/a\.json is damaged; nothing was changed/);
    });

    it("is changed by somebody else before the run where that was asked for, only in what is up in it", async () => {
        const azure = await playedServers();
        const drifts = [{ database: "DB", sql: CREATE }];
        const played = await PlayedSql.start({ drifts, own: [DATABASE_ID] }, azure);
        expect(await played.sql.execute(AT, USERS)).toEqual([{ name: "a" }]);
        await played.stop();
        await expect(startSql(azure.cloud, { drifts, own: ["/subscriptions/1"] })).rejects.toThrow(
            "--faults: drift sql DB: no such database is up in the environments of this run",
        );
        await expect(startSql(azure.cloud, { drifts: [{ database: "db", sql: "DROP USER [x]" }] })).rejects.toThrow(
            "--faults: drift sql db: SQL Server answers 15151: Cannot drop the user 'x'",
        );
    });

    it("is changed by none of several changes when one of them cannot be made", async () => {
        const azure = await playedServers();
        const options = { folder: join(folder, "some") };
        const drifts = [
            { database: "db", sql: CREATE },
            { database: "db", sql: "DROP USER [x]" },
        ];
        await expect(startSql(azure.cloud, { ...options, drifts })).rejects.toThrow("15151");
        const sql = await startSql(azure.cloud, options);
        expect(await sql.execute(AT, USERS)).toEqual([]);
        await sql.stop();
    });

    it("follows the roles of databases when they change while no stand-in runs", async () => {
        const azure = await playedServers();
        const options = { folder: join(folder, "over") };
        const first = await startSql(azure.cloud, options);
        await first.execute(AT, CREATE);
        await first.stop();
        const later = new Cloud(azure.cloud.snapshot());
        keptStates(later, options.folder);
        failOver(later, MIRROR_ID);
        const second = await startSql(new Cloud(later.snapshot()), options);
        expect(await second.execute({ ...AT, host: OTHER }, USERS)).toEqual([{ name: "a" }]);
        await second.stop();
    });

    it("is reached in the whole stand-in by the variable that the engine gets", async () => {
        const standIn = await startStandIn({ faults: "sql 40613 n=9" });
        expect(JSON.parse(standIn.sql)).toEqual({
            port: expect.any(Number),
            ca: expect.stringContaining("BEGIN CERTIFICATE"),
            token: expect.stringMatching(/^[0-9a-f-]{36}$/),
        });
        expect(standIn.missedFaults()).toEqual([{ text: "sql 40613 n=9", calls: 0 }]);
        await standIn.stop();
    });
});
