import { createServer } from "node:net";
import { Connection } from "tedious";
import { openSession } from "../../../infra/inside/connection";
import { provider as ruleProvider } from "../../../infra/inside/database-firewall-rule-provider";
import { inDatabase } from "../../../infra/inside/in-database";
import { INSIDE, PlayedDatabases, thrown } from "./played-databases";

const RULE = { ...INSIDE, ruleName: "kantoor", startIpAddress: "203.0.113.1", endIpAddress: "203.0.113.9" };

describe("a session", () => {
    let databases: PlayedDatabases;
    beforeEach(async () => {
        databases = await PlayedDatabases.start();
    });
    afterEach(() => databases.stop());

    const played = () => JSON.parse(process.env.OTAP_SANDBOX_SQL ?? "");
    const change = (more: object) => {
        process.env.OTAP_SANDBOX_SQL = JSON.stringify({ ...played(), ...more });
    };

    it("asks with values, which are no text of the language", async () => {
        const session = await openSession(INSIDE);
        const hostile = "'; DROP USER [app] --";
        const asked = await session.query("SELECT [name] FROM sys.database_principals WHERE [name] = @name", {
            name: hostile,
        });
        expect(asked).toEqual([]);
        const dbo = await session.query("SELECT [name], sid FROM sys.database_principals WHERE [name] = @name", {
            name: "dbo",
        });
        expect(dbo).toEqual([{ name: "dbo", sid: Buffer.from([0]) }]);
        session.close();
    });

    it("tells a refusal by its numbers", async () => {
        const session = await openSession(INSIDE);
        await expect(session.batch("DROP USER [b]")).rejects.toMatchObject({
            obstacle: "refused",
            numbers: [15151],
            message: "Cannot drop the user 'b', because it does not exist or you do not have permission.",
        });
        session.close();
    });

    it("is not opened with a token that is not valid, and the token is not told", async () => {
        change({ token: "a-secret-token" });
        const error = await thrown(ruleProvider.create(RULE));
        expect(error.message).toBe(
            "Firewall rule 'kantoor' of database 'db' is not set: fog.database.windows.net does not know whoever runs this (error 18456: Login failed for user '<token-identified principal>'). Run it as a member of the group that administers the servers.",
        );
        expect(`${error} ${error.stack} ${JSON.stringify(error)}`).not.toContain("a-secret-token");
    });

    it("is not opened with a server whose certificate nobody vouches for", async () => {
        change({ ca: undefined });
        expect((await thrown(ruleProvider.create(RULE))).message).toMatch(
            /whoever answers for fog\.database\.windows\.net shows a certificate that is not trusted here \(.*self-signed certificate.*\)\. Nothing was sent\./,
        );
    });

    it("is not opened with a server whose certificate is another's", async () => {
        expect((await thrown(ruleProvider.create({ ...RULE, host: "fog.example.com" }))).message).toMatch(
            /whoever answers for fog\.example\.com shows a certificate that is not trusted here \(.*does not match certificate's altnames.*\)\. Nothing was sent\./,
        );
    });

    it("is not opened where nobody answers", async () => {
        const silent = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
        await new Promise((resolve) => silent.once("listening", resolve));
        change({ port: (silent.address() as { port: number }).port });
        expect((await thrown(ruleProvider.create(RULE))).message).toMatch(
            /is not set: fog\.database\.windows\.net cannot be reached from here \(Failed to connect to fog\.database\.windows\.net:1433 - .*\)\. Run it on a runner in the network/,
        );
        await new Promise((resolve) => silent.close(resolve));
    });

    it("tells what a server says without the token, should it say it", async () => {
        const error = await thrown(
            inDatabase({ ...INSIDE, undone: "It is not done" }, (session) =>
                session.batch(`DROP USER [${databases.token}]`),
            ),
        );
        expect(error.message).toContain("Cannot drop the user '…'");
    });

    it("leaves no token in what is made, read or changed", async () => {
        const outs = [
            await ruleProvider.create(RULE),
            await ruleProvider.read?.("db/kantoor", RULE),
            await ruleProvider.update?.("db/kantoor", RULE, { ...RULE, endIpAddress: "203.0.113.8" }),
        ];
        expect(JSON.stringify(outs)).toContain("kantoor");
        expect(JSON.stringify(outs)).not.toContain(databases.token);
    });

    it("hands a mistake of ours on as it is, and closes", async () => {
        const mistake = new TypeError("x is not a function");
        const close = jest.spyOn(Connection.prototype, "close");
        await expect(
            inDatabase({ ...INSIDE, undone: "" }, async () => {
                throw mistake;
            }),
        ).rejects.toBe(mistake);
        expect(close).toHaveBeenCalledTimes(1);
        close.mockRestore();
    });
});
