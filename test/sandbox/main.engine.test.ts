import { readdirSync } from "node:fs";
import { join } from "node:path";
import { main } from "../../sandbox/main";
import { rehearseAndRun } from "../../sandbox/street/rehearse-and-run";
import { startEchoProviders } from "./street/echo-providers";
import { tinyProject } from "./street/tiny-project";
import { describeWithEngine } from "./with-engine";

describeWithEngine("the sandbox on the real engine", (engine) => {
    let project: ReturnType<typeof tinyProject>;
    beforeEach(() => {
        project = tinyProject();
    });
    afterEach(() => project.remove());

    async function run(...argv: string[]) {
        const out: string[] = [];
        const err: string[] = [];
        const io = {
            root: project.root,
            environment: process.env,
            progress: () => {},
            columns: 80,
            out: (text: string) => void out.push(text),
            err: (text: string) => void err.push(text),
        };
        const startStandIn = async () => {
            const { stop, ...connections } = await startEchoProviders();
            return { ...connections, missedFaults: () => [], removeOrphans: () => [], stop: async () => stop() };
        };
        const exitCode = await main(argv, io, { findEngine: async () => engine, startStandIn, rehearseAndRun });
        return { exitCode, lines: out.join("").split("\n").slice(0, -1), err: err.join("") };
    }

    it("brings a street up in its order, remembers it, and changes nothing the second time", async () => {
        const findings = "  1 advisory finding";
        expect(await run("up", "test", "productie")).toEqual({
            exitCode: 0,
            lines: ["test: up is done: 4 created", findings, "productie: up is done: 4 created", findings],
            err: "",
        });
        expect((await run("up", "test")).lines[0]).toBe("test: up is done: 4 unchanged");
        expect((await run("status", "test", "productie")).lines).toEqual([
            "environment  resources  last operation",
            "test                 4  up: 4 unchanged",
            "productie            4  up: 4 created",
        ]);
    });

    it("destroys from the last environment to the first, and refuses the protected one with a sentence", async () => {
        await run("up", "test", "productie");
        expect(await run("destroy", "test", "productie")).toMatchObject({
            exitCode: 1,
            lines: [
                "productie: destroy is refused; nothing was changed",
                "  productie is protected: a resource in it may not be deleted, such as",
                "    resources:ResourceGroup group",
                "  to begin anew, remove the folder .otap/sandbox: it holds the sandbox and",
                "    nothing else",
                "  what the engine said: .otap/sandbox/logs/productie-*.log",
                "test: destroy is done: 4 deleted",
            ],
        });
    });

    it("writes nothing into the project outside its own folder", async () => {
        const before = readdirSync(project.root);
        await run("up", "productie");
        expect(readdirSync(project.root).filter((name) => name !== ".otap")).toEqual(before);
        expect(readdirSync(join(project.root, ".otap"))).toEqual(["sandbox"]);
    });
});
