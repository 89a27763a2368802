import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Outcome } from "../../../sandbox/street/outcome";
import { rehearseAndRun } from "../../../sandbox/street/rehearse-and-run";
import { type RunStackArgs, runStack } from "../../../sandbox/street/run-stack";
import { stateResources } from "../../../sandbox/street/state-resources";
import { type Street, streetAt } from "../../../sandbox/street/street";
import { exitCodeOf } from "../../../sandbox/street/verdict";
import { describeWithEngine } from "../with-engine";
import { startEchoProviders } from "./echo-providers";
import { TRACKED, tinyProject } from "./tiny-project";

describeWithEngine("a stack on the real engine", (engine) => {
    let project: ReturnType<typeof tinyProject>;
    let providers: Awaited<ReturnType<typeof startEchoProviders>>;
    let folders: string[];
    let street: Street;

    beforeAll(async () => {
        project = tinyProject();
        providers = await startEchoProviders();
        folders = [];
    });

    beforeEach(() => {
        street = streetAt(project.root, mkdtempSync(join(tmpdir(), "tiny-street-")));
        folders.push(street.folder);
    });

    afterAll(() => {
        providers.stop();
        project.remove();
        folders.forEach((folder) => void rmSync(folder, { recursive: true, force: true }));
    });

    const connections = () => {
        const { debugProviders, sites, sql } = providers;
        return { debugProviders, sites, sql };
    };
    const run = (
        environment: string,
        operation: RunStackArgs["operation"],
        more: Partial<RunStackArgs> = {},
    ): Promise<Outcome> => runStack({ ...{ street, engine, environment, operation }, ...connections(), ...more });

    const group = (environment: string) =>
        `urn:pulumi:${environment}::tiny::azure-native:resources:ResourceGroup::group`;

    it("previews without changing anything", async () => {
        const outcome = await run("test", "preview");
        expect(outcome).toMatchObject({ exitCode: 0, rehearsal: true, counts: { create: 4 } });
        expect(stateResources(street, "test")).toEqual([]);
    });

    it("notes the engine while it runs, and no longer", async () => {
        const noted: boolean[] = [];
        const progress = () => void noted.push(existsSync(join(street.folder, "engine")));
        await run("test", "preview", { progress });
        expect(noted).toContain(true);
        expect(existsSync(join(street.folder, "engine"))).toBe(false);
    });

    it("writes the plan of a preview where it is told to", async () => {
        const planFile = join(street.folder, "plan.json");
        await run("test", "preview", { planFile });
        const plan = JSON.parse(readFileSync(planFile, "utf8")) as { steps: { urn: string }[] };
        expect(plan.steps.map(({ urn }) => urn)).toContain(group("test"));
    });

    it("brings a stack up, and finds nothing to do the second time", async () => {
        expect((await run("test", "up")).counts).toEqual({ create: 4 });
        expect(await run("test", "up")).toMatchObject({ exitCode: 0, counts: { same: 4 }, steps: [] });
    });

    it("refreshes what nobody has changed without a change", async () => {
        await run("test", "up");
        expect(await run("test", "refresh")).toMatchObject({ exitCode: 0, counts: { same: 4 }, steps: [] });
    });

    it("names the one resource that a changed setting updates", async () => {
        await run("test", "up");
        const { steps } = await run("test", "up", { change: (text) => text.replace("small", "medium") });
        expect(steps).toEqual([{ op: "update", urn: group("test"), changed: ["tags"], failed: false }]);
    });

    it("hands on what policies find, by the configuration of the environment", async () => {
        const outcome = await run("test", "preview", { change: (text) => text.replace("small", "giant") });
        expect(outcome.findings).toContainEqual({
            rule: "no-giants",
            urn: group("test"),
            level: "mandatory",
            message: "Giants are refused.\nthe size is giant",
        });
        expect(exitCodeOf(outcome)).toBe(1);
    });

    it("runs without policies when told to", async () => {
        const change = (text: string) => text.replace("small", "giant");
        expect(await run("test", "preview", { change, policyPack: false })).toMatchObject({
            exitCode: 0,
            findings: [],
        });
    });

    it("says what a provider refuses, and at which resource", async () => {
        const outcome = await run("test", "up", { change: (text) => text.replace("small", "refused") });
        expect(outcome.steps).toContainEqual({ op: "create", urn: group("test"), changed: [], failed: true });
        const errors = outcome.diagnostics.filter(({ severity, urn }) => severity === "error" && urn === group("test"));
        expect(errors.map(({ message }) => message).join()).toContain("Code=Conflict: there is one already");
    });

    it("destroys what is not protected", async () => {
        await run("test", "up");
        const outcome = await rehearseAndRun({ ...base(), environment: "test", operation: "destroy" });
        expect(outcome).toMatchObject({ exitCode: 0, rehearsal: false, counts: { delete: 4 } });
        expect(stateResources(street, "test")).toEqual([]);
    });

    it("deletes nothing of a stack in which something is protected", async () => {
        await run("productie", "up");
        const before = stateResources(street, "productie").length;
        const outcome = await rehearseAndRun({ ...base(), environment: "productie", operation: "destroy" });
        expect(exitCodeOf(outcome)).toBe(1);
        expect(stateResources(street, "productie")).toHaveLength(before);
    });

    it("leaves every file of the project as it was", async () => {
        const contents = () => TRACKED.map((name) => readFileSync(join(project.root, name), "utf8"));
        const before = contents();
        await run("productie", "up");
        expect(contents()).toEqual(before);
    });

    const base = () => ({ street, engine, ...connections() });
});
