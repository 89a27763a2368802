import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isObject } from "../../arm/json";
import type { Cloud } from "../azure/cloud";
import { Mistake } from "../mistake";
import type { DatabaseState } from "./database-state";
import { InsideStates, type StateStore } from "./inside-states";

/** What lies in the databases of a cloud that is kept in a folder. Whoever changes such a cloud has to have it, or loses what was inside. */
export const keptStates = (cloud: Cloud, folder: string): InsideStates =>
    new InsideStates(cloud, new StateFolder(join(folder, "sql")));

/** One file for each database, replaced at once. */
class StateFolder implements StateStore {
    constructor(private readonly folder: string) {}

    /** @throws Mistake where a file is damaged */
    read(): readonly (readonly [string, DatabaseState])[] {
        mkdirSync(this.folder, { recursive: true });
        return readdirSync(this.folder)
            .filter((name) => name.endsWith(".json"))
            .map((name) => readState(join(this.folder, name)));
    }

    write(id: string, state: DatabaseState): void {
        const file = this.fileOf(id);
        writeFileSync(`${file}.new`, JSON.stringify({ id, state }));
        renameSync(`${file}.new`, file);
    }

    remove(id: string): void {
        rmSync(this.fileOf(id), { force: true });
    }

    /** An id has slashes, and can be longer than a file's name. */
    private fileOf(id: string): string {
        const digest = createHash("sha256").update(id.toLowerCase()).digest("hex").slice(0, 32);
        return join(this.folder, `${digest}.json`);
    }
}

function readState(file: string): readonly [string, DatabaseState] {
    try {
        const value: unknown = JSON.parse(readFileSync(file, "utf8"));
        if (isObject(value) && typeof value.id === "string" && isObject(value.state)) {
            return [value.id, value.state as unknown as DatabaseState];
        }
    } catch {
        // Said below, with its place.
    }
    throw new Mistake(
        `${file} is damaged; nothing was changed. Put back a copy of that file if you have one, or remove it: its database is then empty, which a refresh finds`,
    );
}
