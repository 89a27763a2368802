import { daysBetween } from "../calendar";
import type { Exemption } from "../declared";
import { covers, LONGEST_EXEMPTION_DAYS, RULE_WITHOUT_EXEMPTION } from "../exemptions";
import { type Report, stackRule } from "../rule";

export const exemptionInOrder = stackRule(["pulumi:pulumi:Stack"], (_, report, { config, ruleIds, stack }) => {
    for (const exemption of config.exemptions) {
        const { rule, resource } = exemption;
        const say: Report = (message) => report(`the exemption of '${resource}' from '${rule}' ${message}`);
        if (!ruleIds.has(rule)) {
            say("names no rule of the pack");
        } else if (rule === RULE_WITHOUT_EXEMPTION) {
            say("is from a rule that allows none");
        }
        if (!stack.all.some(({ urn }) => covers(exemption, urn))) {
            say("matches no resource");
        }
        judgeApproval(exemption, say);
    }
});

function judgeApproval({ requester, approver, from, until }: Exemption, say: Report): void {
    const days = daysBetween(from, until);
    if (days === undefined) {
        say(`runs from '${from}' until '${until}', which are not both dates`);
    } else if (days > LONGEST_EXEMPTION_DAYS) {
        say(`runs for ${days} days, more than ${LONGEST_EXEMPTION_DAYS}`);
    } else if (days < 0) {
        say("ends before it begins");
    }
    if (requester.trim().toLowerCase() === approver.trim().toLowerCase()) {
        say("is approved by who asked for it");
    }
}
