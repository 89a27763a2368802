import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/** What the program, its policy pack and the commands are made of. */
const PARTS = ["arm", "cli", "infra", "policies", "sandbox", "stacks", "package.json", "tsconfig.json"];
/** What is too large to copy and never changed. */
const LINKED = ["node_modules", ".engine"];

/**
 * This project once more, in which settings and data may be changed: its program and its commands find them beside themselves.
 *
 * @param folder made where it is not there; else what was copied before is replaced, and its sandbox stays
 */
export function copyProject(root: string, folder: string): void {
    mkdirSync(folder, { recursive: true });
    for (const part of [...PARTS, ...readdirSync(root).filter((name) => /^Pulumi(\..*)?\.yaml$/.test(name))]) {
        rmSync(join(folder, part), { recursive: true, force: true });
        // With their times: what was bundled from the sources is as fresh as it was.
        cpSync(join(root, part), join(folder, part), { recursive: true, preserveTimestamps: true });
    }
    for (const name of LINKED.filter((each) => existsSync(join(root, each)) && !existsSync(join(folder, each)))) {
        symlinkSync(join(root, name), join(folder, name), "junction");
    }
}
