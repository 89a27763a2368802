import { evaluate } from "../../policies/evaluate";
import type { Environment, Finding } from "../../policies/model";
import { endingEvidence } from "../../stacks/promotion/evidence";
import type { Loaded } from "../../stacks/settings/load-environment";
import type { Street } from "../../stacks/settings/load-street";
import { factsOf } from "../measures/facts";
import { type JudgedMeasure, judgeMeasures } from "../measures/judge-measures";
import { rulesByMeasure } from "../measures/rules-by-measure";
import { usedServices } from "../measures/used-services";
import type { PlanObject, PlanResource } from "../plan/plan";
import type { PackSettings } from "../preview/pack-settings";
import { type DatabaseAccess, databaseAccess } from "../separation/database-access";
import type { Given, GivenStack } from "./given";
import { leavingFindings } from "./leaving";
import { ownEnvironment, withStack } from "./stack-name";
import { refuseForOwn, toldOf } from "./told";
import { inWordsOfExport } from "./undecided";

/** A stack, and what the policy pack finds in it. */
export interface CheckedStack {
    /** Of an environment or a stack. */
    readonly name: string;
    /** Whose levels count. */
    readonly level: Environment;
    /** False for a stack that is none of this project's. */
    readonly own: boolean;
    readonly kind: Given["kind"];
    readonly resources: readonly PlanResource[];
    readonly outputs: PlanObject;
    readonly policyConfig: PackSettings;
    readonly findings: readonly Finding[];
    /** By the measure's number. */
    readonly measures: Readonly<Record<string, JudgedMeasure>>;
    /** Left out for a stack of others: who is a member of which group, only our files tell. */
    readonly databaseAccess?: readonly DatabaseAccess[];
    /** What else a reader must know of the input, in sentences. */
    readonly notes: readonly string[];
}

export interface CheckArgs {
    readonly given: Given;
    /** ISO date. */
    readonly today: string;
    /** What the user says to the pack of programs that are not ours; nothing when left out. */
    readonly foreignConfig?: PackSettings;
    /** The settings of the street; asked for when one of its stacks is among what is given. */
    readonly street: () => Street;
}

/**
 * Judges every stack of an input, each at its own level; one that is not ours as productie unless its configuration says otherwise.
 *
 * @throws WrongUse where the pack is told something of a stack of ours, whose files say it.
 */
export const checkStacks = (args: CheckArgs): readonly CheckedStack[] =>
    args.given.stacks.map((stack) => checkStack(stack, args));

function checkStack(stack: GivenStack, { given, today, foreignConfig, street }: CheckArgs): CheckedStack {
    const own = ownEnvironment(stack.resources);
    if (own !== undefined && foreignConfig !== undefined) {
        refuseForOwn(stack.name, own);
    }
    const loaded = own === undefined ? undefined : street()[own];
    const { policyConfig, attestations, note } = toldOf(stack, { kind: given.kind, own: loaded, foreignConfig });
    const level = policyConfig.environment ?? "productie";
    const config = { ...policyConfig, environment: level, today };
    const resources = stack.resources.map(({ shown }) => shown);
    const found = evaluate(
        own === undefined ? stack.resources.map(({ asked }) => asked) : withStack(stack.resources),
        config,
    );
    const findings = [
        ...(given.kind === "export" ? found.map((finding) => inWordsOfExport(finding, resources)) : found),
        ...leavingFindings(stack.leaving ?? [], config),
    ];
    const basis = given.kind === "export" ? "state" : "plan";
    const measures = judgeMeasures({
        findings,
        rules: rulesByMeasure(level),
        attestations,
        basis,
        used: usedServices(resources),
        ...(loaded === undefined ? {} : told(loaded, resources, basis, today)),
        today,
    });
    return {
        name: stack.name,
        level,
        own: own !== undefined,
        kind: given.kind,
        resources,
        outputs: stack.outputs,
        policyConfig: { ...policyConfig, environment: level },
        findings,
        measures,
        ...(loaded === undefined ? {} : { databaseAccess: databaseAccess(resources, loaded) }),
        notes: [...(note === undefined ? [] : [note]), ...(stack.notes ?? [])],
    };
}

/** What the files of a stack of ours tell beside the verdicts. */
const told = (loaded: Loaded, resources: readonly PlanResource[], basis: "plan" | "state", today: string) => ({
    facts: factsOf({ loaded, resources, basis, today }),
    ending: endingEvidence(loaded, today),
});
