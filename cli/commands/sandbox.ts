import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Command, Option } from "commander";
import type { Io } from "../io";
import { chooseEnvironments } from "../preview/choose-environments";
import { WrongUse } from "../wrong-use";
import { registerSandboxFailover } from "./sandbox-failover";

/** Options as commander gives them. */
interface SandboxOptions {
    readonly json?: boolean;
    readonly policyPack?: boolean;
    readonly today?: string;
    readonly faults?: string;
    readonly all?: boolean;
}

const OPERATIONS: Readonly<Record<string, string>> = {
    up: "brings environments up on the real engine, against a stand-in that refuses what Azure refuses",
    preview: "what the real engine would do",
    refresh: "compares the engine's state with the stand-in",
    destroy: "takes environments down again; acceptatie and productie are protected and refuse",
    status: "what stands in each environment of the sandbox",
};

/**
 * `otap sandbox …`: the command line knows the environments, the sandbox plays Azure; so it is started as a process of its own.
 *
 * @param today the date to judge by, from what was given
 * @param ended called with the exit code
 */
export function registerSandbox(
    program: Command,
    io: Io,
    today: (given?: string) => string,
    ended: (exitCode: number) => void,
): void {
    const sandbox = program
        .command("sandbox")
        .description("the street on the real Pulumi engine, against a local stand-in for Azure")
        .addHelpText("after", () => faultsHelp(io.root))
        .exitOverride();
    registerSandboxFailover(sandbox, io, ended);
    for (const [operation, description] of Object.entries(OPERATIONS)) {
        const command = sandbox
            .command(operation)
            .description(description)
            .argument(
                "[environment...]",
                `ontwikkeling, test, acceptatie or productie${operation === "destroy" ? "" : "; the whole street when left out"}`,
            )
            .option("--json", "print what happened as JSON and nothing else");
        if (operation !== "status") {
            command
                .addHelpText("after", () => faultsHelp(io.root))
                .option("--no-policy-pack", "leave out the policies")
                .addOption(new Option("--today <date>", "judge what expires by this date (YYYY-MM-DD)"))
                .addOption(new Option("--faults <faults>", "what the stand-in does wrong, in the words below"));
        }
        if (operation === "destroy") {
            command.option("--all", "take the whole street down");
        }
        command.action(async (names: string[], options: SandboxOptions) => {
            const args = [
                operation,
                ...environmentsOf(operation, names, options),
                ...flags({ ...options, today: today(options.today) }),
            ];
            ended(await startSandbox(io.root, args));
        });
    }
}

/** Without names the whole street is meant, but what is taken down is said in words: without any, the sandbox refuses. */
function environmentsOf(operation: string, names: readonly string[], { all }: SandboxOptions): readonly string[] {
    if (all && names.length > 0) {
        throw new WrongUse(`name environments or say --all, not both: ${names.join(" ")} --all`);
    }
    return operation === "destroy" && names.length === 0 && !all ? [] : chooseEnvironments(names);
}

function flags({ json, policyPack, today, faults }: SandboxOptions): readonly string[] {
    return [
        ...(json ? ["--json"] : []),
        ...(policyPack === false ? ["--no-policy-pack"] : []),
        ...(today === undefined ? [] : [`--today=${today}`]),
        ...(faults === undefined ? [] : [`--faults=${faults}`]),
    ];
}

const sandboxIn = (root: string): string => join(root, "sandbox/bin/sandbox.js");

/** What can be asked to go wrong, in the words of the sandbox. */
function faultsHelp(root: string): string {
    const { stdout } = spawnSync(process.execPath, [sandboxIn(root), "faults"], { encoding: "utf8" });
    return `\nWhat --faults understands, such as --faults '409 type=sql:FailoverGroup':\n${stdout}`;
}

function startSandbox(root: string, args: readonly string[]): Promise<number> {
    const child = spawn(process.execPath, [sandboxIn(root), ...args], { stdio: "inherit" });
    // An interrupt of the terminal reaches the sandbox as well, a termination does not; it ends when the engine has written its state.
    const wait = () => {};
    const terminate = () => void child.kill("SIGTERM");
    process.on("SIGINT", wait);
    process.on("SIGTERM", terminate);
    return new Promise<number>((resolve, reject) => {
        child.on("error", reject);
        child.on("exit", (code) => resolve(code ?? 1));
    }).finally(() => {
        process.off("SIGINT", wait);
        process.off("SIGTERM", terminate);
    });
}
