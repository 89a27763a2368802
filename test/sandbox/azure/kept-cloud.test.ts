import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { CloudObject } from "../../../sandbox/azure/cloud";
import { KeptCloud } from "../../../sandbox/azure/kept-cloud";

const object = (id: string): CloudObject => ({
    id,
    type: "Microsoft.Resources/resourceGroups",
    apiVersion: "2024-03-01",
    body: { location: "westeurope" },
    outputs: { location: "westeurope" },
    declared: true,
});

describe("a cloud that is kept in a file", () => {
    let folder: string;
    let file: string;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "cloud-"));
        file = join(folder, "deep/cloud.jsonl");
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    it("is the same when it is opened again, without having been closed", () => {
        const cloud = new KeptCloud(file);
        cloud.write(object("/a"));
        cloud.write(object("/a/b"));
        cloud.write(object("/c"));
        cloud.remove("/a");
        cloud.rememberDeleted({ name: "kv", id: "/kv" });
        cloud.rememberDeleted({ name: "kv2", id: "/kv2" });
        cloud.forgetDeleted("kv2");
        expect(new KeptCloud(file).snapshot()).toEqual({
            objects: [object("/c")],
            deletedVaults: [{ name: "kv", id: "/kv" }],
        });
    });

    it("takes a last line that was cut off for a change that did not happen", () => {
        new KeptCloud(file).write(object("/a"));
        appendFileSync(file, '{"write":{"id":"/b","ty');
        expect(new KeptCloud(file).snapshot().objects).toEqual([object("/a")]);
    });

    it.each([
        ["cut off between two lines", (text: string) => text.slice(0, text.indexOf("\n") + 1), "is cut off: it had at"],
        [
            "cut off within a line",
            (text: string) => text.slice(0, -20),
            "is cut off: it had at least 2 lines, and has 1",
        ],
        ["emptied", () => "", "is cut off"],
        ["damaged", (text: string) => text.replace('{"write"', '{"wri'), "line 2 of "],
        ["of another kind", () => "[]\n", "line 1 of "],
    ])("is refused with a sentence, and left as it is, when it is %s", (_, change, sentence) => {
        new KeptCloud(file).write(object("/a"));
        new KeptCloud(file);
        const damaged = change(readFileSync(file, "utf8"));
        writeFileSync(file, damaged);
        expect(() => new KeptCloud(file)).toThrow(sentence);
        expect(() => new KeptCloud(file)).toThrow("nothing was changed");
        expect(readFileSync(file, "utf8")).toBe(damaged);
    });

    it("is read as earlier versions wrote it, without a number of lines", () => {
        mkdirSync(dirname(file));
        writeFileSync(file, `${JSON.stringify({ write: object("/a") })}\n`);
        expect(new KeptCloud(file).snapshot().objects).toEqual([object("/a")]);
    });

    it("is written anew when it is opened, so that it does not grow with every change for ever", () => {
        const cloud = new KeptCloud(file);
        for (let times = 0; times < 5; times++) {
            cloud.write(object("/a"));
        }
        new KeptCloud(file);
        expect(readFileSync(file, "utf8").split("\n")).toHaveLength(3);
    });
});
