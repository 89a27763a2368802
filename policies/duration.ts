import { text } from "./show";

/** An ISO 8601 duration of years, months, weeks and days, in days; 0 for anything else, also for hours: `PT1S` keeps nothing. */
export function daysOf(duration: unknown): number {
    const parts = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(text(duration));
    const [years = 0, months = 0, weeks = 0, days = 0] = (parts ?? []).slice(1).map((count) => Number(count ?? 0));
    return years * 365 + months * 30 + weeks * 7 + days;
}
