import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { ENVIRONMENTS, type Environment } from "../../stacks/settings/environments";
import { dataFileOf, loadEnvironment } from "../../stacks/settings/load-environment";
import type { Io } from "../io";
import { writePackSettings } from "../preview/pack-settings-file";
import { brief } from "../show/harmless";
import { copyProject } from "./copy-project";
import { requireEnded } from "./one-at-a-time";
import { runOtap } from "./run-otap";

export interface DrillArgs {
    readonly environment: Environment;
    /** ISO date. */
    readonly today: string;
}

export interface DrillStep {
    readonly step: string;
    readonly passed: boolean;
    /** What happened, in a sentence. */
    readonly result: string;
    readonly seconds: number;
}

/** What is kept of a drill. */
export interface DrillRecord {
    readonly drill: "failover";
    readonly environment: Environment;
    /** A drill in a sandbox never makes a measure met. */
    readonly where: "sandbox";
    readonly today: string;
    readonly passed: boolean;
    readonly steps: readonly DrillStep[];
}

/** Runs `otap sandbox …` in the drill's copy of the project. */
export type Run = (args: readonly string[]) => Promise<RunResult>;

export interface RunResult {
    readonly exitCode: number;
    readonly out: string;
    readonly err: string;
}

/** Where a drill is held, in the project; what failed stays there until the next one. */
export const DRILL_FOLDER = ".otap/drill/failover";

/** Who works in a sandbox, and which engine. */
const SANDBOX_NOTES = [".otap/sandbox/lock", ".otap/sandbox/engine"];
/** The customer that comes during the drill. */
const TENANT = "t-drill1";
/** `test: bringing up, 319 of 367, sql:Server …` */
const PROGRESS = /^[a-z]+: [a-z ]+, \d+( of \d+)?(, |$)/;
/** What a new customer changes besides adding what is its own: the lists that name every customer. */
const LISTS = /azure-native:(sql:FailoverGroup|dataprotection:BackupInstance)::/;

/**
 * A failover and the way back, in a sandbox of its own and a copy of the project: neither the user's sandbox nor a tracked file changes. The
 * steps are the commands that an operator types; the first that fails ends it.
 */
export async function failoverDrill({ environment, today }: DrillArgs, io: Io, ready = prepared): Promise<DrillRecord> {
    const { sql, regions } = loadEnvironment(io.root, environment).settings;
    const active = sql.activeRegion;
    const other = active === "primary" ? "secondary" : "primary";
    const { folder, run, generate } = ready(io, today);
    const preview = () => noChange(run, ["preview", environment]);
    const plan: readonly (readonly [step: string, () => Promise<Judged>])[] = [
        // A release comes only where it stands in the environment before.
        ...ENVIRONMENTS.slice(0, ENVIRONMENTS.indexOf(environment) + 1).map(
            (name) => [`${name} comes up`, () => done(run, ["up", name])] as const,
        ),
        [`fail over to ${regions[other]}`, () => followed(run, environment, other)],
        ["a preview has nothing to change", preview],
        [
            "a customer is added meanwhile",
            () => {
                addCustomer(folder, environment);
                generate(environment);
                return customerAdded(run, environment);
            },
        ],
        ["a preview has nothing to change", preview],
        [`fail back to ${regions[active]}`, () => followed(run, environment, active)],
        ["a preview has nothing to change", preview],
        ["a refresh finds nothing changed", () => noChange(run, ["refresh", environment])],
    ];
    const steps: DrillStep[] = [];
    for (const [step, work] of plan) {
        io.progress(`Drill: ${step} …`);
        const start = performance.now();
        const judged = await work();
        steps.push({ step, ...judged, seconds: Math.round((performance.now() - start) / 100) / 10 });
        if (!judged.passed) {
            break;
        }
    }
    const passed = steps.length === plan.length && steps.every((step) => step.passed);
    if (passed) {
        rmSync(folder, { recursive: true, force: true });
    }
    return { drill: "failover", environment, where: "sandbox", today, passed, steps };
}

/** Where a drill is held. */
interface Ground {
    /** The copy of the project. */
    readonly folder: string;
    readonly run: Run;
    /** What the policy pack is told follows changed data, as `npm run generate` has it. */
    generate(environment: Environment): void;
}

