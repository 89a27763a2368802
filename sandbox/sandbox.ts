import { findEngine } from "./engine/find-engine";
import { main } from "./main";
import { progressOn } from "./progress";
import type { StartStandIn } from "./stand-in";
import { rehearseAndRun } from "./street/rehearse-and-run";

/** Connects the sandbox to its process: the only place that ends it. */
export async function run(argv: readonly string[], root: string, startStandIn: StartStandIn): Promise<void> {
    process.exitCode = await main(
        argv,
        {
            root,
            environment: process.env,
            progress: progressOn(process.stderr),
            // Some terminals say that they have no width at all.
            columns: process.stdout.columns || 80,
            out: (text) => void process.stdout.write(text),
            err: (text) => void process.stderr.write(text),
        },
        { findEngine, startStandIn, rehearseAndRun },
    );
}
