import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createColors } from "picocolors";
import { parse } from "yaml";
import { drillText } from "../../../cli/drill/drill-text";
import { failoverDrill, type RunResult } from "../../../cli/drill/failover-drill";
import type { Environment } from "../../../stacks/settings/environments";
import { TODAY } from "../../street";
import { recordedIo } from "../recorded-io";

const TENANTS = "stacks/data/ontwikkeling/tenants.yaml";
const urn = (type: string, name: string) =>
    `urn:pulumi:ontwikkeling::figlo-advisor::figlo:x$azure-native:${type}::${name}`;
const DATABASE = { op: "create", urn: urn("sql:Database", "shard-01-tenant-t-drill1-database") };
const ADDED = [DATABASE, { op: "update", urn: urn("sql:FailoverGroup", "shard-01-failover-group") }];

const outcome = (steps: readonly object[] = [], more: object = {}): RunResult => ({
    exitCode: 0,
    out: JSON.stringify([
        { counts: { same: 300, create: steps.length }, steps, diagnostics: [], findings: [], ...more },
    ]),
    err: "",
});

describe("the failover drill", () => {
    let folder: string;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "drill-"));
        for (const environment of ["ontwikkeling", "test"]) {
            const file = join(folder, `stacks/data/${environment}/tenants.yaml`);
            mkdirSync(dirname(file), { recursive: true });
            writeFileSync(
                file,
                'tenants:\n  - id: t-1\n    name: One\n    shard: "01"\n    status: active\n    addresses: []\n',
            );
        }
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    /** @param answers what differs from a drill that goes well, by the number of the call */
    async function drill(answers: Readonly<Record<number, RunResult>> = {}, environment: Environment = "ontwikkeling") {
        const calls: string[] = [];
        let tenants: unknown;
        const run = async (args: readonly string[]): Promise<RunResult> => {
            calls.push(args.join(" "));
            if (args[0] === "up" && calls.includes("generate ontwikkeling")) {
                tenants = parse(readFileSync(join(folder, TENANTS), "utf8"));
            }
            const well =
                args[0] === "failover"
                    ? { exitCode: 0, out: '{"groups":1,"entries":9}', err: "" }
                    : outcome(calls.length === 5 ? ADDED : []);
            return answers[calls.length] ?? well;
        };
        const record = await failoverDrill({ environment, today: TODAY }, recordedIo(), () => ({
            folder,
            run,
            generate: (name) => void calls.push(`generate ${name}`),
        }));
        return { record, calls, tenants };
    }

    it("goes over and back, with a customer added meanwhile, and looks for changes after each", async () => {
        const { record, calls, tenants } = await drill();
        expect(calls).toEqual([
            "up ontwikkeling",
            "failover ontwikkeling --to secondary",
            "preview ontwikkeling",
            "generate ontwikkeling",
            "up ontwikkeling",
            "preview ontwikkeling",
            "failover ontwikkeling --to primary",
            "preview ontwikkeling",
            "refresh ontwikkeling",
        ]);
        expect(tenants).toMatchObject({ tenants: [{ id: "t-1" }, { id: "t-drill1", shard: "01", status: "active" }] });
        expect(record).toMatchObject({ drill: "failover", where: "sandbox", today: TODAY, passed: true });
        expect(record.steps.map(({ passed }) => passed)).toEqual(Array(8).fill(true));
    });

    it("brings up what a release passes before", async () => {
        const { calls } = await drill({ 4: outcome() }, "test");
        expect(calls.slice(0, 3)).toEqual(["up ontwikkeling", "up test", "failover test --to secondary"]);
    });

    it.each<[string, number, RunResult, string]>([
        [
            "a preview that would change something",
            3,
            outcome([DATABASE]),
            "1 change, first to create shard-01-tenant-t-drill1-database",
        ],
        [
            "a change that is nobody's",
            5,
            outcome([...ADDED, { op: "replace", urn: urn("sql:Server", "s") }]),
            "replace s besides",
        ],
        ["a customer without a database", 5, outcome(ADDED.slice(1)), "1 create, 300 same"],
        [
            "a failover that was none",
            7,
            { exitCode: 0, out: '{"groups":0,"entries":0}', err: "" },
            "0 failover groups moved, 0 entries of the state follow",
        ],
        [
            "a failover that is refused",
            2,
            { exitCode: 2, out: "", err: "a reason\n  that is folded\n" },
            "a reason that is folded",
        ],
        [
            "a sandbox that says no more than how far it was",
            1,
            {
                exitCode: 1,
                out: "",
                err: "ontwikkeling: previewing, 0\nontwikkeling: bringing up, 3 of 367, sql:Server a\n",
            },
            "it ended with exit code 1",
        ],
        [
            "an engine that fails",
            1,
            { ...outcome([], { diagnostics: [{ severity: "error", message: "no luck" }] }), exitCode: 1 },
            "no luck",
        ],
        [
            "a policy that forbids",
            5,
            { ...outcome([], { findings: [{ level: "mandatory", rule: "no-giants" }] }), exitCode: 1 },
            "the policy no-giants forbids it",
        ],
    ])("ends with the step that fails, and keeps its folder: %s", async (_, call, answer, result) => {
        const { record, calls } = await drill({ [call]: answer });
        expect(calls).toHaveLength(call);
        expect(record.passed).toBe(false);
        expect(record.steps.at(-1)).toMatchObject({ passed: false, result });
        expect(existsSync(folder)).toBe(true);
    });

    it("leaves nothing behind when it passed", async () => {
        await drill();
        expect(existsSync(folder)).toBe(false);
    });

    it("is a table that fits a terminal, and says what it is worth", async () => {
        const { record } = await drill();
        const steps = record.steps.map((step) => ({ ...step, seconds: 12.3 }));
        const text = drillText({ ...record, steps }, 80, createColors(false));
        expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
        expect(text).toContain(`Failover drill of ontwikkeling in a sandbox, ${TODAY}\n`);
        expect(text).toMatch(/^ok {2,}fail over to northeurope +1 failover group moved, 9 entries.* 12\.3$/m);
        expect(text).toContain("Passed. A drill in a sandbox meets no measure: Azure itself was not tried.\n");
        const failed = drillText(
            (await drill({ 1: { exitCode: 1, out: "", err: "no" } })).record,
            80,
            createColors(false),
        );
        expect(failed).toContain("Failed: what comes after the step that failed was not tried.\n");
    });
});
