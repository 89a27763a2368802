import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyProject } from "../../../cli/drill/copy-project";
import { ROOT } from "../../street";

describe("a copy of the project", () => {
    let folder: string;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "copy-"));
        copyProject(ROOT, folder);
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it("has what the program, the pack and the commands read, as old as it is", () => {
        for (const file of [
            "Pulumi.yaml",
            "Pulumi.test.yaml",
            "stacks/index.ts",
            "cli/bin/otap.js",
            "policies/index.ts",
        ]) {
            expect(readFileSync(join(folder, file), "utf8")).toBe(readFileSync(join(ROOT, file), "utf8"));
            expect(statSync(join(folder, file)).mtimeMs).toBeCloseTo(statSync(join(ROOT, file)).mtimeMs, -1);
        }
    });

    it("shares the packages, and has no sandbox", () => {
        expect(lstatSync(join(folder, "node_modules")).isSymbolicLink()).toBe(true);
        expect(existsSync(join(folder, ".otap"))).toBe(false);
    });

    it("is made anew, but for its sandbox", () => {
        mkdirSync(join(folder, ".otap"));
        writeFileSync(join(folder, "stacks/index.ts"), "changed");
        writeFileSync(join(folder, "stacks/stray.ts"), "stray");
        copyProject(ROOT, folder);
        expect(readFileSync(join(folder, "stacks/index.ts"), "utf8")).not.toBe("changed");
        expect([existsSync(join(folder, "stacks/stray.ts")), existsSync(join(folder, ".otap"))]).toEqual([false, true]);
    });
});
