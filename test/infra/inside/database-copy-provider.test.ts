import { type CopyState, provider } from "../../../infra/inside/database-copy-provider";
import { failOver } from "../../../sandbox/azure/failover-groups";
import {
    COPY_ID,
    DATABASE_ID,
    GROUP,
    GROUP_ID,
    GROUP_INPUTS,
    HOST,
    MIRROR_ID,
    OTHER,
} from "../../sandbox/sql/played-sql";
import { DIRECTORY, PlayedDatabases, thrown } from "./played-databases";

const INPUTS = { servers: [HOST, OTHER], database: "db", directory: DIRECTORY };
const STATE: CopyState = { ...INPUTS, copyOn: OTHER };
const ON = (host: string) => ({ host, database: "master" });
const REMOVE = "ALTER DATABASE [db] REMOVE SECONDARY ON SERVER [sql-ander]";

describe("the copy of a database", () => {
    let databases: PlayedDatabases;
    const start = async (faults?: string) => {
        databases = await PlayedDatabases.start(faults);
    };
    afterEach(() => databases.stop());

    const read = async (state = STATE) => provider.read?.("db", state);
    const remove = async (state = STATE) => provider.delete?.("db", state);
    const leaveGroup = () =>
        databases.played.azure.update(GROUP, GROUP_ID, GROUP_INPUTS, { ...GROUP_INPUTS, databases: [] });
    const left = () => [DATABASE_ID, COPY_ID].filter((id) => databases.played.azure.cloud.get(id) !== undefined);

    it("is known by its link, with the server that holds it", async () => {
        await start();
        expect(await provider.create(INPUTS)).toEqual({ id: "db", outs: STATE });
        expect(await read()).toEqual({ id: "db", props: STATE });
    });

    it("is on the other server after a failover, which is no change", async () => {
        await start();
        failOver(databases.played.azure.cloud, MIRROR_ID);
        const turned = { ...STATE, copyOn: HOST };
        expect(await read()).toEqual({ id: "db", props: turned });
        expect(await provider.diff?.("db", turned, INPUTS)).toEqual({ changes: false, replaces: [] });
    });

    it("that no link tells of is waited for, and then missed in a sentence", async () => {
        await start();
        await leaveGroup();
        await databases.execute(REMOVE, ON(HOST));
        expect(await thrown(provider.create(INPUTS))).toMatchObject({
            message:
                "The copy of database 'db' (on sql-proef.database.windows.net or sql-ander.database.windows.net) is not known: neither server tells of a link to the other. Look whether the failover group holds the database, and run the same command again.",
            stack: "",
        });
    });

    it("goes with its link, and the original stays", async () => {
        await start();
        await leaveGroup();
        await remove();
        expect(left()).toEqual([DATABASE_ID]);
        expect(await read()).toEqual({});
        await remove();
        expect(left()).toEqual([DATABASE_ID]);
    });

    it("is completed by the next try when the link went and the database did not", async () => {
        await start("sql drop n=2");
        await leaveGroup();
        await expect(remove()).rejects.toThrow(
            "is not removed: sql-ander.database.windows.net broke the connection off",
        );
        expect(left()).toEqual([DATABASE_ID, COPY_ID]);
        expect(await read()).toEqual({ id: "db", props: STATE });
        await remove();
        expect(left()).toEqual([DATABASE_ID]);
    });

    it("is completed by the next try when an answer was lost", async () => {
        await start("sql drop after; sql drop n=2 after");
        await leaveGroup();
        await expect(remove()).rejects.toThrow("broke the connection off");
        await expect(remove()).rejects.toThrow("broke the connection off");
        expect(left()).toEqual([DATABASE_ID]);
        await remove();
        expect(left()).toEqual([DATABASE_ID]);
    });

    it("stays while its database is in the failover group, as the server says", async () => {
        await start();
        await expect(remove()).rejects.toThrow(
            /is not removed: sql-proef\.database\.windows\.net refuses \(error 40680: /,
        );
        expect(left()).toEqual([DATABASE_ID, COPY_ID]);
    });

    it("stays when the state does not know of a failover: without its link nothing would tell it from the original", async () => {
        await start();
        failOver(databases.played.azure.cloud, MIRROR_ID);
        expect((await thrown(remove())).message).toMatch(
            /: sql-proef\.database\.windows\.net holds the copy now, and the state says sql-ander\.database\.windows\.net: there was a failover\. Run 'pulumi refresh', and then the same command again\.$/,
        );
        expect(left()).toEqual([DATABASE_ID, COPY_ID]);
    });

    it("stays when nothing tells which of two databases it is", async () => {
        await start();
        await leaveGroup();
        await databases.execute(REMOVE, ON(HOST));
        await expect(remove({ ...STATE, copyOn: "sql-derde.database.windows.net" })).rejects.toThrow(
            "there is no link any more, and the state does not say which server held the copy",
        );
        expect(left()).toEqual([DATABASE_ID, COPY_ID]);
    });

    it("stays when it is the last database of its name", async () => {
        await start();
        await leaveGroup();
        await databases.execute(REMOVE, ON(HOST));
        await databases.execute("DROP DATABASE [db]", ON(HOST));
        await expect(remove()).rejects.toThrow(
            "sql-ander.database.windows.net has the only database of this name. It may hold the last of the customer's data",
        );
        expect(left()).toEqual([COPY_ID]);
    });

    it("is done with where neither server has such a database", async () => {
        await start();
        await remove({ ...STATE, database: "weg" });
        expect(await read({ ...STATE, database: "weg" })).toEqual({});
        expect(left()).toEqual([DATABASE_ID, COPY_ID]);
    });

    it("is not told gone while a server cannot be asked", async () => {
        await start();
        await expect(read({ ...STATE, servers: [HOST, "sql-weg.database.windows.net"] })).rejects.toThrow(
            "is not read: sql-weg.database.windows.net cannot be reached from here (error 40532",
        );
    });
});

describe("the difference of a copy", () => {
    const diff = async (news: Partial<CopyState>) => provider.diff?.("db", STATE, { ...INPUTS, ...news });

    it.each<[string, Partial<CopyState>]>([
        ["the servers in another order", { servers: [OTHER, HOST] }],
        ["a server that is not known yet", { servers: [HOST, "04da6b54-80e4-46f7-96ec-b56ff0331ba9"] }],
    ])("is none for %s", async (_what, news) => {
        expect(await diff(news)).toEqual({ changes: false, replaces: [] });
    });

    it("is a change for another server, so that the state leads there", async () => {
        expect(await diff({ servers: [HOST, "sql-nieuw.database.windows.net"] })).toEqual({
            changes: true,
            replaces: [],
        });
    });

    it("replaces for another database", async () => {
        expect(await diff({ database: "c" })).toEqual({ changes: true, replaces: ["database"] });
    });
});
