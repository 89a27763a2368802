import type { Exemption } from "../../policies/declared";
import { isInForce } from "../../policies/exemptions";
import type { Finding } from "../../policies/model";
import { brief } from "./harmless";
import { indented } from "./indented";

export interface EnvironmentExemptions {
    readonly environment: string;
    readonly policyConfig: { readonly exemptions?: readonly Exemption[] };
    readonly findings: readonly Finding[];
}

/** Every exemption that is in force, also one that nothing needs: until when, of what, by whom and why. Empty where there is none. */
export function showExemptions(environments: readonly EnvironmentExemptions[], today: string, columns: number): string {
    const lines = environments.flatMap(({ environment, ...stack }) =>
        exemptionSentences(stack, today).map((sentence) => indented(`${environment}: ${sentence}`, 2, columns)),
    );
    return lines.length === 0 ? "" : `Exemptions in force:\n${lines.join("")}`;
}

/** The exemptions in force of one stack, a few sentences for each. */
export const exemptionSentences = (
    { policyConfig, findings }: Omit<EnvironmentExemptions, "environment">,
    today: string,
): readonly string[] =>
    (policyConfig.exemptions ?? [])
        .filter((exemption) => isInForce(exemption, today))
        .map((exemption) => {
            const used = findings.filter((finding) => isSame(finding.exemption, exemption)).length;
            const { rule, resource, reason, requester, approver, until } = exemption;
            const what = `${brief(rule)} on ${brief(resource)}, until ${until}: ${used === 1 ? "1 finding" : `${used} findings`}`;
            return `${what}. ${brief(reason, MOST_OF_REASON)} Asked by ${brief(requester)}, approved by ${brief(approver)}.`;
        });

const MOST_OF_REASON = 1000;

const isSame = (one: Exemption | undefined, other: Exemption): boolean =>
    one?.rule === other.rule && one.resource === other.resource && one.until === other.until;
