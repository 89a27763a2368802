import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { RunResult } from "./failover-drill";

/** Runs `otap sandbox … --json` of a copy of the project, as an operator would. */
export async function runOtap(folder: string, args: readonly string[], today: string): Promise<RunResult> {
    const otap = [join(folder, "cli/bin/otap.js"), "sandbox", ...args, "--json"];
    const child = spawn(process.execPath, otap, {
        stdio: ["ignore", "pipe", "pipe"],
        env: { ...process.env, OTAP_TODAY: today },
    });
    const ended = new Promise<number>((resolve, reject) => {
        child.on("error", reject);
        child.on("close", (code) => resolve(code ?? 1));
    });
    const [out, err, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { exitCode, out, err };
}
