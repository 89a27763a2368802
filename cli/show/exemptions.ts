import type { Exemption } from "../../policies/declared";
import { isInForce } from "../../policies/exemptions";
import type { Finding } from "../../policies/model";
import { harmless } from "./harmless";
import { indented } from "./indented";

export interface EnvironmentExemptions {
    readonly environment: string;
    readonly policyConfig: { readonly exemptions?: readonly Exemption[] };
    readonly findings: readonly Finding[];
}

/** Every exemption that is in force, also one that nothing needs: until when, of what, by whom and why. Empty where there is none. */
export function showExemptions(environments: readonly EnvironmentExemptions[], today: string, columns: number): string {
    const lines = environments.flatMap(({ environment, policyConfig, findings }) =>
        (policyConfig.exemptions ?? [])
            .filter((exemption) => isInForce(exemption, today))
            .map((exemption) => {
                const used = findings.filter((finding) => isSame(finding.exemption, exemption)).length;
                const { rule, resource, reason, requester, approver, until } = exemption;
                const what = `${rule} on ${resource}, until ${until}: ${used === 1 ? "1 finding" : `${used} findings`}`;
                const why = `${reason} Asked by ${requester}, approved by ${approver}.`;
                return indented(harmless(`${environment}: ${what}. ${why}`), 2, columns);
            }),
    );
    return lines.length === 0 ? "" : `Exemptions in force:\n${lines.join("")}`;
}

const isSame = (one: Exemption | undefined, other: Exemption): boolean =>
    one?.rule === other.rule && one.resource === other.resource && one.until === other.until;
