import type { MissedFault } from "../stand-in";
import { AzureFailure, ConnectionLost } from "./azure-failure";
import type { Fault } from "./parse-faults";
import type { AzureError } from "./refusal";

/** A call as a fault sees it. */
export interface FaultTarget {
    readonly urn: string;
    readonly type: string;
    readonly id: string;
    readonly method: "GET" | "PUT" | "DELETE";
}

/** What Azure is asked to do wrong: it stands around every call, and counts. */
export class Faults {
    private readonly seen = new Map<Fault, number>();
    private readonly struck = new Set<Fault>();

    /**
     * @param die ends the providers, as a crash would
     */
    constructor(
        private readonly faults: readonly Fault[] = [],
        private readonly die: () => void = () => {},
    ) {}

    /**
     * Carries out a call, with what goes wrong before it, in it or after it.
     *
     * @param effect carries it out; is given an answer when the operation has to fail after it was accepted
     */
    async around<T>(target: FaultTarget, effect: (failing?: AzureError) => T): Promise<T> {
        const due = this.faults.filter((fault) => matches(fault, target) && this.isDue(fault));
        for (const late of due.filter(({ kind }) => kind === "slow")) {
            this.struck.add(late);
            await new Promise((resolve) => setTimeout(resolve, late.milliseconds));
        }
        const fault = due.find(({ kind }) => kind !== "slow");
        if (fault === undefined) {
            return effect();
        }
        this.struck.add(fault);
        if (fault.moment === "before") {
            throw this.failure(fault);
        }
        if (fault.moment === "later" && fault.status !== undefined) {
            return effect(answerOf(fault.status));
        }
        effect();
        throw this.failure(fault);
    }

    /** Those that have not happened, each with the number of calls that it was aimed at. */
    missed(): readonly MissedFault[] {
        return this.faults
            .filter((fault) => !this.struck.has(fault))
            .map((fault) => ({ text: fault.text, calls: this.seen.get(fault) ?? 0 }));
    }

    private isDue(fault: Fault): boolean {
        const count = (this.seen.get(fault) ?? 0) + 1;
        this.seen.set(fault, count);
        return count >= fault.call && count < fault.call + fault.times;
    }

    private failure({ kind, status }: Fault): Error {
        if (kind === "die") {
            this.die();
        }
        return status === undefined ? new ConnectionLost() : new AzureFailure(answerOf(status));
    }
}

function matches({ type, urn, method }: Fault, target: FaultTarget): boolean {
    return (
        (type === undefined || target.type === type || target.type === `azure-native:${type}`) &&
        (urn === undefined || target.urn.includes(urn)) &&
        (method === undefined ? target.method !== "GET" : method === target.method)
    );
}

const CODES: Readonly<Record<number, string>> = {
    408: "RequestTimeout",
    409: "Conflict",
    429: "TooManyRequests",
    500: "InternalServerError",
    502: "BadGateway",
    503: "ServiceUnavailable",
    504: "GatewayTimeout",
};

const answerOf = (status: number): AzureError => ({
    status,
    code: CODES[status] ?? "BadRequest",
    message: "The sandbox was asked to fail here.",
});
