import type { Environment } from "../../policies/model";
import type { Attestation } from "../../stacks/settings/data-files";
import { isEnvironment, settingsFileOf } from "../../stacks/settings/environments";
import type { Loaded } from "../../stacks/settings/load-environment";
import { stableJson } from "../plan/stable-json";
import { type PackSettings, packSettings } from "../preview/pack-settings";
import { brief } from "../show/harmless";
import { WrongUse } from "../wrong-use";
import type { Given, GivenStack } from "./given";

/** What a stack is judged by. */
export interface Told {
    readonly policyConfig: PackSettings;
    readonly attestations: readonly Attestation[];
    /** A sentence where the plan brought another configuration. */
    readonly note?: string;
}

export interface ToldArgs {
    readonly kind: Given["kind"];
    /** The settings of the environment, for a stack of this project. */
    readonly own: Loaded | undefined;
    readonly foreignConfig: PackSettings | undefined;
}

const OF_USER = "--config";

/**
 * Of a stack of ours its reviewed files count, whatever a plan says of itself: who makes the plan must not loosen the rules. Of others
 * what the user says goes before what the plan says.
 */
export const toldOf = (stack: GivenStack, { kind, own, foreignConfig = {} }: ToldArgs): Told =>
    own === undefined
        ? withNote(
              stack,
              { policyConfig: ofForeign(stack, kind, foreignConfig), attestations: [] },
              OF_USER,
              foreignConfig,
          )
        : withNote(
              stack,
              { policyConfig: packSettings(own), attestations: own.data.attestations },
              `${settingsFileOf(own.environment)} and stacks/data/${own.environment}`,
          );

/** The environments of a plan have the levels that their names say; other names say nothing. */
const ofForeign = ({ name, policyConfig }: GivenStack, kind: Given["kind"], foreignConfig: PackSettings) => ({
    ...(kind === "plan" && isEnvironment(name) ? { environment: name } : {}),
    ...policyConfig,
    ...foreignConfig,
});

function withNote(
    { name, policyConfig: brought = {} }: GivenStack,
    told: Told,
    source: string,
    given: PackSettings = {},
): Told {
    const used: PackSettings = told.policyConfig;
    const differing = (Object.keys(brought) as (keyof PackSettings)[]).filter(
        (key) => stableJson(brought[key] ?? null) !== stableJson(used[key] ?? null),
    );
    if (differing.length > 0) {
        const note = `The plan of ${brief(name)} brought a policyConfig of its own that differs (${differing.join(", ")}); judged by ${source} instead.`;
        return { ...told, note };
    }
    // The level stands in a table; what else a stranger's plan says of itself is told, since it may loosen rules.
    const own =
        source === OF_USER ? Object.keys(brought).filter((key) => key !== "environment" && !(key in given)) : [];
    return own.length === 0
        ? told
        : {
              ...told,
              note: `${brief(name)} is not of this project and judged by what its plan says of itself (${own.join(", ")}).`,
          };
}

/** @throws WrongUse */
export function refuseForOwn(name: string, environment: Environment): never {
    throw new WrongUse(
        `--config speaks of programs of others, and '${brief(name)}' is a stack of this project, whose settings are those of ` +
            `${settingsFileOf(environment)} and stacks/data/${environment}; leave --config out, or change those files`,
    );
}
