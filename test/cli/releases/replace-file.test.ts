import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { replaceFile } from "../../../cli/releases/replace-file";

describe("replacing a file", () => {
    let folder: string;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "otap-file-"));
        writeFileSync(join(folder, "a.yaml"), "before");
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    it("does not write over what somebody else wrote meanwhile", () => {
        expect(() => replaceFile(join(folder, "a.yaml"), "earlier", "after")).toThrow(
            "was changed by somebody else meanwhile; do it again; nothing was written",
        );
        expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("before");
        expect(readdirSync(folder)).toEqual(["a.yaml"]);
    });

    it("says where it cannot write, and leaves the file", () => {
        mkdirSync(join(folder, `a.yaml.part-${process.pid}`));
        expect(() => replaceFile(join(folder, "a.yaml"), "before", "after")).toThrow(
            /^cannot write '.*a\.yaml': EISDIR.*; nothing was written$/,
        );
        expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("before");
    });
});
