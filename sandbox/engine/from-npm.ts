import { spawn } from "node:child_process";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { elapsed } from "../progress";
import type { Engine, Search, Source } from "./engine";
import { isExecutable } from "./executable";

/** A download on a slow line. */
const LIMIT_MS = 5 * 60_000;
/** Without an answer in this time npm's registry is out of reach: some networks swallow what they do not let pass. */
const SILENT_MS = 20_000;

/**
 * The engine of the npm package `pulumi`, an official wrapper that downloads engine and language hosts into Pulumi's own folder of
 * versions on its first run. What it left there is started directly: the wrapper would look in the sandbox's `PULUMI_HOME`.
 */
export const fromNpm: Source = {
    look: async (search) =>
        downloaded(search) ?? `the npm package 'pulumi' has not downloaded ${search.pinned} on this machine`,
    fetch: async (search) =>
        (await download(search)) ?? downloaded(search) ?? "the npm package 'pulumi' installed nothing",
};

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
            npm_config_fetch_timeout: String(SILENT_MS),
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
        child.on("exit", (code, signal) => {
            const why = signal === null ? reason(said) : `it was not done after ${elapsed(LIMIT_MS)}`;
            resolve(code === 0 ? undefined : `the npm package 'pulumi' failed: ${why}`);
        });
    });
}

/** Names of npm's own for what its next line says in words. */
const NO_REASON = /^(code|errno|syscall|path|hostname|address|port|type|A complete log)\b/;

/** npm's code and the first line that says it in words (`npm error` since version 10, `npm ERR!` before); else the last line of the wrapper. */
function reason(said: string): string {
    const lines = said.split("\n").map((line) => line.trim());
    const errors = lines.flatMap((line) => /^npm (?:error|ERR!) +(.+)$/.exec(line)?.[1] ?? []);
    const code = errors.find((line) => line.startsWith("code "))?.slice("code ".length);
    const words = errors.find((line) => !NO_REASON.test(line))?.replace(/^(network|notarget) /, "");
    const others = lines.filter((line) => line !== "" && !/^(npm |Downloading)/.test(line));
    const parts = errors.length > 0 ? [code, words] : [others.at(-1)?.replace(/^pulumi: /, "")];
    return parts.filter(Boolean).join(": ") || "it gave no reason";
}
