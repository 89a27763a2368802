import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../street";

interface Asked {
    readonly url: string | undefined;
    readonly authorization: string | undefined;
}

/** Runs the program against a GitHub that answers so. */
async function approver(answer: unknown, status = 200): Promise<{ name: string; asked: readonly Asked[] }> {
    const asked: Asked[] = [];
    const server = createServer(({ url, headers }, response) => {
        asked.push({ url, authorization: headers.authorization });
        response.writeHead(status).end(JSON.stringify(answer));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    try {
        const { stdout } = await promisify(execFile)(
            process.execPath,
            [join(ROOT, "pipelines", "approver.js"), "acceptatie"],
            {
                env: {
                    GITHUB_API_URL: `http://127.0.0.1:${port}`,
                    GITHUB_REPOSITORY: "figlo/infra",
                    GITHUB_RUN_ID: "17",
                    GITHUB_ACTOR: "starter",
                    GH_TOKEN: "token",
                },
            },
        );
        return { name: stdout, asked };
    } finally {
        await new Promise((resolve) => server.close(resolve));
    }
}

const review = (login: string, environment: string, state = "approved") => ({
    state,
    user: { login },
    environments: [{ name: environment }],
});

describe("approver.js", () => {
    it("asks GitHub who approved this run", async () => {
        const { asked } = await approver([]);
        expect(asked).toEqual([{ url: "/repos/figlo/infra/actions/runs/17/approvals", authorization: "Bearer token" }]);
    });

    it("names who approved the environment, and the last of them", async () => {
        const reviews = [review("first", "acceptatie"), review("last", "acceptatie"), review("other", "productie")];
        expect((await approver(reviews)).name).toBe("last\n");
    });

    it("names who started the run where nobody was asked", async () => {
        expect((await approver([review("other", "test"), review("no", "acceptatie", "rejected")])).name).toBe(
            "starter\n",
        );
    });

    it("fails where GitHub does not say", async () => {
        await expect(approver({ message: "Forbidden" }, 403)).rejects.toThrow("GitHub answers 403");
    });
});
