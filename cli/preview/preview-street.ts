import { evaluate } from "../../policies/evaluate";
import type { Finding } from "../../policies/model";
import { type Ending, endingEvidence } from "../../stacks/promotion/evidence";
import type { Environment } from "../../stacks/settings/environments";
import type { Loaded } from "../../stacks/settings/load-environment";
import { loadStreet } from "../../stacks/settings/load-street";
import { factsOf } from "../measures/facts";
import { type JudgedMeasure, judgeMeasures } from "../measures/judge-measures";
import { rulesByMeasure } from "../measures/rules-by-measure";
import { usedServices } from "../measures/used-services";
import { planEnvironment } from "../offline/plan-environment";
import type { EnvironmentPlan } from "../plan/plan";
import { chooseEnvironments } from "./choose-environments";
import { type PackSettings, packSettings } from "./pack-settings";

export interface PreviewRequest {
    readonly root: string;
    /** Environments by name; none means all four. */
    readonly environments: readonly string[];
    /** ISO date. */
    readonly today: string;
}

/** An environment as it would become, and whether that is allowed. */
export interface EnvironmentPreview {
    readonly environment: Environment;
    readonly loaded: Loaded;
    readonly plan: EnvironmentPlan;
    /** What the policy pack was told. */
    readonly policyConfig: PackSettings;
    readonly findings: readonly Finding[];
    /** By the measure's number. */
    readonly measures: Readonly<Record<string, JudgedMeasure>>;
    /** What is over soon. */
    readonly ending: readonly Ending[];
}

/**
 * Previews environments one after another in OTAP order; all four settings files are read and compared whichever are asked for.
 *
 * @throws WrongUse for a name that is no environment; SettingsError with every mistake in the settings and data files.
 */
export async function previewStreet(
    { root, environments, today }: PreviewRequest,
    progress: (line: string) => void,
): Promise<readonly EnvironmentPreview[]> {
    const chosen = chooseEnvironments(environments);
    const street = loadStreet(root);
    const previews: EnvironmentPreview[] = [];
    for (const [position, environment] of chosen.entries()) {
        progress(`Previewing ${environment} (${position + 1} of ${chosen.length}) …`);
        previews.push(await previewEnvironment(environment, street[environment], today));
    }
    return previews;
}

async function previewEnvironment(
    environment: Environment,
    loaded: Loaded,
    today: string,
): Promise<EnvironmentPreview> {
    const plan = await planEnvironment(loaded, today);
    const policyConfig = packSettings(loaded);
    const findings = evaluate(plan.asked, { ...policyConfig, today });
    const ending = endingEvidence(loaded, today);
    const measures = judgeMeasures({
        findings,
        rules: rulesByMeasure(environment),
        attestations: loaded.data.attestations,
        used: usedServices(plan.resources),
        facts: factsOf({ loaded, resources: plan.resources, basis: "plan", today }),
        ending,
        today,
    });
    return { environment, loaded, plan, policyConfig, findings, measures, ending };
}
