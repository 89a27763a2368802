import type { Colors } from "picocolors/types";
import type { EnvironmentPreview } from "../preview/preview-street";
import { showFindings } from "./findings";
import { showMeasures, showOpenMeasures } from "./measures";
import { showSummary } from "./summary";
import { fullTree, outlineTree } from "./tree";

/**
 * The preview for a reader at a terminal: trees, findings with their remedies, measures, and the summary last, where the eye
 * rests. One environment alone is shown with every resource, several with their parts.
 */
export function previewText(previews: readonly EnvironmentPreview[], columns: number, colours: Colors): string {
    const tree = previews.length === 1 ? fullTree : outlineTree;
    const findings = previews.some((preview) => preview.findings.length > 0)
        ? showFindings(previews, columns, colours)
        : "No findings: every rule holds.\n";
    return [
        ...previews.map(({ plan }) => tree(plan.resources, colours)),
        findings,
        showMeasures(previews, colours),
        showOpenMeasures(previews),
        showSummary(previews.map(countsOf), colours),
        previews.length === 1 ? "" : "`npx otap preview <environment>` lists every resource of one environment.\n",
    ]
        .filter((part) => part !== "")
        .join("\n");
}

const countsOf = ({ environment, loaded, plan, findings }: EnvironmentPreview) => ({
    environment,
    regions: [loaded.settings.regions.primary, loaded.settings.regions.secondary],
    release: loaded.settings.release.version,
    resources: plan.resources.length,
    findings,
});
