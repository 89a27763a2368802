import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { WrongUse } from "../wrong-use";

/**
 * Writes files into a folder that afterwards holds nothing else. Only a folder that is empty, new or full of earlier templates is
 * replaced: nothing of the user's is ever removed.
 *
 * @throws WrongUse when the folder holds anything else, or cannot be written.
 */
export function replaceFolder(folder: string, files: ReadonlyMap<string, string>): void {
    try {
        const earlier = earlierTemplates(folder);
        mkdirSync(folder, { recursive: true });
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
    } catch (error) {
        throw error instanceof WrongUse
            ? error
            : new WrongUse(`cannot write to '${folder}': ${(error as Error).message}`);
    }
}

function earlierTemplates(folder: string): readonly string[] {
    const names = existsSync(folder) ? readdirSync(folder) : [];
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
        const { $schema } = JSON.parse(readFileSync(path, "utf8")) as { $schema?: unknown };
        return typeof $schema === "string" && /eploymentTemplate\.json/.test($schema);
    } catch {
        return false;
    }
}
