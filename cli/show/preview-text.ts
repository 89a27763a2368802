import type { Colors } from "picocolors/types";
import type { EnvironmentPreview } from "../preview/preview-street";
import { showEnding } from "./ending";
import { showExemptions } from "./exemptions";
import { showFindings } from "./findings";
import { indented } from "./indented";
import { showEvidence, showMeasures, showOpenMeasures } from "./measures";
import { showParts } from "./parts";
import { showSummary } from "./summary";
import { fullTree } from "./tree";

export interface PreviewTextArgs {
    /** ISO date. */
    readonly today: string;
    readonly columns: number;
    readonly colours: Colors;
}

/**
 * The preview for a reader at a terminal: parts, findings with their remedies, measures, and the summary last, where the eye
 * rests. One environment alone is shown with every resource and all evidence, several with
 * their parts and with why a measure is not met. Many findings begin with an overview of a screen.
 */
export function previewText(
    previews: readonly EnvironmentPreview[],
    { today, columns, colours }: PreviewTextArgs,
): string {
    const [first] = previews;
    const single = previews.length === 1 && first ? first : undefined;
    const { overview, details } = showFindings(previews, { columns, colours });
    return [
        overview,
        single
            ? fullTree(single.plan.resources, columns, colours)
            : showParts(previews.map(resourcesOf), columns, colours),
        details || "No findings: every rule holds.\n",
        showExemptions(previews, today, columns),
        showEnding(previews, columns),
        single ? showEvidence(single.measures, columns, colours) : "",
        showMeasures(previews, columns, colours),
        single ? "" : showOpenMeasures(previews, columns),
        showSummary(previews.map(countsOf), columns, colours),
        single
            ? ""
            : indented(
                  "`npx otap preview <environment>` lists every resource of one environment, and the evidence of each measure.",
                  0,
                  columns,
              ),
    ]
        .filter((part) => part !== "")
        .join("\n");
}

const resourcesOf = ({ environment, plan }: EnvironmentPreview) => ({ environment, resources: plan.resources });

const countsOf = ({ environment, loaded, plan, findings }: EnvironmentPreview) => ({
    environment,
    regions: [loaded.settings.regions.primary, loaded.settings.regions.secondary],
    release: loaded.settings.release.version,
    resources: plan.resources.length,
    findings,
});
