import type { Promised } from "./promised";

/** Steps of a ten-thousandth of a per cent. */
const STEPS = 1_000_000;
/** What a sum of doubles is off by, in those steps. */
const NOISE = 1e-4;
const MINUTES_IN_MONTH = 30 * 24 * 60;

/** `99.9899%`, or `at most 99.99%` where parts without a level leave it open; never rounded in our favour. */
export function showPromise({ least, most }: Promised): string {
    if (least === most) {
        return percent(Math.floor(least * STEPS + NOISE));
    }
    const upper = percent(Math.ceil(most * STEPS - NOISE));
    return least === 0 ? `at most ${upper}` : `${percent(Math.floor(least * STEPS + NOISE))} to ${upper}`;
}

/** How long something may fail in a month of 30 days without breaking the promise, in whole minutes. */
export const minutesAMonth = (share: number): number => Math.ceil(Number(((1 - share) * MINUTES_IN_MONTH).toFixed(6)));

const percent = (steps: number): string => {
    const [whole, fraction = ""] = (steps / (STEPS / 100)).toFixed(4).split(".");
    return `${whole}.${fraction.replace(/0{1,2}$/, "")}%`;
};
