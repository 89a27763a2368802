import { daysBetween } from "../calendar";
import type { Exemption } from "../declared";
import { covers, LONGEST_EXEMPTION_DAYS, RULE_WITHOUT_EXEMPTION } from "../exemptions";
import { isGiven } from "../marks";
import { anyStackRule, type Report } from "../rule";
import { answersForFiles } from "../subscription-controls";
import { areTwoPeople } from "../two-people";

export const exemptionInOrder = anyStackRule((subject, report, { config, ruleIds, stack }) => {
    for (const exemption of answersForFiles(subject, stack) ? config.exemptions : []) {
        const { rule, resource } = exemption;
        const say: Report = (message) => report(`the exemption of '${resource}' from '${rule}' ${message}`);
        if (!ruleIds.has(rule)) {
            say("names no rule of the pack");
        } else if (rule === RULE_WITHOUT_EXEMPTION) {
            say("is from a rule that allows none");
        }
        if (!stack.all.some(({ urn }) => covers(exemption, urn))) {
            say("matches no resource");
        } else if (covers(exemption, anythingBeside(subject.urn))) {
            say("names no resource, but all of a stack");
        }
        judgeApproval(exemption, say);
        judgeRow(exemption, config.exemptions, say);
    }
});

/** Rows that follow one another without a day between them are one long exemption. */
function judgeRow(exemption: Exemption, all: readonly Exemption[], say: Report): void {
    const { rule, resource, until } = exemption;
    const same = all.filter((other) => other.rule === rule && other.resource === resource);
    let { from } = exemption;
    for (const earlier of same.toSorted((a, b) => (a.until < b.until ? 1 : -1))) {
        const gap = daysBetween(earlier.until, from);
        if (earlier.from < from && gap !== undefined && gap <= 1) {
            from = earlier.from;
        }
    }
    const days = daysBetween(from, until) ?? 0;
    if (from !== exemption.from && days > LONGEST_EXEMPTION_DAYS) {
        say(`goes on from ${from}, ${days} days with those before it, more than ${LONGEST_EXEMPTION_DAYS}`);
    }
}

/** A URN of the same stack that nothing has: a pattern that covers it says nothing of a resource. */
const anythingBeside = (urn: string): string => [...urn.split("::").slice(0, 2), "\0", "\0"].join("::");

function judgeApproval(exemption: Exemption, say: Report): void {
    const { requester, approver, from, until } = exemption;
    for (const field of ["reason", "requester", "approver"] as const) {
        if (!isGiven(exemption[field])) {
            say(`says no ${field}`);
        }
    }
    const days = daysBetween(from, until);
    if (days === undefined) {
        say(`runs from '${from}' until '${until}', which are not both dates`);
    } else if (days > LONGEST_EXEMPTION_DAYS) {
        say(`runs for ${days} days, more than ${LONGEST_EXEMPTION_DAYS}`);
    } else if (days < 0) {
        say("ends before it begins");
    }
    if (isGiven(requester) && isGiven(approver) && !areTwoPeople(requester, approver)) {
        say("is approved by who asked for it");
    }
}
