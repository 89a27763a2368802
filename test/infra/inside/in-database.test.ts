import { inDatabase, inDatabaseIfThere } from "../../../infra/inside/in-database";
import type { Session } from "../../../infra/inside/session";
import { INSIDE, PlayedDatabases, thrown } from "./played-databases";

const ERRAND = { ...INSIDE, undone: "It is not done" };

describe("an errand in a database", () => {
    let databases: PlayedDatabases;
    const start = async (faults?: string) => {
        databases = await PlayedDatabases.start(faults);
    };
    afterEach(() => databases.stop());

    const work = jest.fn(async (_session: Session) => "done");
    beforeEach(() => work.mockClear());

    it("has nothing to do where the server has no such database", async () => {
        await start();
        expect(await inDatabaseIfThere({ ...ERRAND, database: "weg" }, work)).toBeUndefined();
        expect(work).not.toHaveBeenCalled();
    });

    it("does not take a database for gone that the server has and does not open", async () => {
        await start("sql 4060 logins times=all database=db");
        expect((await thrown(inDatabaseIfThere(ERRAND, work))).message).toMatch(
            /^It is not done: fog\.database\.windows\.net has no such database, or does not open it for whoever runs this \(error 4060, 18456: /,
        );
    });

    it("does not take a database for gone where the server does not say which it has", async () => {
        await start("sql 4060 logins times=5 database=weg; sql 18456 logins times=all database=master");
        expect((await thrown(inDatabaseIfThere({ ...ERRAND, database: "weg" }, work))).message).toMatch(
            /^It is not done: fog\.database\.windows\.net does not know whoever runs this \(error 18456: /,
        );
    });

    it("waits for another in the same database: users that are changed at once deadlock", async () => {
        await start();
        let open = 0;
        let most = 0;
        const counted = async (session: Session) => {
            most = Math.max(most, ++open);
            await session.query("SELECT p.[name] FROM sys.database_principals AS p");
            open -= 1;
        };
        await Promise.all(["a", "b", "c"].map(() => inDatabase(ERRAND, counted)));
        expect(most).toBe(1);
    });
});
