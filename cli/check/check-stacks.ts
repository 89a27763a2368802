import { evaluate } from "../../policies/evaluate";
import type { Environment, Finding } from "../../policies/model";
import type { Attestation } from "../../stacks/settings/data-files";
import { isEnvironment } from "../../stacks/settings/environments";
import type { Street } from "../../stacks/settings/load-street";
import { type JudgedMeasure, judgeMeasures } from "../measures/judge-measures";
import { rulesByMeasure } from "../measures/rules-by-measure";
import { usedServices } from "../measures/used-services";
import type { PlanObject, PlanResource } from "../plan/plan";
import { type PackSettings, packSettings } from "../preview/pack-settings";
import type { Given, GivenStack } from "./given";
import { ownEnvironment } from "./stack-name";

/** A stack, and what the policy pack finds in it. */
export interface CheckedStack {
    /** Of an environment or a stack. */
    readonly name: string;
    /** Whose levels count. */
    readonly level: Environment;
    /** False for a stack that is none of this project's. */
    readonly own: boolean;
    readonly resources: readonly PlanResource[];
    readonly outputs: PlanObject;
    readonly policyConfig: PackSettings;
    readonly findings: readonly Finding[];
    /** By the measure's number. */
    readonly measures: Readonly<Record<string, JudgedMeasure>>;
}

export interface CheckArgs {
    readonly given: Given;
    /** ISO date. */
    readonly today: string;
    /** What the pack is told of programs that are not ours; all of it can be left out. */
    readonly foreignConfig: PackSettings;
    /** The settings of the street; asked for when one of its stacks is among what is given. */
    readonly street: () => Street;
}

/** Judges every stack of an input, each at its own level; one that is not ours as productie unless its configuration says otherwise. */
export const checkStacks = (args: CheckArgs): readonly CheckedStack[] =>
    args.given.stacks.map((stack) => checkStack(stack, args));

function checkStack(stack: GivenStack, { given, today, foreignConfig, street }: CheckArgs): CheckedStack {
    const own = ownEnvironment(stack.resources);
    const { policyConfig, attestations } =
        own === undefined ? toldOfForeign(stack, given.kind, foreignConfig) : toldOfOwn(stack, street()[own]);
    const level = policyConfig.environment ?? "productie";
    const resources = stack.resources.map(({ shown }) => shown);
    const asked = stack.resources.map((resource) => resource.asked);
    const findings = evaluate(asked, { ...policyConfig, environment: level, today });
    const measures = judgeMeasures({
        findings,
        rules: rulesByMeasure(level),
        attestations,
        basis: given.kind === "export" ? "state" : "plan",
        used: usedServices(resources),
        today,
    });
    return {
        name: stack.name,
        level,
        own: own !== undefined,
        resources,
        outputs: stack.outputs,
        policyConfig: { ...policyConfig, environment: level },
        findings,
        measures,
    };
}

interface Told {
    readonly policyConfig: PackSettings;
    readonly attestations: readonly Attestation[];
}

/** A plan says itself what its pack was told; its environment is judged at its own level, whatever it says. */
const toldOfOwn = ({ policyConfig }: GivenStack, loaded: Street[Environment]): Told => ({
    policyConfig: { ...(policyConfig ?? packSettings(loaded)), environment: loaded.environment },
    attestations: loaded.data.attestations,
});

/** The environments of a plan have the levels that their names say; other names say nothing. */
const toldOfForeign = ({ name, policyConfig }: GivenStack, kind: Given["kind"], foreignConfig: PackSettings): Told => ({
    policyConfig: {
        ...foreignConfig,
        ...(kind === "plan" && isEnvironment(name) ? { environment: name } : {}),
        ...policyConfig,
    },
    attestations: [],
});
