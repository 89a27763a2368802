import { readFileSync } from "node:fs";
import type { PolicyPackArgs } from "./engine-arguments";

/** As the pack takes them (`pack-settings.exemptions`). */
interface Exemption {
    readonly rule: string;
    readonly resource: string;
    readonly reason: string;
    readonly requester: string;
    readonly approver: string;
    readonly from: string;
    readonly until: string;
}

/** Days that the pack lets an exemption hold; one that runs longer is none. */
const LONGEST_DAYS = 90;
const DAY = 86_400_000;

/**
 * Lines about the exemptions that the pack is told and that are in force, also those that nothing needs; empty without a configuration.
 *
 * @param today `YYYY-MM-DD`; the current day when left out, as in the pack
 */
export function exemptionsInForce(
    { config }: PolicyPackArgs,
    today: string = new Date().toISOString().slice(0, 10),
): readonly string[] {
    const settings = config === undefined ? {} : JSON.parse(readFileSync(config, "utf8"))["pack-settings"];
    const exemptions: readonly Exemption[] = settings?.exemptions ?? [];
    return exemptions
        .filter((exemption) => isInForce(exemption, today))
        .map(
            ({ rule, resource, reason, requester, approver, until }) =>
                `  exemption in force: ${rule} on ${resource}, until ${until}. ${reason} Asked by ${requester}, approved by ${approver}.\n`,
        );
}

const isInForce = ({ from, until }: Exemption, today: string): boolean =>
    from <= today && today <= until && (Date.parse(until) - Date.parse(from)) / DAY <= LONGEST_DAYS;
