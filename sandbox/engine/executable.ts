import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Whether a path names a program that this user may start; an empty file is one whose download was cut off. */
export function isExecutable(path: string): boolean {
    try {
        accessSync(path, constants.X_OK);
        const stat = statSync(path);
        return stat.isFile() && stat.size > 0;
    } catch {
        return false;
    }
}

/** The first program of a name in a list of folders as in PATH, if there is one. */
export function findExecutable(name: string, folders: string | undefined): string | undefined {
    const file = process.platform === "win32" ? `${name}.exe` : name;
    return (folders ?? "")
        .split(delimiter)
        .filter((folder) => folder !== "")
        .map((folder) => join(folder, file))
        .find(isExecutable);
}
