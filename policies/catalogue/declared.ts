import { ALWAYS, EVERYWHERE_ADVICE, ONLY_PRODUCTIE_ADVICE, PRODUCTIE_ALONE } from "../levels";
import type { Rule } from "../rule";
import { accessNotStanding } from "../rules/access-not-standing";
import { declarationNotExpired } from "../rules/declaration-not-expired";
import { exemptionInOrder } from "../rules/exemption-in-order";
import { otapStreetComplete } from "../rules/otap-street-complete";
import { pentestEvidenceFresh } from "../rules/pentest-evidence-fresh";

/** Rules for what the files of an environment declare, which the configuration of the pack tells. */
export const DECLARED: readonly Rule[] = [
    {
        id: "access-not-standing",
        title: "People in productie have eligible rights, not standing ones",
        severity: "high",
        levels: PRODUCTIE_ALONE,
        measures: [2],
        remedy: "Write 'standing: false' in access.yaml and make the group eligible in Entra Privileged Identity Management.",
        sources: {},
        check: accessNotStanding,
    },
    {
        id: "declaration-not-expired",
        title: "What was allowed for a time is over when its day is",
        severity: "medium",
        levels: EVERYWHERE_ADVICE,
        measures: [2, 3, 10, 13, 14],
        remedy: "Remove what is over, or have it reviewed and write the new date.",
        sources: {},
        check: declarationNotExpired,
    },
    {
        id: "exemption-in-order",
        title: "Exemptions name a rule and a resource, are approved by somebody else and are short",
        severity: "high",
        levels: ALWAYS,
        measures: [2],
        remedy: "Mend the row in exemptions.yaml: an id of RULES.md, a URN of this stack, another approver, 90 days at most.",
        sources: {},
        check: exemptionInOrder,
    },
    {
        id: "otap-street-complete",
        title: "Everything that the files promise to customers is in the stack",
        severity: "high",
        levels: ALWAYS,
        measures: [1, 11, 12, 13],
        remedy: "Make the whole environment: each tenant's database, the documents store, the sites, and the gates and the record of their releases; or take the tenant out of tenants.yaml.",
        sources: {},
        check: otapStreetComplete,
    },
    {
        id: "pentest-evidence-fresh",
        title: "Outside parties tested the application and the system within a year",
        severity: "high",
        levels: ONLY_PRODUCTIE_ADVICE,
        measures: [3],
        remedy: "Have the test done, mend what it finds, and write it in attestations.yaml.",
        sources: {},
        check: pentestEvidenceFresh,
    },
];
