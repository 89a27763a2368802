import type { Loaded } from "../../stacks/settings/load-environment";
import type { PlanResource } from "../plan/plan";
import { accessRights } from "./facts/access-rights";
import { availability } from "./facts/availability";
import { certifiedHosting } from "./facts/certified-hosting";
import { databaseAccess } from "./facts/database-access";
import { checkedPasswords, storedPasswords } from "./facts/passwords";
import { releases } from "./facts/releases";
import { securityTests } from "./facts/security-tests";
import { sessions } from "./facts/sessions";
import { tenantSeparation } from "./facts/tenant-separation";
import { transport } from "./facts/transport";
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

const FACTS: readonly Facts[] = [
    releases,
    accessRights,
    securityTests,
    certifiedHosting,
    availability,
    sessions,
    storedPasswords,
    checkedPasswords,
    transport,
    databaseAccess,
    tenantSeparation,
];

/** The facts of an environment, by the measure's number. */
export function factsOf(args: FactsArgs): Readonly<Record<number, readonly string[]>> {
    const facts: Record<number, readonly string[]> = {};
    for (const { measure, of } of FACTS) {
        const sentences = of(args).map((sentence) => `in the ${args.basis}: ${sentence}`);
        facts[measure] = [...(facts[measure] ?? []), ...sentences];
    }
    return facts;
}
