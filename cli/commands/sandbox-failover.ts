import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { type Command, Option } from "commander";
import { settingsFileOf } from "../../stacks/settings/environments";
import { loadEnvironment } from "../../stacks/settings/load-environment";
import { parseJson } from "../check/parse-json";
import { ACTIVE_REGION, REGION_ROLES, type RegionRole } from "../failover/active-region";
import { followedText, readState } from "../failover/exported-state";
import { followFailover, roleOfGroups } from "../failover/follow-state";
import { EXIT, type Io } from "../io";
import { stableJson } from "../plan/stable-json";
import { chooseEnvironment } from "../preview/choose-environments";
import { WrongUse } from "../wrong-use";

export interface SandboxFailoverArgs {
    readonly environment: string;
    /** The region that takes over; the one that stands by when left out. */
    readonly to?: RegionRole;
    readonly json?: boolean;
}

/** @param ended called with the exit code */
export function registerSandboxFailover(sandbox: Command, io: Io, ended: (exitCode: number) => void): void {
    sandbox
        .command("failover")
        .description("a planned failover, as an operator does it in Azure, and what `otap failover` does after it")
        .argument("<environment>", "ontwikkeling, test, acceptatie or productie; it is up")
        .addOption(new Option("--to <region>", "the region that takes over; the other one").choices(REGION_ROLES))
        .option("--json", "print what happened as JSON and nothing else")
        .action(async (environment: string, options: Omit<SandboxFailoverArgs, "environment">) => {
            ended(await sandboxFailover({ environment, ...options }, io));
        });
}

/**
 * `otap sandbox failover`: in the stand-in the other server takes over; then the engine's state follows, and in the sandbox the setting does,
 * while the tracked settings stay as they are.
 */
export async function sandboxFailover(args: SandboxFailoverArgs, io: Io, ask = askSandbox): Promise<number> {
    const environment = chooseEnvironment(args.environment);
    const { settings } = loadEnvironment(io.root, environment);
    const label = `the state of ${environment}`;
    const state = readState(parseJson(await ask(io, ["export", environment]), label), environment, label);
    const to = args.to ?? (roleOfGroups(state.resources, settings.regions) === "primary" ? "secondary" : "primary");
    const region = settings.regions[to];
    const followed = followFailover(state.resources, { role: to, region });
    if ("refusal" in followed) {
        throw new WrongUse(`${label}: ${followed.refusal}; run otap sandbox up ${environment} first`);
    }
    const groups = Number(await ask(io, ["fail-over", environment, "--region", region]));
    const setting = `${ACTIVE_REGION.key}.${ACTIVE_REGION.field}`;
    await ask(io, ["import", environment, "--set", `${setting}=${to}`], followedText(state, followed));
    const entries = followed.moved.length;
    if (args.json) {
        io.out(stableJson({ environment, to, region, groups, entries }));
        return EXIT.fine;
    }
    io.out(
        groups === 0 && entries === 0
            ? `${environment}: ${to} (${region}) writes already; nothing was changed\n`
            : `${environment}: ${to} (${region}) writes now; ${entries} entries of the state follow\n` +
                  `  in this sandbox ${setting} is ${to}; ${settingsFileOf(environment)} is as it was\n`,
    );
    return EXIT.fine;
}

/** What one call of the sandbox's own program prints. */
async function askSandbox(io: Io, args: readonly string[], input = ""): Promise<string> {
    const child = spawn(process.execPath, [join(io.root, "sandbox/bin/sandbox.js"), ...args], {
        stdio: ["pipe", "pipe", "pipe"],
    });
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    const ended = new Promise<number | null>((resolve, reject) => {
        child.on("error", reject);
        child.on("close", resolve);
    });
    const [said, complaint, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    if (code !== EXIT.fine) {
        throw new WrongUse(complaint.trim() || `the sandbox ended with ${code}`);
    }
    return said;
}
