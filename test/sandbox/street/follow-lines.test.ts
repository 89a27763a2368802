import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { followLines } from "../../../sandbox/street/follow-lines";

describe("following a file", () => {
    let folder: string;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "follow-"));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it("gives each line once, while the file grows", async () => {
        const path = join(folder, "log");
        const lines: string[] = [];
        const finish = followLines(path, (line) => void lines.push(line));
        writeFileSync(path, "one\ntw");
        await new Promise((resolve) => setTimeout(resolve, 400));
        expect(lines).toEqual(["one"]);
        appendFileSync(path, "o\nthree");
        finish();
        expect(lines).toEqual(["one", "two", "three"]);
    });

    it("gives nothing of a file that never comes", () => {
        const lines: string[] = [];
        followLines(join(folder, "none"), (line) => void lines.push(line))();
        expect(lines).toEqual([]);
    });
});
