import type { EnvironmentPreview } from "./preview-street";

/** The plan as other tools read it, version 1. */
export function previewJson(previews: readonly EnvironmentPreview[], today: string): object {
    const environments = previews.map(({ environment, plan, policyConfig, findings, measures }) => [
        environment,
        { resources: plan.resources, outputs: plan.outputs, policyConfig, findings, measures },
    ]);
    return { version: 1, today, environments: Object.fromEntries(environments) };
}
