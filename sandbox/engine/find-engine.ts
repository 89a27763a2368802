import { Mistake } from "../mistake";
import type { Progress } from "../progress";
import { built } from "./built";
import { ENGINE_SOURCES, type Engine, type EngineSource, type FindInSource } from "./engine";
import { fromNpm } from "./from-npm";
import { onPath } from "./on-path";
import { pinnedVersion } from "./pinned-version";

const SOURCES: Readonly<Record<EngineSource, FindInSource>> = { path: onPath, npm: fromNpm, built };

export interface FindEngineArgs {
    /** The project's folder. */
    readonly root: string;
    readonly environment: NodeJS.ProcessEnv;
    readonly progress: Progress;
}

/**
 * The engine, from the first of three sources that has one: PATH, the npm package, a build from Go modules. `OTAP_ENGINE` (`path`,
 * `npm` or `built`) names one source and leaves out the others, for who wants to know exactly what runs.
 *
 * @throws Mistake when no source has one: what each lacks, and what to install.
 */
export async function findEngine(args: FindEngineArgs, sources = SOURCES): Promise<Engine> {
    const pinned = pinnedVersion(args.root);
    const refusals: string[] = [];
    for (const name of chosenSources(args.environment.OTAP_ENGINE)) {
        const found = await sources[name]({ ...args, pinned }).catch(asReason);
        if (typeof found !== "string") {
            args.progress("");
            return found;
        }
        refusals.push(found);
    }
    args.progress("");
    throw new Mistake(
        [
            "there is no Pulumi engine for the sandbox:",
            ...refusals.map((refusal) => `  - ${refusal}`),
            `install Pulumi ${pinned} or later (https://www.pulumi.com/docs/iac/download-install), or Go (https://go.dev/dl), which builds it here`,
        ].join("\n"),
    );
}

/** A full disk or a folder of somebody else closes one source, not the others. Anything else is a fault of our own. */
function asReason(error: NodeJS.ErrnoException): string {
    if (error.syscall === undefined) {
        throw error;
    }
    return error.message;
}

function chosenSources(name: string | undefined): readonly EngineSource[] {
    if (!name) {
        return ENGINE_SOURCES;
    }
    const chosen = ENGINE_SOURCES.find((source) => source === name);
    if (chosen === undefined) {
        throw new Mistake(`OTAP_ENGINE is '${name}'; choose from ${ENGINE_SOURCES.join(", ")}, or leave it out`);
    }
    return [chosen];
}
