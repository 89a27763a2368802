import { spawn } from "node:child_process";
import type { ServerWritableStream } from "@grpc/grpc-js";
import { type RunPluginRequest, RunPluginResponse } from "@pulumi/pulumi/proto/language_pb";
import { runnerOf } from "./run-program";

/** Runs a policy pack (in Pulumi's words an analyzer) or a provider that is written in TypeScript, until the engine lets go of it. */
export function runPlugin(call: ServerWritableStream<RunPluginRequest, RunPluginResponse>): void {
    const { request } = call;
    const folder = request.getInfo()?.getProgramDirectory() ?? request.getProgram();
    const isPolicyPack = request.getKind() === "analyzer";
    // The two runners take the folder in different places: see their `index.js`.
    const args = isPolicyPack ? [...request.getArgsList(), folder] : [folder, ...request.getArgsList()];
    const child = spawn(
        process.execPath,
        [runnerOf(folder, isPolicyPack ? "run-policy-pack" : "run-plugin"), ...args],
        {
            cwd: request.getPwd() || folder,
            env: { ...process.env, ...variablesOf(request.getEnvList()) },
            stdio: ["ignore", "pipe", "pipe"],
        },
    );
    const send = (fill: (response: RunPluginResponse) => void): void => {
        const response = new RunPluginResponse();
        fill(response);
        call.write(response);
    };
    child.stdout.on("data", (data: Buffer) => send((response) => response.setStdout(data)));
    child.stderr.on("data", (data: Buffer) => send((response) => response.setStderr(data)));
    child.on("error", (error) => call.destroy(error));
    child.on("close", (code) => {
        send((response) => response.setExitcode(code ?? 1));
        call.end();
    });
    call.on("cancelled", () => void child.kill());
}

/** `NAME=value`, where a value may hold more of those signs. */
export const variablesOf = (list: readonly string[]): Record<string, string> =>
    Object.fromEntries(
        list.map((entry) => [entry.slice(0, entry.indexOf("=")), entry.slice(entry.indexOf("=") + 1)] as const),
    );
