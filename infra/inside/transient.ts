import { pause } from "./pause";
import { SqlError } from "./sql-error";

/** "Cannot open database": for a while after a failover, and for ever where it does not exist. */
export const CANNOT_OPEN_DATABASE = 4060;

/**
 * What Azure SQL calls transient, all of it (learn.microsoft.com, azure-sql/database/troubleshoot-common-errors-issues, "List of transient fault
 * error codes", edition of 2024-04-29).
 */
const TRANSIENT: readonly number[] = [
    615,
    926,
    CANNOT_OPEN_DATABASE,
    4221,
    40_197,
    40_501,
    40_613,
    49_918,
    49_919,
    49_920,
];

/** In seconds. That page wants 5 before the second attempt and then ever more, up to 60; most are over within a minute. */
const PAUSES: readonly number[] = [5, 10, 20, 40];

/**
 * What `work` returns. Where it meets an error that Azure SQL calls transient it is done again, from its beginning, five times in all;
 * any other error is thrown at once.
 */
export async function whileTransient<T>(work: () => Promise<T>, pauses = PAUSES): Promise<T> {
    try {
        return await work();
    } catch (error) {
        const [seconds, ...later] = pauses;
        if (seconds === undefined || !isTransient(error)) {
            throw error;
        }
        await pause(seconds);
        return whileTransient(work, later);
    }
}

export const isTransientNumber = (number: number): boolean => TRANSIENT.includes(number);

const isTransient = (error: unknown): boolean => error instanceof SqlError && error.numbers.some(isTransientNumber);
