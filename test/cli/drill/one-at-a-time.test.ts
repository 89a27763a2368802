import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { oneAtATime, requireEnded } from "../../../cli/drill/one-at-a-time";

describe("one drill at a time", () => {
    let root: string;
    let lock: string;
    beforeEach(() => {
        root = mkdtempSync(join(tmpdir(), "drills-"));
        lock = join(root, ".otap/drill/failover.lock");
    });
    afterEach(() => rmSync(root, { recursive: true, force: true }));

    const held = (by: string) => {
        mkdirSync(dirname(lock), { recursive: true });
        writeFileSync(lock, by);
    };

    it("refuses another while one is at work", async () => {
        const inner = oneAtATime(lock, () => oneAtATime(lock, async () => "both"));
        await expect(inner).rejects.toThrow(
            `another drill is at work in this project (process ${process.pid}); wait until it is done. If that process is something else, remove ${lock}`,
        );
    });

    it.each([["after it came to an end"], ["after it failed"]])("lets the next one begin %s", async (how) => {
        const first = oneAtATime(lock, async () => {
            if (how === "after it failed") {
                throw new Error("no luck");
            }
        });
        await first.catch(() => {});
        expect(existsSync(lock)).toBe(false);
        expect(await oneAtATime(lock, async () => "done")).toBe("done");
    });

    it.each(["999999999", "", "-1", "nobody"])("takes no notice of what a killed one left: '%s'", async (by) => {
        held(by);
        expect(await oneAtATime(lock, async () => "done")).toBe("done");
        expect(existsSync(lock)).toBe(false);
    });

    it("waits for what a killed one left at work in its sandbox", () => {
        held(`here ${process.pid}`);
        expect(() => requireEnded([join(root, "missing"), lock])).toThrow(
            `what an earlier drill was doing when it was ended is still finishing (process ${process.pid}); try again`,
        );
    });

    it("waits for nothing that has ended", () => {
        held("here 999999999");
        expect(() => requireEnded([join(root, "missing"), lock])).not.toThrow();
    });
});
