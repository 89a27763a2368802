import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
        for (const name of earlierTemplates(folder)) {
            rmSync(join(folder, name));
        }
        mkdirSync(folder, { recursive: true });
        for (const [name, text] of files) {
            writeFileSync(join(folder, name), text);
        }
    } catch (error) {
        throw error instanceof WrongUse
            ? error
            : new WrongUse(`cannot write to '${folder}': ${(error as Error).message}`);
    }
}

function earlierTemplates(folder: string): readonly string[] {
    const names = existsSync(folder) ? readdirSync(folder) : [];
    const foreign = names.find((name) => !isTemplate(join(folder, name)));
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
