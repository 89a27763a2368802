import type { EnvironmentPlan, PlanResource } from "../plan/plan";
import { databaseAccess } from "../separation/database-access";
import type { EnvironmentPreview } from "./preview-street";

/** The plan as other tools read it, version 1. */
export function previewJson(previews: readonly EnvironmentPreview[], today: string): object {
    const environments = previews.map(({ environment, loaded, plan, policyConfig, findings, measures }) => [
        environment,
        {
            resources: withComponents(plan),
            outputs: plan.outputs,
            policyConfig,
            findings,
            measures,
            databaseAccess: databaseAccess(plan.resources, loaded),
        },
    ]);
    return { version: 1, today, environments: Object.fromEntries(environments) };
}

/** A component says that it is one: with inputs and a type of others it would pass for a resource. */
const withComponents = ({ resources, asked }: EnvironmentPlan): readonly PlanResource[] =>
    resources.map((resource, index) => (asked[index]?.custom === false ? { ...resource, custom: false } : resource));
