import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareFolder, replaceFolder } from "../../../cli/commands/replace-folder";

const TEMPLATE = '{ "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#" }';

describe("replaceFolder", () => {
    let parent: string;
    let folder: string;
    beforeEach(() => {
        parent = mkdtempSync(join(tmpdir(), "otap-"));
        folder = join(parent, "export");
    });
    afterEach(() => rmSync(parent, { recursive: true }));

    it("makes the folder and leaves nothing else in it, also the second time", () => {
        replaceFolder(folder, new Map([["old.json", TEMPLATE]]));
        replaceFolder(folder, new Map([["new.json", TEMPLATE]]));
        expect(readdirSync(folder)).toEqual(["new.json"]);
    });

    it("removes nothing that is not an ARM template, and says what it found", () => {
        mkdirSync(folder);
        writeFileSync(join(folder, "letter.txt"), "dear all");
        writeFileSync(join(folder, "old.json"), TEMPLATE);
        expect(() => replaceFolder(folder, new Map([["new.json", TEMPLATE]]))).toThrow(
            `'${folder}' holds 'letter.txt', which is no ARM template; choose an empty folder with --out`,
        );
        expect(readdirSync(folder).sort()).toEqual(["letter.txt", "old.json"]);
    });

    it("says where it cannot write", () => {
        writeFileSync(join(parent, "file"), "");
        expect(() => replaceFolder(join(parent, "file", "export"), new Map([["new.json", TEMPLATE]]))).toThrow(
            /^cannot write to '/,
        );
        expect(readFileSync(join(parent, "file"), "utf8")).toBe("");
    });

    it("makes folders in folders", () => {
        prepareFolder(join(folder, "of", "productie"));
        expect(readdirSync(join(folder, "of", "productie"))).toEqual([]);
    });

    const onLinux = process.platform === "linux" ? it : it.skip;

    onLinux("ends where the system can make no folder: Node's own way would try for ever", () => {
        expect(() => prepareFolder("/proc/otap/export")).toThrow(/^cannot write to '\/proc\/otap\/export': ENOENT/);
    });

    onLinux("does not wait for a pipe to be written", () => {
        mkdirSync(folder);
        execFileSync("mkfifo", [join(folder, "pipe.json")]);
        expect(() => prepareFolder(folder)).toThrow("holds 'pipe.json', which is no ARM template");
    });
});
