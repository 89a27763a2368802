import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { waitForRelease } from "../../../stacks/promotion/wait-for-release";

describe("waiting for a release", () => {
    let server: Server;
    let origin: string;
    let asked: string[];
    /** What a host says, from its first answer to the last, which it repeats. */
    let answers: Record<string, [status: number, body: string][]>;

    beforeEach(async () => {
        asked = [];
        server = createServer((request, response) => {
            asked.push(request.url ?? "");
            const host = request.url?.split("/")[1] ?? "";
            const [status, body] =
                (answers[host]?.length ?? 0) > 1
                    ? (answers[host]?.shift() ?? [0, ""])
                    : (answers[host]?.[0] ?? [404, ""]);
            response
                .writeHead(status, { connection: "close", ...(status === 302 ? { location: "/elsewhere" } : {}) })
                .end(body);
        });
        await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
        origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });

    afterEach(() => new Promise((resolve) => void server.close(resolve)));

    const wait = (hosts: readonly string[], totalMs: number, at = origin) =>
        waitForRelease(
            { hosts, path: "/health", version: "3.9.0", digest: "" },
            { origin: (host) => `${at}/${host}`, pauseMs: 1, totalMs },
        );
    const well = JSON.stringify({ status: "Healthy", release: "3.9.0" });

    it("ends when each host reports the release on its health path", async () => {
        answers = { one: [[200, well]], two: [[200, well]] };
        await wait(["one", "two"], 30_000);
        expect(asked).toEqual(["/one/health", "/two/health"]);
    });

    it("asks again while the old release answers, or none", async () => {
        answers = {
            one: [
                [200, JSON.stringify({ release: "3.8.1" })],
                [503, ""],
                [200, well],
            ],
        };
        await wait(["one"], 30_000);
        expect(asked).toHaveLength(3);
    });

    it.each<[string, [number, string], string]>([
        ["another release", [200, JSON.stringify({ release: "3.8.1" })], "reports '3.8.1'"],
        ["no release", [200, JSON.stringify({ status: "Healthy" })], "reports none"],
        ["what is no JSON", [200, "<html>"], "reports none"],
        ["null", [200, "null"], "reports none"],
        ["that it is ill", [503, well], "answers 503"],
        ["that one must sign in", [302, ""], "answers 302"],
    ])("gives up on a host that goes on answering %s, and says so", async (_, answer, words) => {
        answers = { one: [[200, well]], two: [answer] };
        await expect(wait(["one", "two"], 20)).rejects.toThrow(
            `https://two/health should report release 3.9.0 and ${words}; what waits for it was left as it was, and the release is not recorded`,
        );
    });

    it("gives up on a host that does not answer, and says why", async () => {
        await expect(wait(["one"], 20, "http://127.0.0.1:9")).rejects.toThrow("does not answer from here (");
    });
});
