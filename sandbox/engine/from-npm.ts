import { spawn } from "node:child_process";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { elapsed } from "../progress";
import type { Engine, FindInSource, Search } from "./engine";
import { isExecutable } from "./executable";

/** A download on a slow line; a network without internet access is noticed within seconds. */
const LIMIT_MS = 5 * 60_000;

/**
 * The engine of the npm package `pulumi`, an official wrapper that downloads engine and language hosts into Pulumi's own folder of
 * versions on its first run. What it left there is started directly: the wrapper would look in the sandbox's `PULUMI_HOME`.
 */
export const fromNpm: FindInSource = async (search) =>
    downloaded(search) ??
    (await download(search)) ??
    downloaded(search) ??
    "the npm package 'pulumi' installed nothing";

/** Where the wrapper and Pulumi's Automation API keep versions: lib/cache.js of the package. */
function downloaded({ environment, pinned }: Search): Engine | undefined {
    const home = environment.PULUMI_HOME ?? join(environment.HOME ?? homedir(), ".pulumi");
    const binFolder = join(home, "versions", pinned, "bin");
    const command = join(binFolder, process.platform === "win32" ? "pulumi.exe" : "pulumi");
    return isExecutable(command) ? { command, source: "npm", version: pinned, binFolder: dirname(command) } : undefined;
}

/** Undefined when it went well, else why not. */
async function download({ environment, pinned, progress }: Search): Promise<string | undefined> {
    const start = Date.now();
    const show = () => progress(`Trying the npm package pulumi@${pinned} … ${elapsed(Date.now() - start)}`);
    show();
    const ticker = setInterval(show, 1_000);
    try {
        return await run(["exec", "--yes", "--", `pulumi@${pinned}`, "version"], environment);
    } finally {
        clearInterval(ticker);
    }
}

function run(args: readonly string[], environment: Search["environment"]): Promise<string | undefined> {
    const child = spawn("npm", args, {
        // Elsewhere than in the project, whose own packages and settings have no say in this.
        cwd: tmpdir(),
        env: {
            ...environment,
            PULUMI_VERSION: undefined,
            npm_config_fetch_retries: "0",
            npm_config_update_notifier: "false",
        },
        stdio: ["ignore", "ignore", "pipe"],
        shell: process.platform === "win32",
        timeout: LIMIT_MS,
    });
    let said = "";
    child.stderr.on("data", (data) => {
        said += data;
    });
    return new Promise((resolve) => {
        child.on("error", (error) => resolve(`npm cannot be started: ${error.message}`));
        child.on("exit", (code) =>
            resolve(code === 0 ? undefined : `the npm package 'pulumi' failed: ${reason(said)}`),
        );
    });
}

/** The last line that is about the failure. */
const reason = (said: string): string =>
    said
        .split("\n")
        .map((line) => line.replace(/^pulumi: |^npm error /, "").trim())
        .filter((line) => line !== "" && !line.startsWith("npm notice") && !line.startsWith("Downloading"))
        .at(-1) ?? "it gave no reason";
