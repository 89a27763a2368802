import { deployEnvironment } from "../../stacks/environment";
import { appended, type NewEntry } from "../../stacks/promotion/release-history";
import { predecessorOf } from "../../stacks/settings/environments";
import type { Loaded } from "../../stacks/settings/load-environment";
import { planOf } from "../plan/from-registration";
import type { EnvironmentPlan } from "../plan/plan";
import { type Oracle, previewAnswer, type WireObject } from "./monitor";
import { runProgram } from "./run-program";

/** The project's name in `Pulumi.yaml`, part of every URN. */
export const PROJECT = "figlo-advisor";

/**
 * What the program would create for an environment where nothing exists yet.
 *
 * @param today ISO date
 */
export const planEnvironment = (loaded: Loaded, today: string): Promise<EnvironmentPlan> =>
    runEnvironment(loaded, { today, preview: true, answer: previewAnswer });

export interface EnvironmentRun {
    /** ISO date. */
    readonly today: string;
    readonly preview: boolean;
    readonly answer: Oracle["answer"];
}

/** Runs the environment's own program against an oracle; resources come sorted by URN, without providers. */
export async function runEnvironment(
    loaded: Loaded,
    { today, preview, answer }: EnvironmentRun,
): Promise<EnvironmentPlan> {
    const { registrations, outputs } = await runProgram({
        project: PROJECT,
        stack: loaded.settings.environment,
        config: {},
        preview,
        oracle: { answer, stackOutputs: (stack) => deployedBefore(loaded, stack, today) },
        program: () => deployEnvironment(loaded, today),
    });
    return planOf(registrations, outputs);
}

/**
 * What this stack and the one before have deployed, as far as files can tell. They were compared when they were read: a release that is
 * here has passed there, unless it says itself that it broke the glass. And it runs here: whether it may come is asked when it does.
 */
function deployedBefore({ environment, settings }: Loaded, stack: string, today: string): WireObject | undefined {
    const { version, digest, breakGlass } = settings.release;
    const entry: NewEntry = { environment: stack, version, digest, deployed: today, where: "azure" };
    if (stack === environment) {
        return told({ ...entry, ...(breakGlass ? { breakGlass } : {}) });
    }
    return stack === predecessorOf(environment) ? told(...(breakGlass ? [] : [entry])) : undefined;
}

const told = (...entries: readonly NewEntry[]): WireObject =>
    ({ releases: entries.reduce(appended, []) }) as unknown as WireObject;
