import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const MODULE = resolve(__dirname, "../../../cli/bin/short-run.js");

/** What a process says that tunes itself and goes on. */
function said(root: string) {
    const script = `require(${JSON.stringify(MODULE)}).tuneForShortRun(${JSON.stringify(root)}); console.log("went on")`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8" });
    return { status, stdout, stderr };
}

describe("a short run", () => {
    let root: string;

    beforeEach(() => {
        root = mkdtempSync(join(tmpdir(), "otap-run-"));
    });
    afterEach(() => rmSync(root, { recursive: true }));

    it("is tuned without a word, whatever this version of Node knows", () => {
        expect(said(root)).toEqual({ status: 0, stdout: "went on\n", stderr: "" });
    });

    it("goes on where nothing can be kept beside the packages", () => {
        writeFileSync(join(root, "node_modules"), "");
        expect(said(root)).toEqual({ status: 0, stdout: "went on\n", stderr: "" });
    });
});
