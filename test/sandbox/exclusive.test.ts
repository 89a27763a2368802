import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { exclusively } from "../../sandbox/exclusive";

describe("a lock", () => {
    let lock: string;
    let folder: string;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "lock-"));
        lock = join(folder, "lock");
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    const refuse = () => {
        throw new Error("taken");
    };

    it("keeps a second one out while the first is at work", async () => {
        let finish = () => {};
        const work = new Promise<void>((resolve) => {
            finish = resolve;
        });
        const first = exclusively(lock, refuse, () => work);
        await expect(exclusively(lock, refuse, async () => {})).rejects.toThrow("taken");
        finish();
        await first;
        expect(existsSync(lock)).toBe(false);
    });

    it("is let go when the work fails", async () => {
        await expect(exclusively(lock, refuse, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
        expect(existsSync(lock)).toBe(false);
    });

    it("is taken over from a process that is gone", async () => {
        writeFileSync(lock, `${hostname()} 999999999`);
        expect(await exclusively(lock, refuse, async () => "done")).toBe("done");
    });

    it("is taken over from another machine that has been silent", async () => {
        writeFileSync(lock, "elsewhere 1");
        const longAgo = new Date(Date.now() - 60_000);
        utimesSync(lock, longAgo, longAgo);
        expect(await exclusively(lock, refuse, async () => "done")).toBe("done");
    });

    it("is respected of another machine that is at work", async () => {
        writeFileSync(lock, "elsewhere 1");
        await expect(exclusively(lock, refuse, async () => {})).rejects.toThrow("taken");
    });
});
