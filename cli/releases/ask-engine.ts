import { spawn } from "node:child_process";
import type { Environment } from "../../stacks/settings/environments";
import { parseJson } from "../check/parse-json";
import { brief } from "../show/harmless";
import { WrongUse } from "../wrong-use";
import { readReleases } from "./read-releases";
import type { Answer } from "./records-of";

/** A backend that does not answer within a minute is not there. */
const LONGEST_MS = 60_000;

const NOT_THERE =
    "there is no `pulumi` on the PATH; install it, or give what `pulumi stack export` printed elsewhere with --from";

/** The records of an environment, asked of the user's own engine: it knows the backend and the login. */
export async function askEngine(root: string, environment: Environment): Promise<Answer> {
    const { code, out, err } = await exported(root, environment);
    if (code !== 0) {
        // As the backends in files, object stores and Pulumi Cloud say it of a stack that nobody made.
        return /no stack named|unknown stack|stack .*not found/i.test(err)
            ? { history: [], doubts: [] }
            : { unknown: code === "ENOENT" ? NOT_THERE : `\`pulumi stack export\` says: ${sentenceIn(err)}` };
    }
    const label = `what \`pulumi stack export --stack ${environment}\` prints`;
    const read = readReleases(parseJson(out, label), label);
    if ((read.environment ?? environment) !== environment) {
        throw new WrongUse(`${label} is of ${read.environment}; check which backend and project are selected`);
    }
    return read;
}

interface Exported {
    readonly code: number | string;
    readonly out: string;
    readonly err: string;
}

function exported(root: string, environment: string): Promise<Exported> {
    const child = spawn("pulumi", ["stack", "export", "--stack", environment, "--non-interactive"], {
        cwd: root,
        stdio: ["ignore", "pipe", "pipe"],
        env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (piece: Buffer) => void out.push(piece));
    child.stderr.on("data", (piece: Buffer) => void err.push(piece));
    // Node's own limit would keep the process alive until its end where there is no such program.
    const limit = setTimeout(() => void child.kill(), LONGEST_MS);
    return new Promise<Exported>((resolve) => {
        const end = (code: number | string) =>
            resolve({ code, out: Buffer.concat(out).toString("utf8"), err: Buffer.concat(err).toString("utf8") });
        child.on("error", (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
        child.on("close", (code, signal) => end(code ?? signal ?? 1));
    }).finally(() => clearTimeout(limit));
}

/** The first line that says what is wrong. */
function sentenceIn(err: string): string {
    const lines = err
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");
    const line = lines.find((each) => /^error:/i.test(each)) ?? lines[0] ?? "nothing; it did not end within a minute";
    return brief(line.replace(/^error: */i, ""));
}
