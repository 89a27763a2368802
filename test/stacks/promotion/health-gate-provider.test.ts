import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { provider } from "../../../stacks/promotion/health-gate-provider";

const inputs = {
    hosts: ["back.azurewebsites.net", "front.azurewebsites.net"],
    path: "/health",
    version: "3.9.0",
    digest: "sha256:1",
    minutes: 1,
};

describe("the gate between two regions", () => {
    afterEach(() => {
        delete process.env.OTAP_SANDBOX_SITES;
    });

    it("opens when the sites of a region report the release, and keeps what it asked for", async () => {
        const asked: string[] = [];
        const server = createServer((request, response) => {
            asked.push(request.url ?? "");
            response.writeHead(200, { connection: "close" }).end(JSON.stringify({ release: "3.9.0" }));
        });
        await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
        process.env.OTAP_SANDBOX_SITES = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
        expect(await provider.create(inputs)).toEqual({ id: inputs.hosts.join(" "), outs: inputs });
        expect(await provider.update?.("id", inputs, inputs)).toEqual({ outs: inputs });
        expect(asked.slice(0, 2)).toEqual(["/back.azurewebsites.net/health", "/front.azurewebsites.net/health"]);
        await new Promise((resolve) => server.close(resolve));
    });

    it("stays shut while they do not", async () => {
        process.env.OTAP_SANDBOX_SITES = "http://127.0.0.1:9";
        await expect(provider.create(inputs)).rejects.toThrow("should report release 3.9.0 and does not answer");
    });

    it.each([
        ["version", { version: "3.9.1" }],
        ["package", { digest: "sha256:2" }],
        ["site", { hosts: ["other.azurewebsites.net"] }],
        ["health path", { path: "/healthz" }],
    ])("waits again for another %s", async (_, change) => {
        expect(await provider.diff?.("id", inputs, { ...inputs, ...change })).toEqual({ changes: true });
    });

    it("does not wait again for the same, however patient it has become", async () => {
        expect(await provider.diff?.("id", inputs, { ...inputs, minutes: 30 })).toEqual({ changes: false });
    });
});
