/** The day so many days after another, both `YYYY-MM-DD`; nothing sensible for text that is no date. */
export function addDays(day: string, days: number): string {
    const moment = new Date(`${day}T00:00:00Z`);
    moment.setUTCDate(moment.getUTCDate() + days);
    return Number.isNaN(moment.getTime()) ? day : moment.toISOString().slice(0, 10);
}

/** Whole days from one day to another, both `YYYY-MM-DD`. */
export const daysBetween = (from: string, until: string): number =>
    Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
