import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
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

    it("tells the outputs of its stacks, and of none that is no environment", async () => {
        expect(await run(["outputs", "test"])).toEqual({ exitCode: 0, err: "", out: '{"test":{}}\n' });
        expect(await run(["outputs", "../test"])).toMatchObject({ exitCode: 2, out: "" });
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
        [["destroy"], "name the environments to take down, or ask for the whole street with --all"],
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
            err: "another 'otap sandbox' is at work in this project, or an earlier one that was\n  ended is still finishing; wait until it is done\n",
        });
    });

    it("waits for the engine of a run that was killed, and says so", async () => {
        mkdirSync(join(project.root, ".otap/sandbox"), { recursive: true });
        writeFileSync(join(project.root, ".otap/sandbox/engine"), `${hostname()} ${process.pid}`);
        const { exitCode, err } = await run(["up", "test"]);
        expect(exitCode).toBe(2);
        expect(err.replace(/\n +/g, " ")).toContain(
            `an earlier run was killed, and its engine (process ${process.pid}) is still finishing`,
        );
    });

    it("goes on after an engine that is gone", async () => {
        mkdirSync(join(project.root, ".otap/sandbox"), { recursive: true });
        writeFileSync(join(project.root, ".otap/sandbox/engine"), `${hostname()} 999999999`);
        expect((await operate(["up", "test"])).tried).toEqual(["test"]);
    });

    it.each([
        ["cut off", '{"checkpoint": {"latest'],
        ["of another kind", "{}"],
    ])("refuses a state of the engine that is %s with a sentence, before anything is started", async (_, text) => {
        const file = join(project.root, ".otap/sandbox/state/.pulumi/stacks/tiny/test.json");
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
        writeFileSync(`${file}.bak`, "{}");
        for (const operation of ["up", "status"]) {
            const { exitCode, err } = await run([operation, "test"]);
            const said = err.replace(/\n +/g, " ");
            expect(exitCode).toBe(2);
            expect(said).toContain(`${file} is cut off or damaged; nothing was changed.`);
            expect(said).toContain(`Copy ${file}.bak over it`);
        }
        expect(readFileSync(file, "utf8")).toBe(text);
    });

    /** The environments that the engine was run on, when it ends in each as given. */
    async function operate(
        argv: readonly string[],
        ends: Partial<Outcome> = {},
        missed: readonly MissedFault[] = [],
        passedOver?: string,
    ) {
        const tried: string[] = [];
        const asked: StandInOptions[] = [];
        const said = await run(argv, {
            findEngine: async () => ({
                command: "pulumi",
                source: "path",
                version: "3.259.0",
                binFolder: "bin",
                passedOver,
            }),
            startStandIn: async (options) => {
                asked.push(options);
                const removeOrphans = (stack: string) => [`/orphan-of-${stack}`];
                return {
                    debugProviders: "",
                    sites: "",
                    sql: "",
                    missedFaults: () => missed,
                    removeOrphans,
                    stop: async () => {},
                };
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

    it("takes away, after a destroy, what the state did not know, and says so", async () => {
        const { err, tried } = await operate(["destroy", "test"]);
        expect(tried).toEqual(["test"]);
        expect(err.replace(/\n +/g, " ")).toBe(
            "  the played cloud held what the engine's state of test did not, as after an answer that was lost; the sandbox removed it, where in Azure you would by hand: /orphan-of-test\n",
        );
    });

    it.each([
        ["destroy", { exitCode: 1, rehearsal: true }],
        ["up", {}],
    ] as const)("takes nothing away besides where a %s ends as %j", async (operation, ends) => {
        expect((await operate([operation, "test"], ends)).err).toBe("");
    });

    it("says in one line why the engine on PATH is not taken", async () => {
        const passedOver = "'/x/pulumi' is version 2.0.0";
        expect((await operate(["up", "test"], {}, [], passedOver)).err).toBe(`not taken: ${passedOver}\n`);
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

    it("shows the exemptions in force after what policies judged, and not where they were left out", async () => {
        const exemption = {
            rule: "web-https-only",
            resource: "*::site",
            reason: "A trial.",
            requester: "Team web",
            approver: "Security officer",
            from: "2026-11-01",
            until: "2026-12-01",
        };
        mkdirSync(join(project.root, "policies/config"), { recursive: true });
        writeFileSync(join(project.root, "policies/PulumiPolicy.yaml"), "runtime: nodejs\n");
        const config = { "pack-settings": { exemptions: [exemption] } };
        writeFileSync(join(project.root, "policies/config/test.json"), JSON.stringify(config));
        const shown = async (...argv: string[]) =>
            (await operate([...argv, "test", "--today=2026-11-23"])).out.includes("exemption in force: web-https-only");
        expect(await shown("preview")).toBe(true);
        expect(await shown("preview", "--no-policy-pack")).toBe(false);
        expect(await shown("destroy")).toBe(false);
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