/** A copy of the project without a sandbox so far: each drill begins with nothing. */
function prepared(io: Io, today: string): Ground {
    const folder = join(io.root, DRILL_FOLDER);
    requireEnded(SANDBOX_NOTES.map((name) => join(folder, name)));
    rmSync(folder, { recursive: true, force: true });
    copyProject(io.root, folder);
    return {
        folder,
        run: (args) => runOtap(folder, args, today),
        generate: (environment) => writePackSettings(folder, loadEnvironment(folder, environment)),
    };
}

type Judged = Pick<DrillStep, "passed" | "result">;

async function followed(run: Run, environment: string, to: string): Promise<Judged> {
    const { exitCode, out, err } = await run(["failover", environment, "--to", to]);
    if (exitCode !== 0) {
        return { passed: false, result: complaintIn(err, exitCode) };
    }
    const { groups, entries } = JSON.parse(out) as { readonly groups: number; readonly entries: number };
    return {
        passed: groups > 0,
        result: `${groups} failover ${groups === 1 ? "group" : "groups"} moved, ${entries} entries of the state follow`,
    };
}

async function done(run: Run, args: readonly string[]): Promise<Judged> {
    const { outcome, failure } = await outcomeOf(run, args);
    return { passed: failure === undefined, result: failure ?? countsOf(outcome) };
}

async function noChange(run: Run, args: readonly string[]): Promise<Judged> {
    const { outcome, failure } = await outcomeOf(run, args);
    const steps = outcome?.steps ?? [];
    const first = steps[0] && `, first to ${steps[0].op} ${steps[0].urn.split("::").at(-1)}`;
    return {
        passed: failure === undefined && steps.length === 0,
        result:
            failure ??
            (steps.length === 0
                ? countsOf(outcome)
                : `${steps.length} ${steps.length === 1 ? "change" : "changes"}${first}`),
    };
}

function addCustomer(folder: string, environment: Environment): void {
    const file = join(folder, dataFileOf(environment, "tenants"));
    const tenants = parseDocument(readFileSync(file, "utf8"));
    const shard = tenants.getIn(["tenants", 0, "shard"]) ?? "01";
    tenants.addIn(["tenants"], { id: TENANT, name: "Drill", shard, status: "active", addresses: [] });
    writeFileSync(file, tenants.toString());
}

async function customerAdded(run: Run, environment: Environment): Promise<Judged> {
    const { outcome, failure } = await outcomeOf(run, ["up", environment]);
    const steps = outcome?.steps ?? [];
    const strange = steps.filter(({ op, urn }) =>
        op === "create" ? !urn.includes(TENANT) : op !== "update" || !LISTS.test(urn),
    );
    const [first] = strange;
    const databases = steps.filter(({ op, urn }) => op === "create" && urn.includes("azure-native:sql:Database::"));
    return {
        passed: failure === undefined && first === undefined && databases.length === 1,
        result: failure ?? (first ? `${first.op} ${first.urn.split("::").at(-1)} besides` : countsOf(outcome)),
    };
}

/** As `otap sandbox … --json` prints it, as far as it counts here. */
interface Outcome {
    readonly counts: Readonly<Record<string, number>>;
    readonly steps: readonly { readonly op: string; readonly urn: string }[];
    readonly diagnostics: readonly { readonly severity: string; readonly message: string }[];
    readonly findings: readonly { readonly level: string; readonly rule: string }[];
}

async function outcomeOf(run: Run, args: readonly string[]): Promise<{ outcome?: Outcome; failure?: string }> {
    const { exitCode, out, err } = await run(args);
    const [outcome] = out === "" ? [] : (JSON.parse(out) as readonly Outcome[]);
    const rule = outcome?.findings.find(({ level }) => level === "mandatory")?.rule;
    const error = outcome?.diagnostics.find(({ severity }) => severity === "error")?.message;
    const why = rule === undefined ? (error ?? complaintIn(err, exitCode)) : `the policy ${rule} forbids it`;
    return exitCode === 0 ? { outcome } : { outcome, failure: why };
}

const countsOf = (outcome: Outcome | undefined): string =>
    Object.entries(outcome?.counts ?? {})
        .filter(([, count]) => count > 0)
        .map(([op, count]) => `${count} ${op}`)
        .sort()
        .join(", ");

/** What the sandbox says on standard error besides how far it is, in one line: it folds its sentences. */
function complaintIn(err: string, exitCode: number): string {
    const said = err.split("\n").filter((line) => !PROGRESS.test(line));
    return brief(said.join(" ").replace(/\s+/g, " ").trim(), 500) || `it ended with exit code ${exitCode}`;
}
