import { isForbidden, type Outcome } from "./outcome";
import { type RunStackArgs, runStack } from "./run-stack";

/**
 * Runs an operation after trying it: an `up` that a policy forbids, or a `destroy` of what is protected, then changes nothing at all. Without
 * the trial the engine would have done half of it when it came to the refusal.
 *
 * @returns the outcome of the trial when that refuses, else of the run.
 */
export async function rehearseAndRun(args: RunStackArgs, run = runStack): Promise<Outcome> {
    if (args.operation === "preview" || args.operation === "refresh") {
        return run(args);
    }
    const trial = await run(args.operation === "up" ? { ...args, operation: "preview" } : { ...args, rehearsal: true });
    if (trial.exitCode !== 0 || trial.interrupted || isForbidden(trial)) {
        return { ...trial, operation: args.operation };
    }
    const expected = Object.values(trial.counts).reduce((sum, count) => sum + count, 0);
    return run({ ...args, expected });
}
