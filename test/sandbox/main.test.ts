import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { main } from "../../sandbox/main";
import { parseRequest } from "../../sandbox/request";
import { tinyProject } from "./street/tiny-project";

describe("the sandbox", () => {
    let project: ReturnType<typeof tinyProject>;
    beforeEach(() => {
        project = tinyProject();
    });
    afterEach(() => project.remove());

    /** A run that may not come as far as the engine. */
    async function run(...argv: string[]) {
        const said: Record<"out" | "err", string[]> = { out: [], err: [] };
        const io = {
            root: project.root,
            environment: {},
            progress: () => {},
            out: (text: string) => void said.out.push(text),
            err: (text: string) => void said.err.push(text),
        };
        const exitCode = await main(argv, io, {
            findEngine: () => Promise.reject(new Error("an engine was looked for")),
            startStandIn: () => Promise.reject(new Error("the stand-in was started")),
        });
        return { exitCode, out: said.out.join(""), err: said.err.join("") };
    }

    it("shows the status of a street that was never brought up, and leaves no trace", async () => {
        const before = readdirSync(project.root);
        expect(await run("status", "test", "productie")).toEqual({
            exitCode: 0,
            err: "",
            out: "environment  resources  last operation\ntest                 0  none yet\nproductie            0  none yet\n",
        });
        expect(readdirSync(project.root)).toEqual(before);
    });

    it("says what can be asked to go wrong", async () => {
        expect(await run("faults")).toMatchObject({ exitCode: 0, out: expect.stringContaining("drift WHAT gone") });
    });

    it("shows it as JSON", async () => {
        expect(JSON.parse((await run("status", "test", "--json")).out)).toEqual([
            { environment: "test", resources: 0 },
        ]);
    });

    it.each([
        [
            ["sideways", "test"],
            "'sideways' is no operation of the sandbox; choose from preview, up, refresh, destroy, status",
        ],
        [["up"], "name at least one environment"],
        [["up", "nowhere"], "'nowhere': there is no such environment"],
        [["up", "test", "--fast"], "--fast"],
    ])("answers %j with a sentence and exit code 2", async (argv, sentence) => {
        const { exitCode, err, out } = await run(...argv);
        expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
        expect(err).toContain(sentence);
    });

    it("refuses to work twice at once on one street", async () => {
        mkdirSync(join(project.root, ".otap/sandbox"), { recursive: true });
        writeFileSync(join(project.root, ".otap/sandbox/lock"), `${hostname()} ${process.pid}`);
        expect(await run("up", "test")).toMatchObject({
            exitCode: 2,
            err: "another 'otap sandbox' is at work in this project; wait until it is done\n",
        });
    });
});

describe("a request to the sandbox", () => {
    it("has policies, and everything else left out", () => {
        expect(parseRequest(["up", "test", "productie"])).toEqual({
            operation: "up",
            environments: ["test", "productie"],
            policyPack: true,
            json: false,
            today: undefined,
            faults: undefined,
        });
    });

    it("takes what is asked for besides", () => {
        const argv = ["preview", "test", "--no-policy-pack", "--json", "--today=2026-11-23", "--faults=429 call=3"];
        expect(parseRequest(argv)).toMatchObject({
            policyPack: false,
            json: true,
            today: "2026-11-23",
            faults: "429 call=3",
        });
    });
});
