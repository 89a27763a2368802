import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type ProgramInfo, type RunRequest, RunResponse } from "@pulumi/pulumi/proto/language_pb";

/** The SDK's exit code of a program that has told its user what is wrong: `cmd/run/error.js`. */
const BAIL = 32;

const running = new Set<ChildProcess>();

/** Runs a program to its end with the SDK that the program itself uses. */
export function runProgram(request: RunRequest, engine: string | undefined): Promise<RunResponse> {
    const info = request.getInfo();
    if (info === undefined) {
        return Promise.reject(new Error("the engine did not say where the program is"));
    }
    const options = optionsOf(info);
    const runner = runnerOf(info.getProgramDirectory(), "run");
    const nodeArguments = (options.nodeargs ?? "").split(/\s+/).filter(Boolean);
    const child = spawn(process.execPath, [...nodeArguments, runner, ...programArguments(request, info, engine)], {
        cwd: request.getPwd(),
        env: { ...process.env, ...programEnvironment(request, options) },
        stdio: ["ignore", "inherit", "inherit"],
    });
    running.add(child);
    return new Promise((resolve, reject) => {
        child.on("error", reject);
        child.on("exit", (code, signal) => {
            running.delete(child);
            resolve(responseTo(code, signal));
        });
    });
}

/** Stops every program that is under way. */
export function stopPrograms(): void {
    running.forEach((child) => void child.kill());
}

/** The path of one of the SDK's runners, from the SDK that a program uses. */
export const runnerOf = (folder: string, runner: "run" | "run-plugin" | "run-policy-pack"): string =>
    createRequire(join(folder, "package.json")).resolve(`@pulumi/pulumi/cmd/${runner}`);

/** `runtime.options` of Pulumi.yaml. */
interface ProgramOptions {
    readonly typescript?: boolean;
    readonly tsconfig?: string;
    readonly nodeargs?: string;
}

const optionsOf = (info: ProgramInfo): ProgramOptions => info.getOptions()?.toJavaScript() ?? {};

/** What `cmd/run` is told on its command line. */
export function programArguments(request: RunRequest, info: ProgramInfo, engine: string | undefined): string[] {
    const flags = {
        monitor: request.getMonitorAddress(),
        engine,
        organization: request.getOrganization(),
        project: request.getProject(),
        "root-directory": info.getRootDirectory(),
        stack: request.getStack(),
        pwd: request.getPwd(),
        "dry-run": request.getDryrun() ? "true" : "",
        parallel: String(request.getParallel()),
    };
    const named = Object.entries(flags).flatMap(([name, value]) => (value ? [`--${name}=${value}`] : []));
    return [...named, info.getEntryPoint() || ".", ...request.getArgsList()];
}

/** What `cmd/run` reads from its environment: configuration, and how TypeScript is loaded. */
export function programEnvironment(request: RunRequest, options: ProgramOptions): NodeJS.ProcessEnv {
    const config: Record<string, string> = {};
    request.getConfigMap().forEach((value, key) => {
        config[key] = value;
    });
    return {
        PULUMI_CONFIG: JSON.stringify(config),
        PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
        PULUMI_NODEJS_TYPESCRIPT: String(options.typescript !== false),
        ...(options.tsconfig ? { PULUMI_NODEJS_TSCONFIG_PATH: options.tsconfig } : {}),
    };
}

function responseTo(code: number | null, signal: NodeJS.Signals | null): RunResponse {
    const response = new RunResponse();
    if (code === BAIL) {
        response.setBail(true);
    } else if (code !== 0) {
        response.setError(
            code === null ? `the program was ended by ${signal}` : `the program exited with code ${code}`,
        );
    }
    return response;
}
