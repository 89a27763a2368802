import { dayOf, daysBetween } from "../calendar";
import { resourceRule } from "../rule";
import { found, text } from "../show";

/** PSRule's limit for waivers (Azure.Policy.WaiverExpiry): a year, also one with a leap day. */
const LONGEST_DAYS = 366;

/** What is kept in another way needs no end; all else is waived for a time. Azure takes a date with its time, `2026-12-31T00:00:00Z`. */
export const policyExemptionExpires = resourceRule(
    ["azure-native:authorization:PolicyExemption"],
    ({ props }, report, { config }) => {
        for (const property of ["description", "displayName"].filter((each) => text(props[each]).trim() === "")) {
            report(found(property, props[property]));
        }
        if (props.exemptionCategory === "Mitigated") {
            return;
        }
        const [, day] = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?$/i.exec(text(props.expiresOn)) ?? [];
        if (dayOf(day) === undefined) {
            report(`${found("expiresOn", props.expiresOn)}, not a date`);
        } else if ((daysBetween(config.today, day) ?? 0) > LONGEST_DAYS) {
            report(`${found("expiresOn", props.expiresOn)}, more than ${LONGEST_DAYS} days ahead`);
        }
    },
);
