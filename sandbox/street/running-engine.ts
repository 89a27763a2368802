import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { isAlive } from "../exclusive";
import { Mistake } from "../mistake";
import type { Street } from "./street";

/** Holds `<host> <process id>` while an engine runs: it outlives a sandbox that is killed. */
const noteOf = ({ folder }: Street): string => join(folder, "engine");

export function noteEngine(street: Street, processId: number | undefined): void {
    writeFileSync(noteOf(street), `${hostname()} ${processId}`);
}

export const forgetEngine = (street: Street): void => rmSync(noteOf(street), { force: true });

/** @throws Mistake while the engine of a run that was killed goes on. */
export function requireNoEngine(street: Street): void {
    const [host, id] = noted(street);
    if (host === hostname() && isAlive(Number(id))) {
        throw new Mistake(
            `an earlier run was killed, and its engine (process ${id}) is still finishing; try again when it has ended. If that process is something else, remove ${noteOf(street)}`,
        );
    }
}

function noted(street: Street): readonly string[] {
    try {
        return readFileSync(noteOf(street), "utf8").split(" ");
    } catch {
        return [];
    }
}
