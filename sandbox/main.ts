import { relative } from "node:path";
import { FAULTS_GRAMMAR } from "./azure/parse-faults";
import type { Engine } from "./engine/engine";
import { exclusively } from "./exclusive";
import { fitted } from "./fitted";
import { isMistake, Mistake } from "./mistake";
import type { Progress } from "./progress";
import { parseRequest, type Request } from "./request";
import type { StandIn, StartStandIn } from "./stand-in";
import { judges, policyPackOf } from "./street/engine-arguments";
import { exemptionsInForce } from "./street/exemptions-in-force";
import { forgetSettings, keptSettingsLines } from "./street/kept-settings";
import type { Outcome } from "./street/outcome";
import { keepRecord, readRecord } from "./street/record";
import type { rehearseAndRun } from "./street/rehearse-and-run";
import { requireNoEngine } from "./street/running-engine";
import { showOrphans, showOutcome } from "./street/show-outcome";
import { showStatus } from "./street/show-status";
import { stackOutputs } from "./street/stack-outputs";
import { requireSettings } from "./street/stack-settings";
import { stateIds } from "./street/state-resources";
import { type Operation, type Street, streetAt } from "./street/street";
import { EXIT, exitCodeOf } from "./street/verdict";

/** What the sandbox sees of the world. */
export interface SandboxIo {
    /** The project's folder. */
    readonly root: string;
    readonly environment: NodeJS.ProcessEnv;
    readonly progress: Progress;
    /** Width of the terminal in characters. */
    readonly columns: number;
    out(text: string): void;
    err(text: string): void;
}

/** What the sandbox works with: it can take long, so nothing of it is touched before the request is known to be right. */
export interface SandboxParts {
    findEngine(io: SandboxIo): Promise<Engine>;
    readonly startStandIn: StartStandIn;
    readonly rehearseAndRun: typeof rehearseAndRun;
}

/**
 * `otap sandbox`: the real engine against the stand-in, for one environment after another. `faults` says what can be asked to go wrong,
 * `outputs <stack…>` what its stacks tell, as JSON.
 *
 * @returns the exit code: 0 fine, 1 refused, 2 wrong use or wrong settings.
 */
export async function main(argv: readonly string[], io: SandboxIo, parts: SandboxParts): Promise<number> {
    try {
        if (argv[0] === "faults") {
            io.out(`${FAULTS_GRAMMAR}\n`);
            return EXIT.fine;
        }
        if (argv[0] === "outputs") {
            const stacks = argv.slice(1);
            stacks.forEach((stack) => void requireSettings(io.root, stack));
            io.out(`${JSON.stringify(stackOutputs(streetAt(io.root), stacks))}\n`);
            return EXIT.fine;
        }
        const request = parseRequest(argv);
        request.environments.forEach((environment) => void requireSettings(io.root, environment));
        const street = streetAt(io.root);
        const { operation } = request;
        if (operation === "status") {
            const records = request.environments.map((environment) => readRecord(street, environment));
            io.out(request.json ? `${JSON.stringify(records, null, 2)}\n` : showStatus(records));
            return EXIT.fine;
        }
        return await exclusively(street.lock, busy, () => operate(request, operation, street, io, parts));
    } catch (error) {
        io.progress("");
        if (isMistake(error)) {
            io.err(fitted(`${error.message}\n`, io.columns));
            return EXIT.wrongUse;
        }
        throw error;
    }
}

function busy(): never {
    throw new Mistake(
        "another 'otap sandbox' is at work in this project, or an earlier one that was ended is still finishing; wait until it is done",
    );
}

async function operate(
    request: Request,
    operation: Operation,
    street: Street,
    io: SandboxIo,
    parts: SandboxParts,
): Promise<number> {
    requireNoEngine(street);
    const { environments, faults, policyPack, today } = request;
    const own = environments.flatMap((environment) => stateIds(street, environment));
    const engine = await parts.findEngine(io);
    if (engine.passedOver !== undefined) {
        io.err(fitted(`not taken: ${engine.passedOver}\n`, io.columns));
    }
    const standIn = await parts.startStandIn({ folder: street.cloud, faults, own });
    const outcomes: Outcome[] = [];
    try {
        for (const environment of inOrder(request)) {
            const { debugProviders, sites, sql } = standIn;
            const run = { street, engine, environment, operation, debugProviders, sites, sql, policyPack, today };
            const outcome = await parts.rehearseAndRun({ ...run, progress: io.progress });
            keepRecord(street, outcome);
            outcomes.push(outcome);
            if (!request.json) {
                const text =
                    showOutcome(outcome, relative(io.root, street.folder)) +
                    exemptionsOf(request, environment, io) +
                    keptSettingsLines(street, environment);
                io.out(fitted(text, io.columns));
            }
            if (isDestroyed(outcome)) {
                forgetSettings(street, environment);
                const orphans = standIn.removeOrphans(environment, stateIds(street, environment));
                io.err(fitted(showOrphans(environment, orphans), io.columns));
            }
            // A release passes the environments in their order.
            if (outcome.interrupted || (operation === "up" && outcome.exitCode !== 0)) {
                break;
            }
        }
    } finally {
        await standIn.stop();
    }
    reportUntried(request, outcomes, io);
    reportMissed(standIn, io);
    if (request.json) {
        io.out(`${JSON.stringify(outcomes, null, 2)}\n`);
    }
    return Math.max(...outcomes.map(exitCodeOf));
}

/** What the pack let pass, where it was asked. */
function exemptionsOf({ operation, policyPack, today }: Request, environment: string, { root }: SandboxIo): string {
    const pack =
        policyPack && operation !== "status" && judges(operation) ? policyPackOf(root, environment) : undefined;
    return pack === undefined ? "" : exemptionsInForce(pack, today).join("");
}

const isDestroyed = ({ operation, exitCode, rehearsal }: Outcome): boolean =>
    operation === "destroy" && exitCode === 0 && !rehearsal;

/** What was built last goes first. */
const inOrder = ({ operation, environments }: Request): readonly string[] =>
    operation === "destroy" ? environments.toReversed() : environments;

function reportUntried({ environments }: Request, outcomes: readonly Outcome[], io: SandboxIo): void {
    const untried = environments.filter((name) => outcomes.every(({ environment }) => environment !== name));
    if (untried.length > 0) {
        io.err(`not tried after that: ${untried.join(", ")}\n`);
    }
}

/** A fault that is aimed at nothing looks like a program that stands everything. */
function reportMissed(standIn: StandIn, io: SandboxIo): void {
    for (const { text, calls } of standIn.missedFaults()) {
        const why = calls === 0 ? "no call was of that kind" : `the calls of that kind were ${calls}`;
        io.err(fitted(`--faults: '${text}' did not happen: ${why}\n`, io.columns));
    }
}
