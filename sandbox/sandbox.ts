import { findEngine } from "./engine/find-engine";
import { main } from "./main";
import { isOperator, operator } from "./operator";
import { progressOn } from "./progress";
import type { StartStandIn } from "./stand-in";
import { rehearseAndRun } from "./street/rehearse-and-run";

/** Connects the sandbox to its process: the only place that ends it. */
export async function run(argv: readonly string[], root: string, startStandIn: StartStandIn): Promise<void> {
    const io = {
        root,
        environment: process.env,
        progress: progressOn(process.stderr),
        // Some terminals say that they have no width at all.
        columns: process.stdout.columns || 80,
        out: (text: string) => void process.stdout.write(text),
        err: (text: string) => void process.stderr.write(text),
    };
    process.exitCode = isOperator(argv)
        ? await operator(argv, { ...io, input: process.stdin }, findEngine)
        : await main(argv, io, { findEngine, startStandIn, rehearseAndRun });
}
