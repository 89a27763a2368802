import { deployEnvironment } from "../../stacks/environment";
import type { Loaded } from "../../stacks/settings/load-environment";
import { planOf } from "../plan/from-registration";
import type { EnvironmentPlan } from "../plan/plan";
import { type Oracle, previewAnswer } from "./monitor";
import { runProgram } from "./run-program";

/** The project's name in `Pulumi.yaml`, part of every URN. */
export const PROJECT = "figlo-advisor";

const NOTHING_DEPLOYED: Oracle = { answer: previewAnswer, stackOutputs: () => undefined };

/** What the program would create for an environment where nothing exists yet. */
export const planEnvironment = (loaded: Loaded): Promise<EnvironmentPlan> =>
    runEnvironment(loaded, true, NOTHING_DEPLOYED);

/** Runs the environment's own program against an oracle; resources come sorted by URN, without providers. */
export async function runEnvironment(loaded: Loaded, preview: boolean, oracle: Oracle): Promise<EnvironmentPlan> {
    const { registrations, outputs } = await runProgram({
        project: PROJECT,
        stack: loaded.settings.environment,
        config: {},
        preview,
        oracle,
        program: () => deployEnvironment(loaded),
    });
    return planOf(registrations, outputs);
}
