/** What a street needs of the stand-in for Azure: where the engine finds it, and how it is ended. */
export interface StandIn {
    /** `azure-native:PORT,random:PORT`. */
    readonly debugProviders: string;
    /** Where the applications answer, `http://127.0.0.1:PORT`. */
    readonly sites: string;
    /** How the SQL servers are reached: JSON of port, certificate and token. */
    readonly sql: string;
    /** The faults that were asked for and have not happened. */
    missedFaults(): readonly MissedFault[];
    /**
     * Takes away what a stack made and its state does not hold, as after an answer that was lost.
     *
     * @param held ARM ids in the engine's state
     * @returns the ids of what was taken away, without what lay inside
     */
    removeOrphans(stack: string, held: readonly string[]): readonly string[];
    /** Ends it, with what it knows written down. */
    stop(): Promise<void>;
}

export interface MissedFault {
    /** As it was written. */
    readonly text: string;
    /** Number of calls that were of its type, resource and method. */
    readonly calls: number;
}

export interface StandInOptions {
    /** Where it keeps the played Azure; in memory where it is left out. */
    readonly folder?: string;
    /** What it is asked to do wrong, as the user wrote it. */
    readonly faults?: string;
    /** ARM ids: what somebody else changed is one of these or lies inside one. Everything where left out. */
    readonly own?: readonly string[];
}

export type StartStandIn = (options: StandInOptions) => Promise<StandIn>;
