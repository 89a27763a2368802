import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { ROOT } from "../street";

/** How a program answers when the words that it is called with, joined by spaces, match. */
export interface Answer {
    /** For example `az sql db list .*--server sql-1 `. */
    readonly to: RegExp;
    readonly stdout?: string;
    readonly stderr?: string;
    /** Exit code; 0 when left out. */
    readonly status?: number;
    /** What it writes into the file that stands after an option. */
    readonly writes?: { readonly option: string; readonly text: string };
}

export interface Run {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
    /** The calls of the programs that were played, in order. */
    readonly calls: readonly string[];
    /** What the script told the jobs that follow. */
    readonly outputs: string;
    /** What it wrote on the page of the run. */
    readonly page: string;
}

const PLAYED = ["az", "gh", "npx", "pulumi", "sqlcmd"];

/** A call that nobody expected ends with 64, so that no script can take its silence for an answer. */
const PLAYER = `#!${process.execPath}
const { appendFileSync, readFileSync, writeFileSync } = require("node:fs");
const { basename } = require("node:path");
const words = process.argv.slice(2);
const call = [basename(process.argv[1]), ...words].join(" ");
appendFileSync(process.env.PLAYED_CALLS, JSON.stringify(call) + "\\n");
const answer = JSON.parse(readFileSync(process.env.PLAYED_ANSWERS, "utf8")).find(({ to }) => new RegExp(to).test(call));
if (answer === undefined) {
    process.stderr.write("unexpected: " + call + "\\n");
    process.exit(64);
}
if (answer.writes) writeFileSync(words[words.indexOf(answer.writes.option) + 1], answer.writes.text);
process.stdout.write(answer.stdout ?? "");
process.stderr.write(answer.stderr ?? "");
process.exitCode = answer.status ?? 0;
`;

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), "pipelines-"));

/** Runs a script of `pipelines/` as GitHub does, with what it calls played; the script and Node are real. */
export function runScript(
    script: string,
    words: readonly string[],
    answers: readonly Answer[],
    variables: Readonly<Record<string, string>> = {},
    project: string = ROOT,
): Run {
    const folder = temporaryFolder();
    const programs = join(folder, "programs");
    mkdirSync(programs);
    for (const name of PLAYED) {
        writeFileSync(join(programs, name), PLAYER);
        chmodSync(join(programs, name), 0o755);
    }
    const file = (name: string) => join(folder, name);
    const read = (name: string) => (existsSync(file(name)) ? readFileSync(file(name), "utf8") : "");
    writeFileSync(file("answers"), JSON.stringify(answers.map(({ to, ...rest }) => ({ ...rest, to: to.source }))));
    const { status, stdout, stderr } = spawnSync("bash", [join(project, "pipelines", script), ...words], {
        cwd: project,
        encoding: "utf8",
        env: {
            PATH: [programs, dirname(process.execPath), "/usr/local/bin", "/usr/bin", "/bin"].join(delimiter),
            TMPDIR: folder,
            PLAYED_CALLS: file("calls"),
            PLAYED_ANSWERS: file("answers"),
            GITHUB_ACTIONS: "true",
            GITHUB_OUTPUT: file("outputs"),
            GITHUB_STEP_SUMMARY: file("page"),
            ...variables,
        },
    });
    const calls = read("calls")
        .split("\n")
        .filter((line) => line !== "")
        .map((line): string => JSON.parse(line));
    return { status, stdout, stderr, calls, outputs: read("outputs"), page: read("page") };
}
