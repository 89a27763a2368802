import { spawn } from "node:child_process";
import { elapsed } from "../progress";
import type { Search } from "./engine";
import { moduleFolder } from "./pinned-version";

const PACKAGE = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const VERSION_VARIABLE = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";

/** Besides the sources, what decides what comes out. No C, so that the same binary runs on every Linux that shares a cache. */
export const BUILD_RECIPE = ["-mod=readonly", "-buildvcs=false", "-trimpath"] as const;
const WITHOUT_C = { CGO_ENABLED: "0", GOWORK: "off" };

export interface BuildArgs {
    /** Path of the program `go`. */
    readonly go: string;
    /** Path that the engine is written to; its folder is made. */
    readonly output: string;
    readonly search: Search;
}

/** Builds the engine with progress. Undefined when it went well, else what Go had to say. */
export async function buildEngine({ go, output, search }: BuildArgs): Promise<string | undefined> {
    const start = Date.now();
    let doing = "fetching its sources";
    // Within 79 characters also at the end: a terminal shows no more of a line that is replaced.
    const show = () =>
        search.progress(
            `Building Pulumi ${search.pinned}, once, about 4 min: ${doing}, ${elapsed(Date.now() - start)}`,
        );
    show();
    const ticker = setInterval(show, 1_000);
    const started = (args: readonly string[], line: (line: string) => void) => runGo(go, args, search, line);
    try {
        const listed = await started(["list", "-mod=readonly", "-deps", PACKAGE], () => {});
        if (listed.failure !== undefined) {
            return listed.failure;
        }
        const total = listed.lines;
        let compiled = 0;
        const ldflags = `-s -w -X ${VERSION_VARIABLE}=v${search.pinned}`;
        const build = ["build", "-v", ...BUILD_RECIPE, "-ldflags", ldflags, "-o", output, PACKAGE];
        // `-v` names each package that it compiles; those that Go has in its own cache it leaves out, so that it may be done before the last.
        const { failure } = await started(build, () => {
            compiled += 1;
            doing = `package ${compiled} of ${total}`;
        });
        return failure;
    } finally {
        clearInterval(ticker);
    }
}

/** Besides those, Go names what it downloads and what it compiles. */
const isAboutFailure = (line: string): boolean => /\s/.test(line) && !line.startsWith("go: downloading ");

interface GoOutcome {
    readonly lines: number;
    readonly failure?: string;
}

function runGo(
    go: string,
    args: readonly string[],
    { environment, root }: Search,
    line: (line: string) => void,
): Promise<GoOutcome> {
    const child = spawn(go, args, {
        cwd: moduleFolder(root),
        env: { ...environment, ...WITHOUT_C },
        stdio: ["ignore", "pipe", "pipe"],
    });
    let lines = 0;
    let said: string[] = [];
    child.stdout.on("data", (data: Buffer) => {
        lines += data.toString().split("\n").length - 1;
    });
    child.stderr.on("data", (data: Buffer) => {
        const news = data.toString().split("\n").filter(Boolean);
        said = [...said, ...news.filter(isAboutFailure)].slice(-5);
        news.forEach(line);
    });
    return new Promise((resolve) => {
        child.on("error", (error) => resolve({ lines, failure: `'${go}' cannot be started: ${error.message}` }));
        child.on("exit", (code, signal) =>
            resolve(
                code === 0
                    ? { lines }
                    : { lines, failure: `go ${args[0]} failed (${code ?? signal}): ${said.join(" | ")}` },
            ),
        );
    });
}
