/** Days since 1970; `undefined` for what is not a date as `YYYY-MM-DD`, such as the 99th of a month. */
export function dayOf(date: string | undefined): number | undefined {
    const time = /^\d{4}-\d{2}-\d{2}$/.test(date ?? "") ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
    // Some engines take the 31st of a short month for the first of the next.
    const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date ?? "");
    return isReal ? time / 86_400_000 : undefined;
}

/** Whole days from one date to another; `undefined` where one of them is not a date. */
export function daysBetween(from: string | undefined, until: string | undefined): number | undefined {
    const [start, end] = [dayOf(from), dayOf(until)];
    return start === undefined || end === undefined ? undefined : end - start;
}
