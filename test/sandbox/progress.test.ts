import { elapsed, progressOn } from "../../sandbox/progress";

const stream = (isTTY: boolean) => {
    const written: string[] = [];
    return { isTTY, columns: 10, written, write: (text: string) => written.push(text) };
};

describe("progress", () => {
    it("replaces its line on a terminal, and never grows into a second one", () => {
        const terminal = stream(true);
        progressOn(terminal)("a long line of progress");
        expect(terminal.written).toEqual(["\r\u001b[Ka long li"]);
    });

    it("writes a line in twenty seconds into a log", () => {
        const log = stream(false);
        let now = 0;
        const progress = progressOn(log, () => now);
        for (const second of [0, 1, 19, 20, 21]) {
            now = second * 1000;
            progress(`at ${second}`);
        }
        progress("");
        expect(log.written).toEqual(["at 0\n", "at 20\n"]);
    });

    it.each([
        [999, "0 s"],
        [59_000, "59 s"],
        [125_000, "2 min 05 s"],
    ])("shows %d ms as %s", (milliseconds, text) => {
        expect(elapsed(milliseconds)).toBe(text);
    });
});
