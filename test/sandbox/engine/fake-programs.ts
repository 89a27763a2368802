import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Search } from "../../../sandbox/engine/engine";

/** A folder of programs that tests put on a PATH of their own. */
export function fakePrograms() {
    const folder = mkdtempSync(join(tmpdir(), "fake-programs-"));
    return {
        folder,
        /** Writes a shell script and gives its path. */
        script(name: string, body: string): string {
            const path = join(folder, name);
            mkdirSync(dirname(path), { recursive: true });
            writeFileSync(path, `#!/bin/sh\n${body}\n`);
            chmodSync(path, 0o755);
            return path;
        },
        remove: () => rmSync(folder, { recursive: true, force: true }),
    };
}

/** A search that sees nothing of this machine but a shell's own programs. */
export const searchIn = (environment: NodeJS.ProcessEnv, more: Partial<Search> = {}): Search => ({
    root: join(__dirname, "../../.."),
    environment,
    progress: () => {},
    pinned: "3.259.0",
    ...more,
});
