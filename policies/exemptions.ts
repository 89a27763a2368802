import { daysBetween } from "./calendar";
import type { PackConfig } from "./config";
import type { Exemption } from "./declared";

/** Days that an exemption may hold. */
export const LONGEST_EXEMPTION_DAYS = 90;

/** The rule that judges exemptions themselves. */
export const RULE_WITHOUT_EXEMPTION = "exemption-in-order";

/** The exemption in force that speaks of a rule and a resource, if any. */
export function exemptionFor(rule: string, urn: string, { exemptions, today }: PackConfig): Exemption | undefined {
    return exemptions.find(
        (exemption) =>
            rule !== RULE_WITHOUT_EXEMPTION &&
            exemption.rule === rule &&
            isInForce(exemption, today) &&
            covers(exemption, urn),
    );
}

/** False for one that runs too long as well, so that a date far ahead is no way around. */
export function isInForce({ from, until }: Exemption, today: string): boolean {
    const days = daysBetween(from, until);
    return days !== undefined && days <= LONGEST_EXEMPTION_DAYS && from <= today && today <= until;
}

/** True where the pattern of an exemption matches a URN; the parts between its stars are looked for one after another. */
export function covers({ resource }: Exemption, urn: string): boolean {
    const [start = "", ...rest] = resource.split("*");
    const end = rest.pop();
    if (end === undefined) {
        return urn === resource;
    }
    let at = start.length;
    for (const part of rest) {
        const found = urn.indexOf(part, at);
        if (found < 0) {
            return false;
        }
        at = found + part.length;
    }
    return urn.startsWith(start) && urn.endsWith(end) && urn.length - end.length >= at;
}
