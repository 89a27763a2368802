/** The day so many days after another, both `YYYY-MM-DD`; nothing sensible for text that is no date. */
export function addDays(day: string, days: number): string {
    const moment = new Date(`${day}T00:00:00Z`);
    moment.setUTCDate(moment.getUTCDate() + days);
    return Number.isNaN(moment.getTime()) ? day : moment.toISOString().slice(0, 10);
}
