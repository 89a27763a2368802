import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "./outcome";
import { stateResources } from "./state-resources";
import type { Operation, Street } from "./street";
import { exitCodeOf } from "./verdict";

/** What a street remembers of an environment; no date in it, so that the same operations leave the same record. */
export interface EnvironmentRecord {
    readonly environment: string;
    /** Number of resources in the engine's state, counted as it counts them: without providers. */
    readonly resources: number;
    /** What last changed it, or tried to; previews are not remembered. */
    readonly last?: LastOperation;
}

interface LastOperation extends Pick<Outcome, "counts" | "rehearsal" | "interrupted"> {
    readonly operation: Operation;
    readonly exitCode: number;
}

/** Remembers how an operation ended. */
export function keepRecord(street: Street, outcome: Outcome): void {
    if (outcome.operation !== "preview") {
        const { operation, counts, rehearsal, interrupted } = outcome;
        const last: LastOperation = { operation, exitCode: exitCodeOf(outcome), counts, rehearsal, interrupted };
        mkdirSync(street.logs, { recursive: true });
        writeFileSync(recordFile(street, outcome.environment), `${JSON.stringify(last)}\n`);
    }
}

/** What is known of an environment, without an engine. */
export function readRecord(street: Street, environment: string): EnvironmentRecord {
    const own = stateResources(street, environment).filter(({ type }) => !type.startsWith("pulumi:providers:"));
    return { environment, resources: own.length, last: readLast(recordFile(street, environment)) };
}

const recordFile = (street: Street, environment: string): string => join(street.logs, `${environment}.last.json`);

function readLast(file: string): LastOperation | undefined {
    try {
        return JSON.parse(readFileSync(file, "utf8")) as LastOperation;
    } catch {
        return undefined;
    }
}
