import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { main, type SandboxParts } from "../../sandbox/main";
import { parseRequest } from "../../sandbox/request";
import type { MissedFault, StandInOptions } from "../../sandbox/stand-in";
import type { Outcome } from "../../sandbox/street/outcome";
import { outcome } from "./street/outcomes";
import { tinyProject } from "./street/tiny-project";

describe("the sandbox", () => {
    let project: ReturnType<typeof tinyProject>;
    beforeEach(() => {
        project = tinyProject();
    });
    afterEach(() => project.remove());

    /** A run that comes as far as its parts allow: by default not to the engine. */
    async function run(argv: readonly string[], parts: Partial<SandboxParts> = {}) {
        const said: Record<"out" | "err", string[]> = { out: [], err: [] };
        const io = {
            root: project.root,
            environment: {},
            progress: () => {},
            columns: 80,
            out: (text: string) => void said.out.push(text),
            err: (text: string) => void said.err.push(text),
        };
        const exitCode = await main(argv, io, {
            findEngine: () => Promise.reject(new Error("an engine was looked for")),
            startStandIn: () => Promise.reject(new Error("the stand-in was started")),
            rehearseAndRun: () => Promise.reject(new Error("the engine was started")),
            ...parts,
        });
        return { exitCode, out: said.out.join(""), err: said.err.join("") };
    }

    it("shows the status of a street that was never brought up, and leaves no trace", async () => {
        const before = readdirSync(project.root);
        expect(await run(["status", "test", "productie"])).toEqual({
            exitCode: 0,
            err: "",
            out: "environment  resources  last operation\ntest                 0  none yet\nproductie            0  none yet\n",
        });
        expect(readdirSync(project.root)).toEqual(before);
    });

    it("says what can be asked to go wrong", async () => {
        expect(await run(["faults"])).toMatchObject({ exitCode: 0, out: expect.stringContaining("drift WHAT gone") });
    });

    it("shows it as JSON", async () => {
        expect(JSON.parse((await run(["status", "test", "--json"])).out)).toEqual([
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
        [["preview", "test", "--faults=drift sql:Server gone"], "--faults: a drift does not show in a preview"],
    ])("answers %j with a sentence and exit code 2", async (argv, sentence) => {
        const { exitCode, err, out } = await run(argv);
        expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
        expect(err.split("\n").filter((line) => line.length > 80)).toEqual([]);
        expect(err.replace(/\n +/g, " ")).toContain(sentence);
    });

    it("refuses to work twice at once on one street", async () => {
        mkdirSync(join(project.root, ".otap/sandbox"), { recursive: true });
        writeFileSync(join(project.root, ".otap/sandbox/lock"), `${hostname()} ${process.pid}`);
        expect(await run(["up", "test"])).toMatchObject({
            exitCode: 2,
            err: "another 'otap sandbox' is at work in this project; wait until it is done\n",
        });
    });

    /** The environments that the engine was run on, when it ends in each as given. */
    async function operate(argv: readonly string[], ends: Partial<Outcome> = {}, missed: readonly MissedFault[] = []) {
        const tried: string[] = [];
        const asked: StandInOptions[] = [];
        const said = await run(argv, {
            findEngine: async () => ({ command: "pulumi", source: "path", version: "3.259.0", binFolder: "bin" }),
            startStandIn: async (options) => {
                asked.push(options);
                return { debugProviders: "", missedFaults: () => missed, stop: async () => {} };
            },
            rehearseAndRun: async ({ environment, operation }) => {
                tried.push(environment);
                return outcome({ environment, operation, ...ends });
            },
        });
        return { ...said, tried, asked };
    }

    it.each([
        ["refresh", ["test", "productie"], "productie"],
        ["preview", ["test", "productie"], "productie"],
        ["destroy", ["productie", "test"], "test"],
    ] as const)("ends a %s of the whole street when somebody interrupts it", async (operation, [first], other) => {
        const ended = await operate([operation, "test", "productie"], { interrupted: true, exitCode: 1 });
        expect(ended).toMatchObject({ exitCode: 1, tried: [first], err: `not tried after that: ${other}\n` });
    });

    it("goes on to the next environment after a refresh that Azure refused", async () => {
        expect((await operate(["refresh", "test", "productie"], { exitCode: 1 })).tried).toEqual(["test", "productie"]);
    });

    it("says which of the faults did not happen", async () => {
        const missed = [
            { text: "409 type=sql:Servr", calls: 0 },
            { text: "drop call=12", calls: 3 },
        ];
        expect((await operate(["up", "test"], {}, missed)).err).toBe(
            "--faults: '409 type=sql:Servr' did not happen: no call was of that kind\n" +
                "--faults: 'drop call=12' did not happen: the calls of that kind were 3\n",
        );
    });

    it("tells the stand-in what the environments of this run hold, and no others", async () => {
        for (const name of ["test", "productie"]) {
            const folder = join(project.root, ".otap/sandbox/state/.pulumi/stacks/tiny");
            const resources = [
                { urn: "stack", type: "pulumi:pulumi:Stack" },
                ...["", `/${name}`].map((id) => ({ urn: "a", type: "b", id })),
            ];
            mkdirSync(folder, { recursive: true });
            writeFileSync(join(folder, `${name}.json`), JSON.stringify({ checkpoint: { latest: { resources } } }));
        }
        const { asked } = await operate(["refresh", "test", "--faults=drift sql:Server gone"]);
        expect(asked).toMatchObject([{ faults: "drift sql:Server gone", own: ["/test"] }]);
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
