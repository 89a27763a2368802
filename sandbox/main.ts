import { relative } from "node:path";
import { FAULTS_GRAMMAR } from "./azure/parse-faults";
import type { Engine } from "./engine/engine";
import { exclusively } from "./exclusive";
import { isMistake, Mistake } from "./mistake";
import type { Progress } from "./progress";
import { parseRequest, type Request } from "./request";
import type { StartStandIn } from "./stand-in";
import type { Outcome } from "./street/outcome";
import { keepRecord, readRecord } from "./street/record";
import { rehearseAndRun } from "./street/rehearse-and-run";
import { showOutcome } from "./street/show-outcome";
import { showStatus } from "./street/show-status";
import { requireSettings } from "./street/stack-settings";
import { type Operation, type Street, streetAt } from "./street/street";
import { EXIT, exitCodeOf } from "./street/verdict";

/** What the sandbox sees of the world. */
export interface SandboxIo {
    /** The project's folder. */
    readonly root: string;
    readonly environment: NodeJS.ProcessEnv;
    readonly progress: Progress;
    out(text: string): void;
    err(text: string): void;
}

/** What the sandbox works with: both can take long, so neither is touched before the request is known to be right. */
export interface SandboxParts {
    findEngine(io: SandboxIo): Promise<Engine>;
    readonly startStandIn: StartStandIn;
}

/**
 * `otap sandbox`: the real engine against the stand-in, for one environment after another. `faults` says what can be asked to go wrong.
 *
 * @returns the exit code: 0 fine, 1 refused, 2 wrong use or wrong settings.
 */
export async function main(argv: readonly string[], io: SandboxIo, parts: SandboxParts): Promise<number> {
    try {
        if (argv[0] === "faults") {
            io.out(`${FAULTS_GRAMMAR}\n`);
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
            io.err(`${error.message}\n`);
            return EXIT.wrongUse;
        }
        throw error;
    }
}

function busy(): never {
    throw new Mistake("another 'otap sandbox' is at work in this project; wait until it is done");
}

async function operate(
    request: Request,
    operation: Operation,
    street: Street,
    io: SandboxIo,
    parts: SandboxParts,
): Promise<number> {
    const engine = await parts.findEngine(io);
    const standIn = await parts.startStandIn({ folder: street.cloud, faults: request.faults });
    const { policyPack, today } = request;
    const outcomes: Outcome[] = [];
    try {
        for (const environment of inOrder(request)) {
            const { debugProviders } = standIn;
            const run = { street, engine, environment, operation, debugProviders, policyPack, today };
            const outcome = await rehearseAndRun({ ...run, progress: io.progress });
            keepRecord(street, outcome);
            outcomes.push(outcome);
            if (!request.json) {
                io.out(showOutcome(outcome, relative(io.root, street.folder)));
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
    if (request.json) {
        io.out(`${JSON.stringify(outcomes, null, 2)}\n`);
    }
    return Math.max(...outcomes.map(exitCodeOf));
}

/** What was built last goes first. */
const inOrder = ({ operation, environments }: Request): readonly string[] =>
    operation === "destroy" ? environments.toReversed() : environments;

function reportUntried({ environments }: Request, outcomes: readonly Outcome[], io: SandboxIo): void {
    const untried = environments.filter((name) => outcomes.every(({ environment }) => environment !== name));
    if (untried.length > 0) {
        io.err(`not tried after that: ${untried.join(", ")}\n`);
    }
}
