import { brief, harmless, quoted } from "../../../cli/show/harmless";

describe("harmless", () => {
    it.each([
        ["a colour", "\u001b[31mred", "\\u001b[31mred"],
        ["a title of the window", "\u001b]0;x\u0007", "\\u001b]0;x\\u0007"],
        ["an order in one byte", "\u009b2J", "\\u009b2J"],
        ["a new line, a return and a tab", "a\r\n\tb", "a\\u000d\\u000a\\u0009b"],
        ["separators of lines and paragraphs", "a\u2028b\u2029c", "a\\u2028b\\u2029c"],
        ["another direction of writing", "\u202egpj.exe", "\\u202egpj.exe"],
        ["half a character", "a\ud800b", "a\\ud800b"],
        ["nothing", "\u0000", "\\u0000"],
    ])("shows %s as what it is", (_, text, shown) => {
        expect(harmless(text)).toBe(shown);
    });

    it("leaves text as it is, whatever its writing", () => {
        const text = "café – 'x' <b> 日本 😀 \\u001b";
        expect(harmless(text)).toBe(text);
    });
});

describe("brief", () => {
    it("shows at most 200 characters, unless more are asked for", () => {
        const long = "x".repeat(300);
        expect([brief(long), brief(long, 250)]).toEqual([`${"x".repeat(199)}…`, `${"x".repeat(249)}…`]);
        expect(brief("\u001b[2J")).toBe("\\u001b[2J");
    });
});

describe("quoted", () => {
    it.each([
        ["text", "'text'"],
        [5, "5"],
        [null, "null"],
        [undefined, "nothing"],
        [["\u001b"], '["\\u001b"]'],
        ["x".repeat(100), `'${"x".repeat(58)}…`],
    ])("shows %j short and harmless", (value, shown) => {
        expect(quoted(value)).toBe(shown);
    });
});
