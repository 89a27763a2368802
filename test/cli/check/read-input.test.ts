import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inputLabel, readInput } from "../../../cli/check/read-input";

const TEXT = '{ "name": "café" }';
const noInput = { input: async function* () {} };

const fromInput = (...chunks: readonly Uint8Array[]) =>
    readInput("-", {
        input: async function* () {
            yield* chunks;
        },
    });

describe("readInput", () => {
    let folder: string;

    beforeAll(() => {
        folder = mkdtempSync(join(tmpdir(), "otap-input-"));
    });

    afterAll(() => rmSync(folder, { recursive: true }));

    it.each([
        ["UTF-8", Buffer.from(TEXT)],
        ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${TEXT}`)],
        ["UTF-16 as PowerShell 5 writes it", Buffer.from(`\ufeff${TEXT}`, "utf16le")],
        ["UTF-16 without a byte order mark", Buffer.from(TEXT, "utf16le")],
        ["UTF-16 with the high byte first", Buffer.from(`\ufeff${TEXT}`, "utf16le").swap16()],
    ])("reads %s", async (_, bytes) => {
        const file = join(folder, "plan.json");
        writeFileSync(file, bytes);
        expect(await readInput(file, noInput)).toBe(TEXT);
    });

    it("reads standard input, also where it comes in the middle of a character", async () => {
        const bytes = Buffer.from(TEXT);
        const middle = bytes.indexOf("é") + 1;
        expect(await fromInput(bytes.subarray(0, middle), bytes.subarray(middle))).toBe(TEXT);
    });

    it("says in a sentence that a file is not there", async () => {
        await expect(readInput(join(folder, "none.json"), noInput)).rejects.toThrow(
            /^there is no file '.*none\.json'; give a file, or - for standard input$/,
        );
    });

    it("says in a sentence that it is a folder", async () => {
        await expect(readInput(folder, noInput)).rejects.toThrow(/' is a folder; give a file in it, or - for/);
    });

    it("says in a sentence that what feeds it broke off", async () => {
        const broken = {
            input: async function* () {
                yield Buffer.from("{");
                throw new Error("read ECONNRESET");
            },
        };
        await expect(readInput("-", broken)).rejects.toThrow("standard input cannot be read: read ECONNRESET");
    });

    it("refuses what would not fit, before all of it is read", async () => {
        let read = 0;
        const endless = {
            input: async function* () {
                const chunk = { length: 64 * 2 ** 20 } as Uint8Array;
                for (;;) {
                    read += 1;
                    yield chunk;
                }
            },
        };
        await expect(readInput("-", endless)).rejects.toThrow(/^standard input is larger than 511 MB/);
        expect(read).toBe(8);
    });
});

describe("inputLabel", () => {
    it("shows a name without what a terminal would obey", () => {
        expect(inputLabel("\u001b[2Jplan.json")).toBe("'\\u001b[2Jplan.json'");
    });
});
