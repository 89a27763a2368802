import { failOver } from "../../../sandbox/azure/failover-groups";
import { PlayedAzure, SERVER_ID } from "../azure/played-azure";
import {
    Client,
    createDatabase,
    HOST,
    LISTENER,
    MIRROR_ID,
    OTHER,
    PlayedSql,
    playedServers,
    READERS,
} from "./played-sql";

describe("a login over TDS 8.0", () => {
    let played: PlayedSql;
    beforeAll(async () => {
        played = await PlayedSql.start();
    });
    afterAll(() => played.stop());

    const failure = async (host: string, database: string, token?: string) => {
        const error = await played.open(host, database, token).catch((thrown: unknown) => thrown);
        return (error as Client).errors;
    };

    it.each([HOST, LISTENER, READERS, OTHER])("succeeds at %s, by a server's name and by a group's", async (host) => {
        const client = await played.open(host);
        expect(await client.query("SELECT [name] FROM sys.databases WHERE database_id > 1")).toEqual([{ name: "db" }]);
    });

    it("opens master where no database is named", async () => {
        const client = await played.open(HOST, "");
        expect(await client.query("SELECT role_desc FROM sys.geo_replication_links")).toEqual([
            { role_desc: "PRIMARY" },
        ]);
    });

    it("is refused with another token than this sandbox's", async () => {
        expect(await failure(HOST, "db", "another")).toEqual([
            { number: 18456, message: "Login failed for user '<token-identified principal>'." },
        ]);
    });

    it("is refused at a server that is not there", async () => {
        expect(await failure("sql-niets.database.windows.net", "db")).toEqual([
            {
                number: 40532,
                message: 'Cannot open server "sql-niets" requested by the login. The login failed.',
            },
        ]);
    });

    it("is refused for a database that is not there, with both errors", async () => {
        expect(await failure(HOST, "niets")).toEqual([
            { number: 4060, message: 'Cannot open database "niets" requested by the login. The login failed.' },
            { number: 18456, message: "Login failed for user '<token-identified principal>'." },
        ]);
    });

    it("trusts its own certificate only", async () => {
        const { port, token } = JSON.parse(played.sql.variable);
        const other = { ...played.sql, variable: JSON.stringify({ port, token, ca: [] }) };
        await expect(Client.open(other, HOST, "db")).rejects.toThrow(/self-signed certificate/);
    });

    it("is refused at a closed server to which no private endpoint leads", async () => {
        const azure = await new PlayedAzure().withServer();
        await createDatabase(azure);
        const closed = await PlayedSql.start({}, azure);
        const error = await closed.open(HOST).catch((thrown: unknown) => thrown);
        expect((error as Client).errors).toMatchObject([{ number: 47073 }]);
        await closed.stop();
    });

    it("leads a group's listener to the server that is the primary now", async () => {
        const azure = await playedServers();
        const own = await PlayedSql.start({}, azure);
        failOver(azure.cloud, MIRROR_ID);
        const client = await own.open(LISTENER, "master");
        expect(await client.query("SELECT partner_server, role FROM sys.geo_replication_links")).toEqual([
            { partner_server: SERVER_ID.split("/").at(-1), role: 0 },
        ]);
        await own.stop();
    });
});
