import type { Operation } from "./street";
import type { Tally } from "./tally";

const DOING: Readonly<Record<Operation, string>> = {
    preview: "previewing",
    up: "bringing up",
    refresh: "refreshing",
    destroy: "destroying",
};

export interface ProgressLineArgs {
    readonly environment: string;
    readonly operation: Operation;
    readonly tally: Pick<Tally, "done" | "current">;
    readonly expected?: number;
}

/** `productie: bringing up, 120 of 358, sql:Server primary`. */
export function progressLine({ environment, operation, tally, expected }: ProgressLineArgs): string {
    const number = expected ? `${Math.min(tally.done, expected)} of ${expected}` : `${tally.done}`;
    return `${environment}: ${DOING[operation]}, ${number}${tally.current === "" ? "" : `, ${tally.current}`}`;
}
