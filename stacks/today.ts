import { RunError } from "@pulumi/pulumi";
import { isSandbox } from "./promotion/sandbox";

/**
 * The date of a run of the engine. A preview may look at another day, and so may the sandbox; what is deployed goes by the clock: else
 * whoever deploys could have what is over count again, and write any day into a record.
 *
 * @throws RunError when `OTAP_TODAY` names another day for a deployment.
 */
export function dateOfRun(variables: NodeJS.ProcessEnv, clock: Date, isPreview: boolean): string {
    const date = programDate(variables.OTAP_TODAY, clock);
    const today = programDate(undefined, clock);
    if (date !== today && !isPreview && !isSandbox(variables)) {
        throw new RunError(
            `OTAP_TODAY is ${date}, and a deployment goes by the clock, which says ${today} (UTC); leave it out`,
        );
    }
    return date;
}

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
