import { isDeeperThan, parseJson } from "../../../cli/check/parse-json";
import { WrongUse } from "../../../cli/wrong-use";

const refusal = (text: string): string => {
    try {
        parseJson(text, "'plan.json'");
    } catch (error) {
        expect(error).toBeInstanceOf(WrongUse);
        return (error as Error).message;
    }
    throw new Error("was not refused");
};

describe("parseJson", () => {
    it.each(["", " \n\t"])("says that %j is empty", (text) => {
        expect(refusal(text)).toBe("'plan.json' is empty; what makes it may have failed");
    });

    it.each(['{ "resources": [', '{ "resources": [ { "urn": "a', '{ "a": 1,', "[1"])(
        "says that %j was cut off",
        (text) => {
            expect(refusal(text)).toBe(
                `'plan.json' ends in the middle, after ${text.length} characters; it was cut off, so make it again`,
            );
        },
    );

    it("says where something else than JSON begins, and how the text does", () => {
        expect(refusal('{\n  "a": 1\n}\nDuration: 5s\n')).toBe(
            "'plan.json' is not JSON from line 4, column 1 on; it begins with '{\\u000a  \"a\": 1\\u000a}\\u000aDuratio': " +
                "give what a command prints with --json, alone",
        );
    });

    it("shows nothing of the text that a terminal would obey", () => {
        expect(refusal("\u001b[31mPreviewing")).toContain("it begins with '\\u001b[31mPreviewing'");
    });

    it.each([100_000, 3_000_000])("refuses %i levels without running out of anything", (levels) => {
        expect(refusal("[".repeat(levels) + "]".repeat(levels))).toBe(
            "'plan.json' is nested more than 200 levels deep, which no plan is; check where it comes from",
        );
    });

    it("takes what is nested as deep as that", () => {
        const text = "[".repeat(200) + "]".repeat(200);
        expect(parseJson(text, "'plan.json'")).toEqual(JSON.parse(text));
    });
});

describe("isDeeperThan", () => {
    it.each([
        [1, 5, false],
        [1, [], false],
        [1, [[]], true],
        [2, { a: [1] }, false],
        [2, { a: [{}] }, true],
    ])("for %i levels and %j is told", (most, value, deeper) => {
        expect(isDeeperThan(most, value)).toBe(deeper);
    });
});
