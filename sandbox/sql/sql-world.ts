import type { Cloud } from "../azure/cloud";
import type { InsideStates } from "./inside-states";
import type { SqlFaults } from "./sql-faults";
import type { Writers } from "./writers";

/** What the sessions of a played Azure share. */
export interface SqlWorld {
    readonly cloud: Cloud;
    readonly states: InsideStates;
    readonly faults: SqlFaults;
    readonly writers: Writers;
}
