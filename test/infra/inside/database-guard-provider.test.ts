import { provider } from "../../../infra/inside/database-guard-provider";
import type { GuardInputs, GuardState } from "../../../infra/inside/guard/guard-state";
import { GUARD_VERSION } from "../../../infra/inside/guard/trigger";
import { type Client, PlayedSql } from "../../sandbox/sql/played-sql";

const INPUTS: GuardInputs = {
    host: "fog.database.windows.net",
    database: "db",
    directory: "11111111-1111-1111-1111-111111111111",
    users: ["app", "reader"],
    rules: ["office"],
    trigger: GUARD_VERSION,
};
const STATE: GuardState = { ...INPUTS, suspectColumns: [], externalSources: [] };

let played: PlayedSql;
let session: Client;

beforeEach(async () => {
    played = await PlayedSql.start();
    session = await played.open();
    process.env.OTAP_SANDBOX_SQL = played.sql.variable;
});

afterEach(async () => {
    delete process.env.OTAP_SANDBOX_SQL;
    await played.stop();
});

const user = (name: string, sid: number) =>
    session.batch(`CREATE USER [${name}] WITH SID = 0x${String(sid).padStart(32, "0")}, TYPE = E;`);

const asRead = async (): Promise<GuardState> => (await provider.read?.("db", STATE))?.props as GuardState;

const diff = async (found: Partial<GuardState>, declared: Partial<GuardInputs> = {}) =>
    provider.diff?.("db", { ...STATE, ...found }, { ...INPUTS, ...declared });

describe("the provider of guards", () => {
    it("guards a database, and keeps what is declared: users come later", async () => {
        expect(await provider.create(INPUTS)).toEqual({ id: "db", outs: STATE });
    });

    it("tells the columns that were there before", async () => {
        await session.batch("CREATE TABLE [dbo].[account] (wachtwoord nvarchar(100));");
        const { outs } = await provider.create(INPUTS);
        expect(outs?.suspectColumns).toEqual(["dbo.account.wachtwoord"]);
    });

    it("fails where there is no database to guard", async () => {
        await expect(provider.create({ ...INPUTS, database: "gone" })).rejects.toThrow(
            "The guard of database 'gone' is not put: ",
        );
    });

    it("reads who is there as inputs too, the declared first, so that a preview shows strangers", async () => {
        await provider.create(INPUTS);
        await user("reader", 1);
        await user("mallory", 2);
        await user("app", 3);
        const found = await provider.read?.("db", STATE);
        expect(found?.inputs).toEqual({ ...INPUTS, users: ["app", "reader", "mallory"], rules: [] });
        expect(found?.props).toEqual({ ...STATE, users: ["app", "reader", "mallory"], rules: [] });
    });

    it.each(["app\n", "app\t", "app\u00a0", "\u{1d41a}pp", "\u202eapp", "App\u200b"])(
        "puts out a stranger whose name only looks like one that is declared: %j",
        async (name) => {
            await user("app", 1);
            await user(name, 2);
            expect((await asRead()).users).toEqual(["app", name]);
            await provider.create(INPUTS);
            expect((await asRead()).users).toEqual(["app"]);
        },
    );

    it("reads what is wrong with the trigger", async () => {
        await provider.create(INPUTS);
        await session.batch("DISABLE TRIGGER [figlo_guard] ON DATABASE;");
        expect((await asRead()).trigger).toBe("disabled");
    });

    it("reads nothing where the database is gone", async () => {
        expect(await provider.read?.("gone", { ...STATE, database: "gone" })).toEqual({});
    });

    it("puts strangers out and the trigger back", async () => {
        await provider.create(INPUTS);
        await user("app", 1);
        await user("reader", 2);
        await user("mallory", 3);
        await session.batch("DROP TRIGGER [figlo_guard] ON DATABASE;");
        const found = await asRead();
        expect(await provider.update?.("db", found, INPUTS)).toEqual({ outs: STATE });
        expect(await asRead()).toEqual({ ...STATE, rules: [] });
    });

    it.each([
        ["nothing", {}, {}],
        ["the order of names", { users: ["reader", "app"] }, {}],
        ["the case of names", { users: ["APP", "reader"] }, {}],
        ["what was found and nobody can mend", { suspectColumns: ["dbo.a.pwd"] }, {}],
    ])("has nothing to change for %s", async (_what, found, declared) => {
        expect(await diff(found, declared)).toEqual({ changes: false, replaces: [] });
    });

    it.each([
        ["a stranger", { users: ["app", "reader", "mallory"] }],
        ["a user that is missing", { users: ["app"] }],
        ["a rule that nobody declared", { rules: ["office", "elsewhere"] }],
        ["a trigger that is switched off", { trigger: "disabled" }],
        ["the trigger of another version", { trigger: "figlo_guard 000000000000" }],
        ["another way to the database, which the state would forget", { host: "other.database.windows.net" }],
    ])("has something to change for %s", async (_what, found) => {
        expect(await diff(found)).toEqual({ changes: true, replaces: [] });
    });

    it("is another guard for another database", async () => {
        expect(await diff({}, { database: "other" })).toEqual({ changes: true, replaces: ["database"] });
    });

    it("takes the trigger away, also twice, and from no database", async () => {
        await provider.create(INPUTS);
        await provider.delete?.("db", STATE);
        expect((await asRead()).trigger).toBe("missing");
        await provider.delete?.("db", STATE);
        await expect(provider.delete?.("gone", { ...STATE, database: "gone" })).resolves.toBeUndefined();
    });
});
