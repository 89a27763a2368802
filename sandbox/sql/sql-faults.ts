import type { MissedFault } from "../stand-in";
import { SqlError } from "./sql-error";

/** What a fault in T-SQL is aimed at. */
export type SqlMoment = "change" | "read" | "login";

/** Something that goes wrong at some batches or logins. */
export interface SqlFault {
    /** As it was written. */
    readonly text: string;
    /** The number of an error, or that the connection breaks. */
    readonly kind: number | "drop";
    readonly at: SqlMoment;
    /** Part of the database's name; any where left out. */
    readonly database?: string;
    /** The first, of those that match, at which it happens. */
    readonly call: number;
    readonly times: number;
    /** Whether it is done all the same, and only the answer is lost. */
    readonly after: boolean;
}

/** What a played SQL Server is asked to do wrong; it counts. */
export class SqlFaults {
    private readonly seen = new Map<SqlFault, number>();
    private readonly struck = new Set<SqlFault>();

    constructor(private readonly faults: readonly SqlFault[] = []) {}

    /** The fault that happens now, if one does. */
    due(at: SqlMoment, database: string): SqlFault | undefined {
        const meant = this.faults.filter((fault) => fault.at === at && database.includes(fault.database ?? ""));
        const due = meant.filter((fault) => {
            const count = (this.seen.get(fault) ?? 0) + 1;
            this.seen.set(fault, count);
            return count >= fault.call && count < fault.call + fault.times;
        });
        due.slice(0, 1).forEach((fault) => void this.struck.add(fault));
        return due[0];
    }

    /** Those that have not happened, each with the number of times that it was aimed at. */
    missed(): readonly MissedFault[] {
        return this.faults
            .filter((fault) => !this.struck.has(fault))
            .map((fault) => ({ text: fault.text, calls: this.seen.get(fault) ?? 0 }));
    }
}

/** The answer of a fault that has a number. */
export const failureOf = (number: number): SqlError =>
    new SqlError(number, "The sandbox was asked to fail here.", 16, true);
