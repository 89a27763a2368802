import { STORAGE_ACCOUNT } from "../azure-types";
import { resourceRule } from "../rule";
import { found, text } from "../show";

const LONGEST_DAYS = 7;

export const stSasPolicy = resourceRule([STORAGE_ACCOUNT], ({ props }, report) => {
    const { sasExpirationPeriod, expirationAction } = props.sasPolicy ?? {};
    const days = daysOfSpan(sasExpirationPeriod);
    if (days <= 0 || days > LONGEST_DAYS) {
        report(`${found("sasPolicy.sasExpirationPeriod", sasExpirationPeriod)}, not within ${LONGEST_DAYS} days`);
    }
    // 'Log' writes down what lasts too long, and lets it.
    if (expirationAction !== "Block") {
        report(found("sasPolicy.expirationAction", expirationAction));
    }
});

/** Days of `DD.HH:MM:SS`, the days of which may be left out; 0 for anything else. */
function daysOfSpan(span: unknown): number {
    const [, days = 0, hours = 0, minutes = 0, seconds = 0] =
        /^(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2})$/.exec(text(span)) ?? [];
    return Number(days) + Number(hours) / 24 + Number(minutes) / 1440 + Number(seconds) / 86_400;
}
