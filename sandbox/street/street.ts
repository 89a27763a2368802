import { join } from "node:path";

/** Where a street lives: everything that the engine and the stand-in keep, in one folder that may be thrown away at any time. */
export interface Street {
    /** The project's folder; nothing in it is written, apart from `folder` when that lies in it. */
    readonly root: string;
    readonly folder: string;
    /** `PULUMI_HOME`: no login, plugin or preference of the user's plays a part. */
    readonly home: string;
    /** The engine's file backend. */
    readonly state: string;
    /** A project of the same name, in which stacks are made: the engine writes a salt into their files. */
    readonly project: string;
    /** What the stand-in for Azure keeps. */
    readonly cloud: string;
    /** Logs of the engine and of its events, and a record of each environment's last operation. */
    readonly logs: string;
    readonly lock: string;
}

/** The street of a project, by default in its `.otap/sandbox`. */
export function streetAt(root: string, folder = join(root, ".otap/sandbox")): Street {
    return {
        root,
        folder,
        home: join(folder, "home"),
        state: join(folder, "state"),
        project: join(folder, "project"),
        cloud: join(folder, "cloud"),
        logs: join(folder, "logs"),
        lock: join(folder, "lock"),
    };
}

export const OPERATIONS = ["preview", "up", "refresh", "destroy"] as const;

export type Operation = (typeof OPERATIONS)[number];
