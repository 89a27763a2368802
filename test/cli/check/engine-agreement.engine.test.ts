import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { checkStacks } from "../../../cli/check/check-stacks";
import { recognise } from "../../../cli/check/recognise";
import type { Finding } from "../../../policies/model";
import { UNDECIDED } from "../../../policies/pack";
import { AzureProvider } from "../../../sandbox/azure/azure-provider";
import { Cloud } from "../../../sandbox/azure/cloud";
import { Faults } from "../../../sandbox/azure/faults";
import { RandomProvider } from "../../../sandbox/azure/random-provider";
import { REFUSALS } from "../../../sandbox/azure/refusals";
import { ResourceManager } from "../../../sandbox/azure/resource-manager";
import { serve } from "../../../sandbox/azure/serve";
import { playSites } from "../../../sandbox/azure/sites";
import type { Engine } from "../../../sandbox/engine/engine";
import { startSql } from "../../../sandbox/sql/start";
import { engineVariables } from "../../../sandbox/street/engine-variables";
import type { Outcome } from "../../../sandbox/street/outcome";
import { runStack } from "../../../sandbox/street/run-stack";
import { streetAt } from "../../../sandbox/street/street";
import { loadStreet } from "../../../stacks/settings/load-street";
import { foreignProject } from "../../sandbox/agreement/foreign-project";
import { describeWithEngine } from "../../sandbox/with-engine";
import { ROOT } from "../../street";

const TODAY = "2026-11-23";

/** The engine on a project, with the stand-in behind it. */
async function engineOn(engine: Engine, root: string) {
    const cloud = new Cloud();
    const azure = await serve(new AzureProvider(new ResourceManager(cloud, REFUSALS, new Faults([]))));
    const played = await playSites(cloud, []);
    const databases = await startSql(cloud);
    const random = await serve(new RandomProvider());
    const street = streetAt(root, mkdtempSync(join(tmpdir(), "otap-check-engine-")));
    const debugProviders = `azure-native:${azure.port},random:${random.port}`;
    const connections = { street, engine, debugProviders, sites: played.url, sql: databases.variable };
    const run = (environment: string) => ({ ...connections, environment, today: TODAY });
    return {
        /** What it finds, and what `--json` prints. */
        preview: async (stack: string) => {
            const planFile = join(street.folder, "preview.json");
            const outcome = await runStack({ ...run(stack), operation: "preview", planFile });
            return { outcome, printed: JSON.parse(readFileSync(planFile, "utf8")) as unknown };
        },
        up: (stack: string) => runStack({ ...run(stack), operation: "up", policyPack: false }),
        exported: async (stack: string) => {
            const env = engineVariables({ ...connections, inherited: process.env });
            const { stdout } = await promisify(execFile)(
                engine.command,
                ["stack", "export", "--show-secrets", "--stack", stack],
                { cwd: root, env, maxBuffer: 2 ** 28 },
            );
            return JSON.parse(stdout) as unknown;
        },
        stop: async () => {
            await Promise.all([azure.stop(), random.stop(), played.stop(), databases.stop()]);
            rmSync(street.folder, { recursive: true, force: true });
        },
    };
}

const checked = (printed: unknown): readonly Finding[] =>
    checkStacks({
        given: recognise(printed, "what the engine printed"),
        today: TODAY,
        street: () => loadStreet(ROOT),
    }).flatMap(({ findings }) => findings);

const ofCheck = (findings: readonly Finding[]): readonly string[] =>
    findings.map(({ rule, urn, verdict }) => `${rule} ${urn} ${verdict}`).sort();

const ofEngine = ({ findings }: Outcome): readonly string[] =>
    findings
        .map(({ rule, urn, message }) => {
            const verdict = message.includes(`\n${UNDECIDED}`) ? "undecided" : "violated";
            return `${rule} ${urn} ${verdict}`;
        })
        .sort();

describeWithEngine("otap check and the real engine", (engine) => {
    it.each(["careless", "unknowns", "components"])("find the same in a preview of %s", async (name) => {
        const { root, remove } = foreignProject({ name, stacks: ["proef"] });
        const real = await engineOn(engine, root);
        try {
            const { outcome, printed } = await real.preview("proef");
            const expected = ofEngine(outcome);
            expect(expected.length).toBeGreaterThan(1);
            expect(ofCheck(checked(printed))).toEqual(expected);
        } finally {
            await real.stop();
            remove();
        }
    });

    it("find nothing in our own ontwikkeling, before it is deployed and after", async () => {
        const real = await engineOn(engine, ROOT);
        try {
            const { outcome, printed } = await real.preview("ontwikkeling");
            expect(ofCheck(checked(printed))).toEqual(ofEngine(outcome));
            expect(await real.up("ontwikkeling")).toMatchObject({ diagnostics: [], exitCode: 0 });
            expect(checked(await real.exported("ontwikkeling"))).toEqual(checked(printed));
            expect(checked(printed)).toEqual([]);
        } finally {
            await real.stop();
        }
    });
});
