import { FAULTS_GRAMMAR } from "../../sandbox/azure/parse-faults";
import { fitted } from "../../sandbox/fitted";

describe("a text for a terminal", () => {
    it("goes on below, two spaces further in than its line began", () => {
        expect(fitted("head\n  - one two three four five\n", 16)).toBe("head\n  - one two\n    three four\n    five\n");
    });

    it("keeps whole what is longer than a line", () => {
        expect(fitted("see https://example.com/a/long/address there", 16)).toBe(
            "see\n  https://example.com/a/long/address\n  there",
        );
    });

    it("is what it was where it fits: the grammar of faults does in 80 columns", () => {
        expect(fitted(FAULTS_GRAMMAR, 80)).toBe(FAULTS_GRAMMAR);
    });
});
