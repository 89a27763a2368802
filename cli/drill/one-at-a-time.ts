import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { WrongUse } from "../wrong-use";

/**
 * Does work while no other process does: a drill begins by removing what another one left, and would remove what it is at.
 *
 * @param lock holds the id of the process that works; one that a killed process left counts no more
 * @throws WrongUse while another process works.
 */
export async function oneAtATime<T>(lock: string, work: () => Promise<T>): Promise<T> {
    mkdirSync(dirname(lock), { recursive: true });
    if (!taken(lock)) {
        const holder = holderOf(lock);
        if (isAlive(holder)) {
            throw new WrongUse(
                `another drill is at work in this project (process ${holder}); wait until it is done. If that process is something else, remove ${lock}`,
            );
        }
        writeFileSync(lock, `${process.pid}`);
    }
    try {
        return await work();
    } finally {
        rmSync(lock, { force: true });
    }
}

/**
 * @param notes files of a sandbox, each with `<host> <process id>` of what works in it; missing where nothing does
 * @throws WrongUse while one of them is alive: a drill that is killed leaves its sandbox and its engine behind, and they finish what they are at.
 */
export function requireEnded(notes: readonly string[]): void {
    for (const note of notes) {
        const left = holderOf(note);
        if (isAlive(left)) {
            throw new WrongUse(
                `what an earlier drill was doing when it was ended is still finishing (process ${left}); try again when it has ended. If that process is something else, remove ${note}`,
            );
        }
    }
}

function taken(lock: string): boolean {
    try {
        writeFileSync(lock, `${process.pid}`, { flag: "wx" });
        return true;
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "EEXIST") {
            return false;
        }
        throw error;
    }
}

/** The process in the last word of a file; zero where there is none, or it has just let go. */
function holderOf(file: string): number {
    try {
        return Number(readFileSync(file, "utf8").split(" ").at(-1));
    } catch {
        return 0;
    }
}

function isAlive(processId: number): boolean {
    if (!Number.isSafeInteger(processId) || processId <= 0) {
        return false;
    }
    try {
        process.kill(processId, 0);
        return true;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === "EPERM";
    }
}
