import { readHistory, UnreadableHistoryError } from "../../../stacks/promotion/read-history";
import { appended, brokenLinks } from "../../../stacks/promotion/release-history";

const ENTRY = {
    environment: "test",
    version: "3.8.1",
    digest: `sha256:${"a1".repeat(32)}`,
    deployed: "2026-11-01",
    where: "azure" as const,
};
const GLASS = { reason: "A leak is mended.", requester: "Team web", approver: "Security officer", until: "2026-12-01" };
const HISTORY = appended(appended([], { ...ENTRY, commit: "c".repeat(40), approver: "release manager" }), {
    ...ENTRY,
    version: "3.8.0",
    rollback: "The new one is slow.",
    breakGlass: GLASS,
});
const [FIRST, SECOND] = HISTORY as readonly [(typeof HISTORY)[0], (typeof HISTORY)[0]];

describe("the records of a stack", () => {
    it("are read as they were written, so that they verify", () => {
        const read = readHistory(JSON.parse(JSON.stringify(HISTORY)), "the state");
        expect(read).toEqual(HISTORY);
        expect(brokenLinks(read)).toEqual([]);
    });

    it("are none of a stack that has deployed nothing", () => {
        expect(readHistory([], "the state")).toEqual([]);
    });

    it.each([
        ["no list", { releases: [] }, "expected a list of release records, got a mapping"],
        ["nothing", null, "expected a list of release records, got nothing"],
        ["a secret", { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" }, "got a mapping"],
        ["an entry that is none", [7], "[0]: "],
        ["a version that is none", [{ ...FIRST, version: "latest" }], "[0].version: expected a semantic version"],
        ["a version of another kind", [{ ...FIRST, version: 3 }], "[0].version: expected a semantic version"],
        ["a short digest", [{ ...FIRST, digest: "sha256:abc" }], "[0].digest: expected 'sha256:' and 64"],
        ["a day that is none", [{ ...FIRST, deployed: "2026-02-31" }], "[0].deployed: expected a date that exists"],
        ["another place", [{ ...FIRST, where: "aws" }], "[0].where: expected 'azure' or 'sandbox', got 'aws'"],
        ["no number", [{ ...FIRST, number: 0 }], "[0].number: expected a number from 1 on, got 0"],
        ["a blank approver", [{ ...FIRST, approver: " " }], "[0].approver: "],
        ["a glass without an end", [{ ...SECOND, breakGlass: { ...GLASS, until: undefined } }], "[0].breakGlass.until"],
        ["a key more", [{ ...FIRST, note: "x" }], "[0].note: unknown setting"],
        ["a key that every object has", JSON.parse('[{"__proto__":{"version":"3.8.1"}}]'), "[0].version: is missing"],
    ])("are refused with %s", (_, value, said) => {
        expect(() => readHistory(value, "the state")).toThrow(UnreadableHistoryError);
        expect(() => readHistory(value, "the state")).toThrow("the state holds no list of release records");
        expect(() => readHistory(value, "the state")).toThrow(said);
    });

    it("tell five mistakes and count the rest, without what moves a cursor", () => {
        const wrong = HISTORY.flatMap((entry) => Array(4).fill({ ...entry, where: "\u001b[31m" }));
        const lines = messageOf(wrong).split("\n");
        expect(lines).toHaveLength(8);
        expect(lines[6]).toBe("  and 3 more");
        expect(messageOf(wrong)).not.toContain("\u001b");
    });
});

function messageOf(value: unknown): string {
    try {
        readHistory(value, "the state");
        return "";
    } catch (error) {
        return (error as Error).message;
    }
}
