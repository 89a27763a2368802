import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { delimiter, dirname } from "node:path";
import type { Engine, Search, Source } from "./engine";
import { findExecutable } from "./executable";
import { isRecentEnough } from "./pinned-version";

export const NONE_ON_PATH = "there is no 'pulumi' on PATH";

/** The `pulumi` that its user has installed. Only one that brings its own Node language host, and is not older than the pinned one. */
export const onPath: Source = { look };

async function look({ environment, pinned }: Search): Promise<Engine | string> {
    const command = findExecutable("pulumi", environment.PATH);
    if (command === undefined) {
        return NONE_ON_PATH;
    }
    if (languageHostOf(command, environment) === undefined) {
        return `'${command}' has no 'pulumi-language-nodejs' beside it or on PATH`;
    }
    const version = versionOf(command, environment);
    if (version === undefined) {
        return `'${command} version' does not answer with a version`;
    }
    return isRecentEnough(version, pinned)
        ? { command, source: "path", version, binFolder: dirname(command) }
        : `'${command}' is version ${version}, this project needs ${pinned} or a later one of the same major version`;
}

/** Package managers put links on PATH; the host is beside the link, beside what it points to, or elsewhere on PATH. */
function languageHostOf(command: string, environment: Search["environment"]): string | undefined {
    const folders = [dirname(command), dirname(realpathSync(command)), environment.PATH ?? ""].join(delimiter);
    return findExecutable("pulumi-language-nodejs", folders);
}

function versionOf(command: string, environment: Search["environment"]): string | undefined {
    const { stdout } = spawnSync(command, ["version"], {
        encoding: "utf8",
        env: { ...environment, PULUMI_SKIP_UPDATE_CHECK: "1" },
        timeout: 20_000,
    });
    return /^v?(\d+\.\d+\.\d+\S*)/.exec(stdout ?? "")?.[1];
}
