import fc from "fast-check";
import type { Where } from "../../../infra/inside/connection";
import { provider, type UserState } from "../../../infra/inside/database-user-provider";
import type { DeclaredUser } from "../../../infra/inside/user-changes";
import { anyName } from "./hostile-names";
import { INSIDE, PlayedDatabases, thrown } from "./played-databases";

type Inputs = Where & DeclaredUser;

const USER: Inputs = {
    ...INSIDE,
    userName: "app",
    kind: "managed-identity",
    entraId: "00112233-4455-6677-8899-aabbccddeeff",
    roles: ["db_datawriter", "db_datareader"],
    grants: ["EXECUTE"],
};
const READER: Inputs = {
    ...USER,
    userName: "Klant lezers",
    kind: "group",
    entraId: "ffeeddcc-0000-4000-8000-000000000001",
    roles: ["db_datareader"],
    grants: [],
};
const PROVIDER_LINE = { __provider: "exports.handler = …" };

describe("a user inside a database", () => {
    let databases: PlayedDatabases;
    const start = async (faults?: string) => {
        databases = await PlayedDatabases.start(faults);
    };
    afterEach(() => databases.stop());

    const create = (inputs = USER) => provider.create(inputs);
    const read = async (state: UserState = USER) => provider.read?.("db/app", state);
    const remove = async (state: UserState = USER) => provider.delete?.("db/app", state);
    const users = async () =>
        (await databases.execute("SELECT [name], [type] FROM sys.database_principals WHERE [type] IN ('E', 'X')")).map(
            ({ name, type }) => `${type} ${name}`,
        );

    it("is made, with its roles and rights, and read as it was made", async () => {
        await start();
        expect(await create({ ...USER, ...PROVIDER_LINE } as Inputs)).toEqual({
            id: "db/app",
            outs: { ...USER, ...PROVIDER_LINE },
        });
        expect(await create(READER)).toEqual({ id: "db/Klant lezers", outs: READER });
        expect(await users()).toEqual(["E app", "X Klant lezers"]);
        expect(await read()).toEqual({ id: "db/app", props: USER, inputs: USER });
        expect(await read(READER)).toEqual({ id: "db/app", props: READER, inputs: READER });
    });

    it("is adopted where it is there, and made as it is declared", async () => {
        await start();
        await databases.execute(
            "CREATE USER [APP] WITH SID = 0x33221100554477668899AABBCCDDEEFF, TYPE = E; ALTER ROLE [db_owner] ADD MEMBER [APP]; GRANT CONTROL TO [APP]",
        );
        await create();
        expect(await read()).toEqual({ id: "db/app", props: USER, inputs: USER });
    });

    it("is not touched where it is so already", async () => {
        await start("sql 50000");
        await databases.execute("CREATE USER [x] WITH SID = 0x33221100554477668899AABBCCDDEEFF, TYPE = E");
        await provider.create({ ...USER, userName: "x", roles: [], grants: [] });
        expect(databases.played.sql.missedFaults()).toHaveLength(1);
    });

    it("is read with what somebody changed, in words that a preview shows, and mended", async () => {
        await start();
        await create();
        await databases.execute(
            "ALTER ROLE [db_owner] ADD MEMBER [app]; GRANT CONTROL TO [app]; REVOKE CONNECT FROM [app]",
        );
        const found = { ...USER, roles: ["db_datareader", "db_datawriter", "db_owner"] };
        const drifted = { ...found, grants: ["no CONNECT", "CONTROL", "EXECUTE"] };
        expect(await read()).toEqual({ id: "db/app", props: drifted, inputs: drifted });
        expect(await provider.diff?.("db/app", drifted, USER)).toMatchObject({ changes: true, replaces: [] });
        expect(await provider.update?.("db/app", drifted, USER)).toEqual({ outs: USER });
        expect(await read()).toEqual({ id: "db/app", props: USER, inputs: USER });
    });

    it("that is denied what it may do is told so, and mended", async () => {
        await start();
        await create();
        await databases.execute("DENY EXECUTE, CONNECT, DELETE TO [app]");
        const drifted = { ...USER, grants: ["no CONNECT", "DENY CONNECT", "DENY DELETE", "DENY EXECUTE"] };
        expect(await read()).toEqual({ id: "db/app", props: drifted, inputs: drifted });
        expect(await provider.update?.("db/app", drifted, USER)).toEqual({ outs: USER });
        expect(await read()).toEqual({ id: "db/app", props: USER, inputs: USER });
    });

    it("of another identity under its name is told, and made anew", async () => {
        await start();
        await databases.execute("CREATE USER [app] WITH SID = 0x00000000000000000000000000000001, TYPE = X");
        const other = { kind: "group", entraId: "00000000-0000-0000-0000-000000000001", roles: [], grants: [] };
        expect(await read()).toEqual({ id: "db/app", props: { ...USER, ...other }, inputs: { ...USER, ...other } });
        await provider.update?.("db/app", { ...USER, ...other }, USER);
        expect(await read()).toMatchObject({ props: USER });
    });

    it("that is gone has no id any more, and neither has one whose database is gone", async () => {
        await start();
        expect(await read()).toEqual({});
        expect(await read({ ...USER, database: "sqldb-weg" })).toEqual({});
    });

    it("is removed; where nothing is there, or no database, that is done", async () => {
        await start();
        await create();
        await remove();
        await remove();
        await remove({ ...USER, database: "sqldb-weg" });
        expect(await users()).toEqual([]);
    });

    it.each([
        ["dbo", "S"],
        ["db_owner", "R"],
    ])("never touches what each database has: %s", async (userName, type) => {
        await start("sql 50000");
        await remove({ ...USER, userName });
        expect(await thrown(create({ ...USER, userName }))).toMatchObject({
            message: `'${userName}' is the name of what each database has, or of a role (type ${type}); drop the role if somebody made it, or give the user another name`,
            stack: "",
        });
        expect(databases.played.sql.missedFaults()).toHaveLength(1);
    });

    it("is left as it was when the connection breaks before the end, and completed by the next try", async () => {
        await start("sql drop n=2; sql drop n=3 after");
        await create({ ...USER, roles: ["db_owner"] });
        const error = await thrown(create());
        expect(error.message).toMatch(
            /^User 'app' of database 'db' is not made: fog\.database\.windows\.net broke the connection off \(.*\)\. The step that it was at is done in whole or not at all, and the later ones are not: run the same command again, which completes it\.$/,
        );
        expect(await read()).toMatchObject({ props: { roles: ["db_owner"], grants: ["EXECUTE"] } });
        await expect(create()).rejects.toThrow("broke the connection off");
        expect(await create()).toMatchObject({ outs: USER });
        expect(await read()).toMatchObject({ props: USER });
        expect(databases.played.sql.missedFaults()).toEqual([]);
    });

    it("waits for what Azure SQL calls transient, at the door and inside", async () => {
        await start("sql 40613 logins times=2; sql 40501 reads; sql 40197");
        await create();
        expect(await read()).toMatchObject({ props: USER });
        expect(databases.played.sql.missedFaults()).toEqual([]);
    });

    it("says what to do when another user has its id", async () => {
        await start();
        await create();
        expect((await thrown(create({ ...USER, userName: "b" }))).message).toBe(
            "User 'b' of database 'db' is not made: fog.database.windows.net refuses (error 15063: The login already has an account under a different user name). Another user of this database has the same id in Entra ID: remove that one (DROP USER), then run the same command again.",
        );
    });

    it.each([15138, 15284])("says what to do when SQL Server does not drop it: %s", async (number) => {
        await start(`sql ${number} n=2`);
        await create();
        expect((await thrown(remove())).message).toMatch(
            /^User 'app' of database 'db' is not removed: .*\. A user that must go owns something in the database, .* give that to dbo \(ALTER AUTHORIZATION\)/,
        );
    });

    it("keeps whatever name it has, and nothing else happens", async () => {
        await start();
        await databases.execute("CREATE TABLE [dbo].[x] ([id] int)");
        await create();
        await fc.assert(
            fc.asyncProperty(anyName, async (userName) => {
                const inputs = { ...READER, userName };
                await create(inputs);
                expect(await users()).toEqual(["E app", `X ${userName}`]);
                expect(await read(inputs)).toEqual({ id: "db/app", props: inputs, inputs });
                await remove(inputs);
                expect(await users()).toEqual(["E app"]);
                expect(await databases.execute("SELECT [name] FROM sys.tables")).toEqual([{ name: "x" }]);
            }),
            { numRuns: 40 },
        );
    });
});

