import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ScanRefusal } from "./refusal";

/** A program written in Python. */
export interface PythonTool {
    /** What people call it. */
    readonly name: string;
    /** File that pins it and all it needs, with hashes; relative to the project's folder. */
    readonly requirements: string;
}

export const CHECKOV: PythonTool = { name: "Checkov", requirements: "scan/requirements.txt" };

/** Where tools are looked for and installed. */
export interface Machine {
    /** The project's folder. */
    readonly root: string;
    /** The user's own. */
    readonly home: string;
    /** Variables that Python and pip see; `PATH` tells where they are. */
    readonly environment: NodeJS.ProcessEnv;
    progress(line: string): void;
}

/** The oldest Python for which requirements were resolved. */
const OLDEST = { major: 3, minor: 11 };

/** Written when everything is installed: a folder without it is the rest of an attempt. */
const INSTALLED = "installed";

/**
 * The Python of a virtual environment that holds a tool, exactly as its requirements pin it. It is made once for each content of that
 * file and each Python, in the user's cache, so that another clone finds it.
 *
 * @throws ScanRefusal where there is no Python that can, or its packages cannot be fetched.
 */
export function toolPython(tool: PythonTool, machine: Machine): string {
    const requirements = join(machine.root, tool.requirements);
    const python = identity(tool, machine);
    const digest = createHash("sha256").update(readFileSync(requirements)).update(python).digest("hex");
    const folder = join(cacheOf(tool, machine), digest.slice(0, 16));
    if (!existsSync(join(folder, INSTALLED))) {
        machine.progress(`Installing ${tool.name} into a virtual environment (about a minute, once) …`);
        install(tool, machine, requirements, folder);
    }
    return pythonIn(folder);
}

const pythonIn = (folder: string): string => join(folder, "bin/python");

const WANTED = `Python ${OLDEST.major}.${OLDEST.minor} or later, with its modules venv and pip`;

/** Tells one Python from another: version, build and place. */
function identity({ name }: PythonTool, { environment }: Machine): string {
    const ask = "import sys; print(*sys.version_info[:2], sys.executable, sys.version)";
    const { status, stdout } = spawnSync("python3", ["-c", ask], { encoding: "utf8", env: environment });
    if (status !== 0) {
        throw new ScanRefusal(`${name} needs Python, and 'python3' does not run; install ${WANTED}`);
    }
    const [major = 0, minor = 0] = stdout.split(" ").map(Number);
    if (major !== OLDEST.major || minor < OLDEST.minor) {
        throw new ScanRefusal(`'python3' is Python ${major}.${minor}; install ${WANTED}`);
    }
    return stdout;
}

/** In the user's cache; in the checkout for a user whose home cannot be written. */
function cacheOf({ name }: PythonTool, { root, home }: Machine): string {
    const folder = name.toLowerCase();
    const cache = join(home, ".cache/figlo-otap", folder);
    try {
        mkdirSync(cache, { recursive: true });
        return cache;
    } catch {
        return join(root, `.${folder}`);
    }
}

/** Made beside and moved as a whole: whoever looks sees no environment or a complete one. Python finds its packages where it stands. */
function install({ name }: PythonTool, { environment }: Machine, requirements: string, folder: string): void {
    const part = `${folder}.part-${process.pid}`;
    const step = (command: string, args: readonly string[], failure: string) => {
        const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", env: environment });
        if (status !== 0) {
            const end = `${stdout}${stderr}`.trim().split("\n").slice(-5);
            throw new ScanRefusal([failure, ...end].join("\n  "));
        }
    };
    try {
        step("python3", ["-m", "venv", part], `no virtual environment can be made; install ${WANTED}`);
        const pip = ["-m", "pip", "install", "--quiet", "--require-hashes", "--requirement", requirements];
        step(pythonIn(part), pip, `pip cannot install ${name}; is the index of Python packages within reach?`);
        writeFileSync(join(part, INSTALLED), "");
        rmSync(folder, { recursive: true, force: true });
        renameSync(part, folder);
    } finally {
        rmSync(part, { recursive: true, force: true });
    }
}
