import { resolve } from "node:path";
import { deployedAnswer } from "../cli/offline/deployed-answer";
import { planEnvironment, runEnvironment } from "../cli/offline/plan-environment";
import type { Environment } from "../stacks/settings/environments";
import { loadStreet, type Street } from "../stacks/settings/load-street";
import { Planned } from "./planned";

/** The project's folder. */
export const ROOT = resolve(__dirname, "..");

/** The date on which the example data is valid. */
export const TODAY = "2026-11-23";

/** The four environments as their files declare them. */
export const street = (): Street => loadStreet(ROOT);

/** What an environment would create, as a first preview knows it. */
export const previewed = async (environment: Environment): Promise<Planned> =>
    new Planned((await planEnvironment(street()[environment], TODAY)).resources);

/** The same with every name and id filled in, as an export has it. */
export const resolved = async (environment: Environment): Promise<Planned> => {
    const loaded = street()[environment];
    const { resources } = await runEnvironment(loaded, {
        today: TODAY,
        preview: false,
        answer: deployedAnswer(loaded.settings.subscriptionId),
    });
    return new Planned(resources);
};