describe("the difference of a user", () => {
    const diff = async (olds: Partial<UserState>, news: Partial<Inputs> = {}) =>
        provider.diff?.("id", { ...USER, ...olds }, { ...USER, ...news });
    const NONE = { changes: false, replaces: [], deleteBeforeReplace: true };

    it("is none for the same roles in another order, or the same id in capitals", async () => {
        const olds = { roles: [...USER.roles].reverse(), entraId: USER.entraId.toUpperCase() };
        expect(await diff(olds)).toEqual(NONE);
    });

    it("is none for a host that is not known yet", async () => {
        expect(await diff({}, { host: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" })).toEqual(NONE);
    });

    it.each([
        ["another host, so that the state leads there", { host: "new.database.windows.net" }],
        ["another role", { roles: ["db_datareader"] }],
        ["another right", { grants: [] }],
        ["another identity", { entraId: "00000000-0000-0000-0000-000000000001" }],
        ["an identity that is not known yet", { entraId: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }],
        ["another kind", { kind: "group" as const }],
    ])("is a change for %s", async (_what, news) => {
        expect(await diff({}, news)).toEqual({ ...NONE, changes: true });
    });

    it.each([
        ["userName", { userName: "b" }],
        ["database", { database: "c" }],
    ])("replaces for another %s, the old one first: two users cannot have one id", async (key, news) => {
        expect(await diff({}, news)).toEqual({ changes: true, replaces: [key], deleteBeforeReplace: true });
    });
});
