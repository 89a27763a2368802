import type { ResourceInput } from "../../policies/model";
import type { PlanObject, PlanResource } from "../plan/plan";
import type { PackSettings } from "../preview/pack-settings";

/** A resource of an input. */
export interface GivenResource {
    /** As it may be printed. */
    readonly shown: PlanResource;
    /** As it is judged: secrets that the input has in plain text are plain. */
    readonly asked: ResourceInput;
}

/** One stack of an input. */
export interface GivenStack {
    /** Of an environment or a stack. */
    readonly name: string;
    readonly resources: readonly GivenResource[];
    readonly outputs: PlanObject;
    /** Where the stack is of a plan: what the pack was told when it was made. */
    readonly policyConfig?: PackSettings;
    /** What waits for its deletion and still exists. */
    readonly leaving?: readonly GivenResource[];
    /** What else a reader must know, in sentences. */
    readonly notes?: readonly string[];
}

/** What an input was recognised as. */
export interface Given {
    readonly kind: "plan" | "resources" | "preview" | "export";
    /** The date that a plan was judged by. */
    readonly today?: string;
    readonly stacks: readonly GivenStack[];
}
