import type { Loaded } from "../../stacks/settings/load-environment";
import type { PlanResource } from "../plan/plan";
import type { MeasureNumber } from "./measures";

/** What facts are told of. */
export interface FactsArgs {
    readonly loaded: Loaded;
    readonly resources: readonly PlanResource[];
    /** What the resources are: what would be deployed, or what is. */
    readonly basis: "plan" | "state";
    /** ISO date. */
    readonly today: string;
}

/** Sentences for one measure that a reader can check against the resources: they judge nothing, rules do. */
export interface Facts {
    readonly measure: MeasureNumber;
    of(args: FactsArgs): readonly string[];
}

const FACTS: readonly Facts[] = [];

/** The facts of an environment, by the measure's number. */
export const factsOf = (args: FactsArgs): Readonly<Record<number, readonly string[]>> =>
    Object.fromEntries(
        FACTS.map(({ measure, of }) => [measure, of(args).map((sentence) => `in the ${args.basis}: ${sentence}`)]),
    );
