import { lastDayOf } from "../../stacks/required-attestations";
import type { Attestation } from "../../stacks/settings/data-files";
import { daysBetween } from "../../stacks/settings/days";

const SEVERITIES = ["critical", "high", "medium", "low"] as const;
/** Digits that tell reports apart. */
const DIGITS = 12;

/** When and by whom an external test was done, its report, what it found that is open, and how long it counts. */
export function testDetails(attestation: Attestation, today: string): string {
    if (attestation.kind !== "external-test") {
        return "";
    }
    const { date, party, reportDigest, openFindings } = attestation;
    const digest = reportDigest.slice("sha256:".length, "sha256:".length + DIGITS);
    const open = SEVERITIES.map((severity) => `${openFindings[severity]} ${severity}`).join(", ");
    return `${date} by ${party}, report ${digest}, open: ${open}; ${left(attestation, today)}`;
}

/** When a report on the hosting was made, what it speaks of, and how long it counts. */
export function certificateDetails(attestation: Attestation, today: string): string {
    if (attestation.kind !== "hosting-certificate") {
        return "";
    }
    const { date, services, regions } = attestation;
    return `of ${date}, ${left(attestation, today)}; ${services.join(", ")} in ${regions.join(", ")}`;
}

function left(attestation: Attestation, today: string): string {
    const days = daysBetween(today, lastDayOf(attestation));
    return days === 1 ? "1 day left" : `${days} days left`;
}
