import { Mistake } from "../mistake";
import type { Progress } from "../progress";
import { built } from "./built";
import { ENGINE_SOURCES, type Engine, type EngineSource, type Source } from "./engine";
import { fromNpm } from "./from-npm";
import { NONE_ON_PATH, onPath } from "./on-path";
import { pinnedVersion } from "./pinned-version";

const SOURCES: Readonly<Record<EngineSource, Source>> = { path: onPath, npm: fromNpm, built };

export interface FindEngineArgs {
    /** The project's folder. */
    readonly root: string;
    readonly environment: NodeJS.ProcessEnv;
    readonly progress: Progress;
}

/**
 * The engine, from the first of three sources that has one: PATH, the npm package, a build from Go modules. What is on this machine goes
 * before what has to be fetched, so that no network is asked once there is an engine. `OTAP_ENGINE` (`path`, `npm` or `built`) names one
 * source and leaves out the others, for who wants to know exactly what runs.
 *
 * @throws Mistake when no source has one: what each lacks, and what to install.
 */
export async function findEngine(args: FindEngineArgs, sources = SOURCES): Promise<Engine> {
    const search = { ...args, pinned: pinnedVersion(args.root) };
    const names = chosenSources(args.environment.OTAP_ENGINE);
    const refusals = new Map<EngineSource, string>();
    for (const way of ["look", "fetch"] as const) {
        for (const name of names) {
            const found = await sources[name][way]?.(search).catch(asReason);
            if (typeof found === "object") {
                args.progress("");
                const passedOver = refusals.get("path");
                return passedOver === undefined || passedOver === NONE_ON_PATH ? found : { ...found, passedOver };
            }
            refusals.set(name, found ?? refusals.get(name) ?? "");
        }
    }
    args.progress("");
    throw new Mistake(
        [
            "there is no Pulumi engine for the sandbox:",
            ...[...refusals.values()].map((refusal) => `  - ${refusal}`),
            `install Pulumi ${search.pinned} or later (https://www.pulumi.com/docs/iac/download-install) and try again; or Go (https://go.dev/dl), which builds it here where it can fetch Go modules`,
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
