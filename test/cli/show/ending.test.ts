import { showEnding } from "../../../cli/show/ending";

const ending = (until: string, sentence: string) => ({ until, sentence, measures: [3] });

const hackTest = ending("2026-12-18", "external hack-test of the application ends on 2026-12-18");
const review = ending("2026-11-30", "access.yaml: the review of 'support' is due on 2026-11-30");

describe("what ends soon", () => {
    it("has a line for each thing, the soonest first, with the environments that it concerns", () => {
        const shown = showEnding(
            [
                { environment: "test", ending: [hackTest] },
                { environment: "productie", ending: [review, hackTest] },
            ],
            120,
        );
        expect(shown.split("\n")).toEqual([
            "Ends soon:",
            "  productie: access.yaml: the review of 'support' is due on 2026-11-30",
            "  test, productie: external hack-test of the application ends on 2026-12-18",
            "",
        ]);
    });

    it("is not shown where nothing ends", () => {
        expect(showEnding([{ environment: "test", ending: [] }], 80)).toBe("");
    });
});
