import { type Obstacle, SqlError } from "../../../infra/inside/sql-error";
import { errandError } from "../../../infra/inside/unreachable";

const ERRAND = {
    host: "fog.database.windows.net",
    database: "sqldb-a",
    directory: "d",
    undone: "User 'app' of database 'sqldb-a' is not made",
};
const sentence = (obstacle: Obstacle, message: string, numbers: number[] = [], advice = {}) =>
    errandError({ ...ERRAND, advice }, new SqlError(message, obstacle, numbers)).message;

describe("what is told of an errand in a database that failed", () => {
    it("says from where it must be run when the server is out of reach", () => {
        expect(sentence("no-session", "Failed to connect - ENOTFOUND")).toBe(
            "User 'app' of database 'sqldb-a' is not made: fog.database.windows.net cannot be reached from here (Failed to connect - ENOTFOUND). Run it on a runner in the network of the environment, or on a machine whose address is declared for these servers (sql.firewall).",
        );
    });

    it.each([47073, 40615, 40532])("says the same when the server shuts this machine out: %s", (number) => {
        expect(sentence("no-session", "No.", [number, 18456])).toContain(
            `cannot be reached from here (error ${number}, 18456: No). Run it on a runner`,
        );
    });

    it("says who must run it when the login fails", () => {
        expect(sentence("no-session", "Login failed for user.", [18456])).toBe(
            "User 'app' of database 'sqldb-a' is not made: fog.database.windows.net does not know whoever runs this (error 18456: Login failed for user). Run it as a member of the group that administers the servers.",
        );
    });

    it("says how to sign in when there is no token", () => {
        expect(sentence("no-token", "no credential is set up")).toBe(
            "User 'app' of database 'sqldb-a' is not made: there is no token for fog.database.windows.net (no credential is set up). Sign in to the directory of the servers (az login --tenant), or run it in the pipeline.",
        );
    });

    it.each([
        [
            4060,
            "has no such database, or does not open it for whoever runs this (error 4060, 18456: No). Look whether it is there and online, and run",
        ],
        [40613, "lets nobody in for the moment (error 40613, 18456: No). Run the same command again in some minutes."],
    ])("sends nobody to another machine when the server answered for itself: %s", (number, told) => {
        expect(sentence("no-session", "No.", [number, 18456])).toContain(`fog.database.windows.net ${told}`);
    });

    it("says how much is done when the connection broke", () => {
        expect(sentence("cut-off", "socket hang up")).toContain(
            "broke the connection off (socket hang up). The step that it was at is done in whole or not at all, and the later ones are not: run the same command again",
        );
    });

    it("says the number and the words of what the server refuses, each number once", () => {
        expect(sentence("refused", "Cannot alter.", [15151, 3930, 3930])).toContain(
            "fog.database.windows.net refuses (error 15151, 3930: Cannot alter). Run the same command again when the cause is gone",
        );
    });

    it("says what to do about an error that this errand knows", () => {
        expect(sentence("refused", "No procedure.", [2812], { 2812: "Use IPv4." })).toMatch(
            /refuses \(error 2812: No procedure\)\. Use IPv4\.$/,
        );
    });

    it("stays on one line whatever names the server repeats: some lines are orders to a pipeline", () => {
        expect(sentence("refused", "Cannot drop the user 'a\r\n##vso[x]\u001b[31m\u202e\u2028b'.", [15138])).toContain(
            "(error 15138: Cannot drop the user 'a ##vso[x] [31m b'). Run",
        );
    });

    it("has no stack trace, which the engine would print", () => {
        const error = errandError(ERRAND, new SqlError("No.", "refused", [1]));
        expect(error.stack).toBe("");
    });
});
