import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";

const HEARTBEAT_MS = 2_000;
/** A holder that was silent for so long is gone: killed, or its machine switched off. */
const SILENT_MS = 30_000;

/**
 * Does work while no other process does work under the same lock file. The file holds `<host> <process id>` and is touched while the
 * work goes on, so that a lock left behind by a process that was killed is recognised.
 *
 * @param taken called each second while another process holds the lock: returns to wait, throws to give up
 */
export async function exclusively<T>(lock: string, taken: () => void, work: () => Promise<T>): Promise<T> {
    mkdirSync(dirname(lock), { recursive: true });
    while (!take(lock)) {
        if (isLeftBehind(lock)) {
            rmSync(lock, { force: true });
        } else {
            taken();
            await new Promise((resolve) => setTimeout(resolve, 1_000));
        }
    }
    const heartbeat = setInterval(() => touch(lock), HEARTBEAT_MS);
    heartbeat.unref();
    try {
        return await work();
    } finally {
        clearInterval(heartbeat);
        rmSync(lock, { force: true });
    }
}

function take(lock: string): boolean {
    try {
        writeFileSync(lock, `${hostname()} ${process.pid}`, { flag: "wx" });
        return true;
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "EEXIST") {
            return false;
        }
        throw error;
    }
}

function isLeftBehind(lock: string): boolean {
    try {
        const [host, id] = readFileSync(lock, "utf8").split(" ");
        const silent = Date.now() - statSync(lock).mtimeMs > SILENT_MS;
        return silent || (host === hostname() && id !== undefined && !isAlive(Number(id)));
    } catch {
        return false; // its holder has just let go
    }
}

/** Whether this machine has a process of that id. */
export function isAlive(processId: number): boolean {
    try {
        process.kill(processId, 0);
        return true;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === "EPERM";
    }
}

function touch(lock: string): void {
    try {
        utimesSync(lock, new Date(), new Date());
    } catch {
        // A lock that somebody removed is no reason to stop the work that it guarded.
    }
}
