import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { exclusively } from "../exclusive";
import { BUILD_RECIPE, buildEngine } from "./build-engine";
import type { Engine, Search, Source } from "./engine";
import { findExecutable, isExecutable } from "./executable";
import { installEngine } from "./install-engine";
import { moduleFolder } from "./pinned-version";

/**
 * An engine that is built here, from Go modules whose checksums are committed. Built once for each content of `go.mod` and `go.sum`, into
 * the user's cache (`OTAP_ENGINE_CACHE`, by default `~/.cache/figlo-otap/engine`), so that another clone finds it; linked into the
 * project's `.engine`, together with the language host of our own, since Pulumi's is no part of those modules.
 */
export const built: Source = {
    async look(search) {
        const places = [join(search.root, ".engine"), ...cachesOf(search)];
        // A project that has the engine needs no cache: it may have been emptied.
        const folder = places.map((place) => join(place, digestOf(search.root))).find(hasEngine);
        return folder === undefined ? "none was built on this machine" : installed(search, folder);
    },
    async fetch(search) {
        if (process.platform === "win32") {
            return "on Windows the engine is not built here; install Pulumi";
        }
        const go = findExecutable("go", search.environment.PATH);
        if (go === undefined) {
            return "building it needs Go, and there is no 'go' on PATH";
        }
        const cache = cachesOf(search).find(isWritable);
        if (cache === undefined) {
            return "there is no writable folder to build it in; name one in OTAP_ENGINE_CACHE";
        }
        const folder = join(cache, digestOf(search.root));
        return (await buildOnce(search, go, folder)) ?? installed(search, folder);
    },
};

const installed = ({ root, pinned }: Search, folder: string): Engine =>
    installEngine({ binary: join(folder, "pulumi"), root, digest: digestOf(root), version: pinned });

const hasEngine = (folder: string): boolean => isExecutable(join(folder, "pulumi"));

/** Undefined when the folder holds an engine afterwards, else why not. */
async function buildOnce(search: Search, go: string, folder: string): Promise<string | undefined> {
    const waiting = () => search.progress("Another process is building the engine; waiting for it …");
    return exclusively(`${folder}.lock`, waiting, async () => {
        if (hasEngine(folder)) {
            return undefined;
        }
        // Built beside and moved as a whole: whoever looks sees no engine or a complete one.
        const part = `${folder}.part-${process.pid}`;
        try {
            const failure = await buildEngine({ go, output: join(part, "pulumi"), search });
            if (failure === undefined) {
                rmSync(folder, { recursive: true, force: true });
                renameSync(part, folder);
            }
            return failure;
        } finally {
            rmSync(part, { recursive: true, force: true });
        }
    });
}

/** Everything that decides what comes out of the build, as a name for it. */
function digestOf(root: string): string {
    const hash = createHash("sha256").update([...BUILD_RECIPE, process.platform, process.arch].join(" "));
    for (const name of ["go.mod", "go.sum"]) {
        hash.update(readFileSync(join(moduleFolder(root), name)));
    }
    return hash.digest("hex").slice(0, 16);
}

/** In order of preference; the project's own folder serves a user without a home. */
const cachesOf = ({ environment, root }: Search): readonly string[] =>
    environment.OTAP_ENGINE_CACHE
        ? [resolve(environment.OTAP_ENGINE_CACHE)]
        : [
              join(environment.XDG_CACHE_HOME || join(environment.HOME || homedir(), ".cache"), "figlo-otap/engine"),
              join(root, ".engine/cache"),
          ];

function isWritable(folder: string): boolean {
    try {
        mkdirSync(folder, { recursive: true });
        return true;
    } catch {
        return false;
    }
}
