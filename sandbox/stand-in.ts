/** What a street needs of the stand-in for Azure: where the engine finds it, and how it is ended. */
export interface StandIn {
    /** `azure-native:PORT,random:PORT`. */
    readonly debugProviders: string;
    /** Ends it, with what it knows written down. */
    stop(): Promise<void>;
}

export interface StandInOptions {
    /** Where it keeps the played Azure; in memory where it is left out. */
    readonly folder?: string;
    /** What it is asked to do wrong, as the user wrote it. */
    readonly faults?: string;
}

export type StartStandIn = (options: StandInOptions) => Promise<StandIn>;
