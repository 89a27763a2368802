import { RunError } from "@pulumi/pulumi";

/**
 * The date by which the program decides what has ended: `OTAP_TODAY`, else today in UTC.
 *
 * @throws RunError when `OTAP_TODAY` is no date of the form YYYY-MM-DD.
 */
export function programDate(given: string | undefined, clock: Date): string {
    const date = given || clock.toISOString().slice(0, 10);
    const read = new Date(`${date}T00:00:00Z`);
    if (Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== date) {
        throw new RunError(`OTAP_TODAY is '${date}', which is not a date; write it as YYYY-MM-DD, or leave it out`);
    }
    return date;
}
