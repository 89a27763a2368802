import {
    accessSync,
    constants,
    existsSync,
    lstatSync,
    mkdirSync,
    readdirSync,
    readFileSync,
    renameSync,
    rmSync,
    writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { WrongUse } from "../wrong-use";

/**
 * Makes a folder ready for files that are to replace what it holds, before the work that leads to them.
 *
 * @throws WrongUse when the folder holds anything but earlier templates, or cannot be written.
 */
export function prepareFolder(folder: string): void {
    attempt(folder, () => {
        makeFolder(resolve(folder));
        accessSync(folder, constants.W_OK | constants.X_OK);
        earlierTemplates(folder);
    });
}

/**
 * Writes files into a folder that afterwards holds nothing else. Only a folder that is empty, new or full of earlier templates is
 * replaced: nothing of the user's is ever removed.
 *
 * @throws WrongUse when the folder holds anything else, or cannot be written.
 */
export function replaceFolder(folder: string, files: ReadonlyMap<string, string>): void {
    prepareFolder(folder);
    attempt(folder, () => {
        const earlier = earlierTemplates(folder);
        // All are written before the first old one goes: a full disk must not take both.
        for (const [name, text] of files) {
            writeFileSync(join(folder, `${name}.part`), text);
        }
        for (const name of earlier) {
            rmSync(join(folder, name));
        }
        for (const name of files.keys()) {
            renameSync(join(folder, `${name}.part`), join(folder, name));
        }
    });
}

function attempt(folder: string, work: () => void): void {
    try {
        work();
    } catch (error) {
        throw error instanceof WrongUse
            ? error
            : new WrongUse(`cannot write to '${folder}': ${(error as Error).message}`);
    }
}

/** One folder after another: Node's own `recursive` tries for ever where the system says that a parent is missing, as in /proc. */
function makeFolder(folder: string): void {
    if (!existsSync(folder)) {
        makeFolder(dirname(folder));
        mkdirSync(folder);
    }
}

function earlierTemplates(folder: string): readonly string[] {
    const names = readdirSync(folder);
    const foreign = names.find((name) => !isTemplate(join(folder, name)) && !name.endsWith(".json.part"));
    if (foreign !== undefined) {
        throw new WrongUse(
            `'${folder}' holds '${foreign}', which is no ARM template; choose an empty folder with --out`,
        );
    }
    return names;
}

function isTemplate(path: string): boolean {
    try {
        // A pipe or device could keep its reader waiting for ever.
        if (!lstatSync(path).isFile()) {
            return false;
        }
        const { $schema } = JSON.parse(readFileSync(path, "utf8")) as { $schema?: unknown };
        return typeof $schema === "string" && /eploymentTemplate\.json/.test($schema);
    } catch {
        return false;
    }
}
