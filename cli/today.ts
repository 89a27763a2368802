import { WrongUse } from "./wrong-use";

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The date that findings are judged by: the option, else `OTAP_TODAY`, else today in UTC.
 *
 * @throws WrongUse when it is no date of the form YYYY-MM-DD.
 */
export function todayFrom(option: string | undefined, environment: string | undefined, clock: Date): string {
    const given = option ?? (environment || undefined);
    if (given === undefined) {
        return clock.toISOString().slice(0, 10);
    }
    if (
        !ISO_DATE.test(given) ||
        Number.isNaN(Date.parse(given)) ||
        new Date(given).toISOString().slice(0, 10) !== given
    ) {
        throw new WrongUse(`'${given}' is not a date; write it as YYYY-MM-DD, for example 2026-11-23`);
    }
    return given;
}
