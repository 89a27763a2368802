import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isRecentEnough, pinnedVersion } from "../../../sandbox/engine/pinned-version";

const ROOT = join(__dirname, "../../..");

describe("the pinned version", () => {
    it("is one for both modules of the engine", () => {
        const text = readFileSync(join(ROOT, "sandbox/engine/go.mod"), "utf8");
        const versions = [...text.matchAll(/pulumi\/pulumi\/(?:pkg|sdk)\/v3 v(\S+)/g)].map(([, version]) => version);
        expect(versions).toEqual([pinnedVersion(ROOT), pinnedVersion(ROOT)]);
    });

    it.each([
        ["3.259.0", true],
        ["3.259.1", true],
        ["3.300.0-alpha.1", true],
        ["3.258.9", false],
        ["4.0.0", false],
    ])("can be replaced by %s: %s", (version, expected) => {
        expect(isRecentEnough(version, "3.259.0")).toBe(expected);
    });
});
