import {
    chmodSync,
    copyFileSync,
    linkSync,
    mkdirSync,
    readFileSync,
    renameSync,
    rmSync,
    statSync,
    writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Engine } from "./engine";

export interface InstallArgs {
    /** The engine in the cache. */
    readonly binary: string;
    /** The project's folder. */
    readonly root: string;
    readonly digest: string;
    readonly version: string;
}

/**
 * What the engine looks for beside itself: the language host for Node, and the provider of dynamic resources. It warns on every run
 * when they are only elsewhere on PATH. The scripts find the project by their own place in it: `<project>/.engine/<digest>`.
 */
const SCRIPTS: Readonly<Record<string, string>> = {
    "pulumi-language-nodejs": script("language-host.js"),
    "pulumi-resource-pulumi-nodejs": script("dynamic-provider.js"),
};

function script(entry: string): string {
    return `#!/bin/sh\nexec node "$(dirname "$0")/../../sandbox/bin/${entry}" "$@"\n`;
}

/** Puts a built engine and its scripts into the project. What stands there already stays; several processes may do it at once. */
export function installEngine({ binary, root, digest, version }: InstallArgs): Engine {
    const binFolder = join(root, ".engine", digest);
    const command = join(binFolder, "pulumi");
    mkdirSync(binFolder, { recursive: true });
    if (sizeOf(command) !== sizeOf(binary)) {
        replace(command, (part) => linkOrCopy(binary, part));
    }
    for (const [name, text] of Object.entries(SCRIPTS)) {
        const path = join(binFolder, name);
        if (textOf(path) !== text) {
            replace(path, (part) => {
                writeFileSync(part, text);
                chmodSync(part, 0o755);
            });
        }
    }
    return { command, source: "built", version, binFolder };
}

function replace(path: string, write: (part: string) => void): void {
    const part = `${path}.part-${process.pid}`;
    rmSync(part, { force: true });
    write(part);
    renameSync(part, path);
}

/** A link costs nothing, but only within one file system. */
function linkOrCopy(from: string, to: string): void {
    try {
        linkSync(from, to);
    } catch {
        copyFileSync(from, to);
    }
}

function sizeOf(path: string): number | undefined {
    return statSync(path, { throwIfNoEntry: false })?.size;
}

function textOf(path: string): string | undefined {
    try {
        return readFileSync(path, "utf8");
    } catch {
        return undefined;
    }
}
