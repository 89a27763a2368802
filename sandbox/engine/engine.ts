import type { Progress } from "../progress";

/** A Pulumi engine that can run programs in Node. */
export interface Engine {
    /** Absolute path of the program `pulumi`. */
    readonly command: string;
    readonly source: EngineSource;
    /** Without a leading `v`. */
    readonly version: string;
    /** To be put in front of PATH, so that the engine finds its language host. */
    readonly binFolder: string;
    /** Why the `pulumi` on PATH was not taken, where there is one. */
    readonly passedOver?: string;
}

export const ENGINE_SOURCES = ["path", "npm", "built"] as const;

export type EngineSource = (typeof ENGINE_SOURCES)[number];

/** What a source may look at. */
export interface Search {
    /** The project's folder. */
    readonly root: string;
    readonly environment: NodeJS.ProcessEnv;
    readonly progress: Progress;
    /** The version that this project is tested with. */
    readonly pinned: string;
}

/** One place that an engine can come from; each way answers with an engine, or in a few words why there is none. */
export interface Source {
    /** Looks on this machine, and asks no network. */
    look(search: Search): Promise<Engine | string>;
    /** Downloads or builds it; left out where only a user can install it. */
    fetch?(search: Search): Promise<Engine | string>;
}
