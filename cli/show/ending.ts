import type { Ending } from "../../stacks/promotion/evidence";
import { indented } from "./indented";

export interface EnvironmentEnding {
    readonly environment: string;
    readonly ending: readonly Ending[];
}

/** What is over soon, the soonest first, each once with the environments that it concerns. Empty where there is nothing. */
export function showEnding(environments: readonly EnvironmentEnding[], columns: number): string {
    const where = new Map<string, { readonly until: string; readonly names: string[] }>();
    for (const { environment, ending } of environments) {
        for (const { until, sentence } of ending) {
            const known = where.get(sentence) ?? { until, names: [] };
            where.set(sentence, { until, names: [...known.names, environment] });
        }
    }
    const lines = [...where]
        .sort(([, a], [, b]) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0))
        .map(([sentence, { names }]) => indented(`${names.join(", ")}: ${sentence}`, 2, columns));
    return lines.length === 0 ? "" : `Ends soon:\n${lines.join("")}`;
}
