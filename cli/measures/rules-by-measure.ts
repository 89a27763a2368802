import { CATALOGUE } from "../../policies/catalogue";
import type { Environment } from "../../policies/model";

/** Ids of the rules that are evaluated in an environment, by the number of the measure that they speak of. */
export function rulesByMeasure(environment: Environment): Readonly<Record<number, readonly string[]>> {
    const rules: Record<number, string[]> = {};
    for (const row of CATALOGUE) {
        for (const measure of row.levels[environment] === "off" ? [] : row.measures) {
            rules[measure] = [...(rules[measure] ?? []), row.id];
        }
    }
    return rules;
}
