import { spawn } from "node:child_process";
import { closeSync, openSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Engine } from "../engine/engine";
import type { Progress } from "../progress";
import { engineArguments, policyPackOf } from "./engine-arguments";
import { parseEvent } from "./engine-event";
import { engineVariables } from "./engine-variables";
import { ensureStack } from "./ensure-stack";
import { followLines } from "./follow-lines";
import { withKeptSettings } from "./kept-settings";
import type { Outcome } from "./outcome";
import { progressLine } from "./progress-line";
import { forgetEngine, noteEngine } from "./running-engine";
import { refreshSettings, settingsCopy } from "./stack-settings";
import type { Operation, Street } from "./street";
import { Tally } from "./tally";

export interface RunStackArgs {
    readonly street: Street;
    readonly engine: Engine;
    /** Name of the stack: an environment, or a shard of one. */
    readonly environment: string;
    readonly operation: Operation;
    /** Tries a `destroy` and changes nothing; the rehearsal of an `up` is a preview. */
    readonly rehearsal?: boolean;
    /** Where the engine finds the stand-in: `azure-native:PORT,random:PORT`. */
    readonly debugProviders: string;
    /** Where the played applications answer. */
    readonly sites: string;
    /** How the played SQL servers are reached: JSON of port, certificate and token. */
    readonly sql: string;
    /** True when left out. */
    readonly policyPack?: boolean;
    /** The date that policies judge by, `YYYY-MM-DD`; the pack's own default when left out. */
    readonly today?: string;
    /** What a test makes of the stack's settings before they reach the engine. */
    readonly change?: (settings: string) => string;
    /** File that a preview's plan is written to, as `pulumi preview --json` prints it. */
    readonly planFile?: string;
    /** Number of resources that the operation is about, for progress; unknown when left out. */
    readonly expected?: number;
    readonly progress?: Progress;
}

/**
 * Runs the real engine once on one environment of a street. What the engine prints goes to the street's logs; what it does is read
 * from its event log. An engine that refuses or fails is an outcome, not an error.
 */
export async function runStack(args: RunStackArgs): Promise<Outcome> {
    const { street, engine, environment, operation, debugProviders, sites, sql, today, progress = () => {} } = args;
    const variables = engineVariables({ street, engine, debugProviders, sites, sql, today, inherited: process.env });
    ensureStack(street, engine, environment, variables);
    refreshSettings(street, environment, (text) =>
        (args.change ?? unchanged)(withKeptSettings(street, environment, text)),
    );
    const eventLog = join(street.logs, `${environment}-${operation}.events.jsonl`);
    rmSync(eventLog, { force: true });
    const tally = new Tally();
    const show = () => progress(progressLine({ environment, operation, tally, expected: args.expected }));
    show();
    const finish = followLines(eventLog, (line) => {
        const event = parseEvent(line);
        if (event !== undefined) {
            tally.add(event);
            show();
        }
    });
    const ended = await runEngine(
        engine.command,
        engineArguments({
            operation,
            rehearsal: args.rehearsal,
            stack: environment,
            configFile: settingsCopy(street, environment),
            eventLog,
            policyPack: args.policyPack === false ? undefined : policyPackOf(street.root, environment),
            json: args.planFile !== undefined,
        }),
        {
            cwd: street.root,
            variables,
            started: (processId) => noteEngine(street, processId),
            log: join(street.logs, `${environment}-${operation}.log`),
            output: args.planFile,
        },
    )
        .finally(() => forgetEngine(street))
        .finally(finish);
    progress("");
    return tally.outcome({ environment, operation, rehearsal: isRehearsal(args), ...ended });
}

const unchanged = (text: string): string => text;

const isRehearsal = ({ operation, rehearsal }: RunStackArgs): boolean => operation === "preview" || rehearsal === true;

interface Surroundings {
    readonly cwd: string;
    readonly variables: NodeJS.ProcessEnv;
    started(processId: number | undefined): void;
    /** File for what the engine prints. */
    readonly log: string;
    /** File for its standard output, where that is wanted apart. */
    readonly output?: string;
}

type Ended = Pick<Outcome, "exitCode" | "interrupted">;

function runEngine(command: string, args: readonly string[], surroundings: Surroundings): Promise<Ended> {
    const log = openSync(surroundings.log, "w");
    const output = surroundings.output === undefined ? log : openSync(surroundings.output, "w");
    const child = spawn(command, args, {
        cwd: surroundings.cwd,
        env: surroundings.variables,
        stdio: ["ignore", output, log],
    });
    surroundings.started(child.pid);
    let interrupted = false;
    // A terminal sends an interrupt to the engine as well: it cancels in its own time, and its state is worth the wait.
    const interrupt = () => {
        interrupted = true;
    };
    // Who ends this process from elsewhere reaches nothing but this process.
    const terminate = () => {
        interrupted = true;
        child.kill("SIGINT");
    };
    process.on("SIGINT", interrupt);
    process.on("SIGTERM", terminate);
    return new Promise<Ended>((resolve, reject) => {
        child.on("error", reject);
        child.on("exit", (code) => resolve({ exitCode: code ?? 255, interrupted }));
    }).finally(() => {
        process.off("SIGINT", interrupt);
        process.off("SIGTERM", terminate);
        new Set([log, output]).forEach(closeSync);
    });
}
