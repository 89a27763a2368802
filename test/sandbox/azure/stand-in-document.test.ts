import { readFileSync } from "node:fs";
import { join } from "node:path";
import { standInDocument } from "../../../sandbox/azure/stand-in-document";
import { ROOT } from "../../street";

describe("docs/stand-in.md", () => {
    it("lists what the stand-in refuses today; else run: npx ts-node -T sandbox/azure/write-document.ts", () => {
        expect(readFileSync(join(ROOT, "docs/stand-in.md"), "utf8")).toBe(standInDocument());
    });
});
