import { dataFromYaml } from "../../../stacks/settings/data-files";
import { settingsFromYaml } from "../../../stacks/settings/settings";
import { linesOf, textOf } from "./examples";

const FILE = "Pulumi.test.yaml";

/** The mistakes of the real file in which one piece of text is another. */
const withText = (from: string | RegExp, to: string): readonly string[] => {
    const text = textOf(FILE).replace(from, to);
    expect(text).not.toBe(textOf(FILE));
    return linesOf(() => settingsFromYaml(FILE, text));
};

const fromText = (text: string) => linesOf(() => settingsFromYaml(FILE, text));

describe("text that is not YAML", () => {
    it("names the tab that indents, by line and column", () => {
        const [first] = withText("    primary: westeurope", "\tprimary: westeurope");
        expect(first).toBe("line 13, column 1: a tab indents the line; use spaces (at 'primary')");
    });

    it("is one mistake, not one for each line that follows from it", () => {
        expect(withText("    primary: westeurope", "\tprimary: westeurope")).toHaveLength(1);
        expect(withText("      tier:", "       tier:")).toHaveLength(1);
    });

    it("names the bracket that is missing, and not the indentation of the next line", () => {
        expect(withText("vendor: figlo", "vendor: [figlo")).toEqual([
            expect.stringMatching(/^line 8, .*a bracket or brace that opens before this line never closes/),
        ]);
    });

    it("names the marks of a merge", () => {
        const sides =
            "<<<<<<< HEAD\n  figlo-advisor:owner: a-team\n=======\n  figlo-advisor:owner: b-team\n>>>>>>> b\n";
        expect(withText(/ {2}figlo-advisor:owner: .*\n/, sides)).toEqual([
            "line 9, column 1: a merge left its marks; keep one of the two sides and remove the lines with marks",
        ]);
    });

    it("names the quote that is missing where it opens, not where the file ends", () => {
        const line =
            textOf(FILE)
                .split("\n")
                .findIndex((text) => text.includes("version:")) + 1;
        expect(withText("version: 3.8.1", 'version: "3.8.1')).toEqual([
            `line ${line}, column 14: a quote opens and never closes (at 'version')`,
        ]);
    });

    it.each([
        "a: b: c",
        "config: [1, 2",
        "config: {a",
        "- - -:\n x",
        "%YAML 9.9\n---\nx",
        "\u0000",
        "config: *nothing",
    ])("is answered in one line for each mistake and without a stack: %j", (text) => {
        const lines = fromText(text);
        expect(lines.length).toBeGreaterThan(0);
        for (const line of lines) {
            expect(line).not.toMatch(/\n|\bat .*:\d+:\d+|Error/);
        }
    });

    it("names a key that stands twice, and goes on to the other mistakes", () => {
        const lines = withText(
            "figlo-advisor:vendor: figlo",
            "figlo-advisor:vendor: Figlo\n  figlo-advisor:vendor: figlo",
        );
        expect(lines).toEqual([
            "vendor: line 8, column 3: the key stands twice in one mapping; keep one of them",
            expect.stringMatching(/^vendor: expected/),
        ]);
    });

    it("names a second document", () => {
        expect(fromText(`${textOf(FILE)}---\nconfig: {}\n`)[0]).toMatch(
            /a second document begins; keep one in the file$/,
        );
    });
});

describe("YAML that is no settings file", () => {
    const NEEDED = /^config: is missing; expected a mapping with the settings: azure-native:location, .*:release$/;

    it.each(["", "# nothing\n", "---\n", "config:\n", "config: ~", "{}", "secretsprovider: passphrase\n"])(
        "is told what it lacks, and nothing that it may leave out: %j",
        (text) => {
            expect(fromText(text)).toEqual([expect.stringMatching(NEEDED)]);
        },
    );

    it.each([
        ["config", "'config'"],
        ["- config", "a list"],
        ["42", "42"],
    ])("is told what it holds instead of a mapping: %j", (text, held) => {
        expect(fromText(text)).toEqual([
            expect.stringMatching(`^config: is missing \\(the file holds ${held}\\); expected a mapping`),
        ]);
    });

    it.each(["", "# nothing\n", "tenants:\n", "[]"])("lacks its list where it is a data file: %j", (text) => {
        expect(linesOf(() => dataFromYaml("tenants", "tenants.yaml", text))).toEqual([
            expect.stringMatching(/^tenants: .*expected at least one tenant/),
        ]);
    });

    it("has nothing beside config but what Pulumi keeps there", () => {
        const lines = withText("config:", "secretsprovider: passphrase\nencryptionsalt: v1:abc\nconfg: {}\nconfig:");
        expect(lines).toEqual(["confg: unknown setting; did you mean 'config'?"]);
    });
});

describe("YAML that Pulumi would read otherwise than we do", () => {
    it.each([
        ["a date", "until: 2027-03-31"],
        ["a number with a zero before it", "until: 0123"],
        ["a number with underscores", "until: 1_000"],
        ["a binary number", "until: 0b101"],
    ])("is to be quoted: %s", (_, until) => {
        const text = textOf("Pulumi.productie.yaml").replace('until: "2027-03-31"', until);
        const value = until.slice("until: ".length);
        expect(linesOf(() => settingsFromYaml("Pulumi.productie.yaml", text))[0]).toMatch(
            new RegExp(
                `^sql\\.firewall\\[2\\]\\.until: line \\d+, column 16: Pulumi reads '${value}' otherwise than it stands; put it in quotes$`,
            ),
        );
    });
});

describe("YAML as other editors save it", () => {
    it.each([
        ["a byte-order mark", (text: string) => `\ufeff${text}`],
        ["lines that end as on Windows", (text: string) => text.replaceAll("\n", "\r\n")],
        ["no end of the last line", (text: string) => text.trimEnd()],
    ])("is read with %s", (_, save) => {
        expect(fromText(save(textOf(FILE)))).toEqual([]);
    });
});

describe("hostile YAML", () => {
    it("with anchors and aliases is refused, however many they would make", () => {
        const bomb = [
            "a: &a [x, x]",
            ...[..."bcdefghij"].map((k, i) => `${k}: &${k} [*${"abcdefghi"[i]}, *${"abcdefghi"[i]}]`),
        ];
        expect(fromText(`config:\n  ${bomb.join("\n  ")}\n`)[0]).toBe(
            "a: line 2, column 9: an anchor or alias; write the value out, so that a reviewer sees it",
        );
    });

    it("with an anchor is told so once, and not that the value is missing", () => {
        expect(withText("vendor: figlo", "vendor: &v figlo")).toEqual([
            "vendor: line 7, column 28: an anchor or alias; write the value out, so that a reviewer sees it",
        ]);
        expect(withText("backup:", "backup: &b")).toEqual([expect.stringMatching(/^backup: line \d+, .*anchor/)]);
    });

    it.each(["PK\u0003\u0004\u0000", "c\u0000o\u0000n\u0000f\u0000", "\ufffd\ufffd\u001b[2J"])(
        "that is no text is refused as such: %j",
        (text) => {
            expect(fromText(text)).toEqual(["the file is no text in UTF-8; save it as UTF-8, or restore it"]);
        },
    );

    it("never brings a raw control character to a terminal", () => {
        for (const text of [
            "\u0001\u001b[2J: \u0007x\n\u009b31m",
            "config: *\u001b[2J",
            '"\u001b[2J": 1',
            "%\u001b[2J\n---\n",
        ]) {
            expect(fromText(text).join("")).not.toMatch(/\p{C}/u);
        }
    });

    it.each(["[", "{a: ", "- "])("that nests without end is refused: %j", (open) => {
        expect(fromText(open.repeat(50_000)).length).toBeGreaterThan(0);
        expect(fromText(`config: ${"[".repeat(40)}${"]".repeat(40)}`)).toEqual([
            "nested too deeply to be read; settings are at most 20 levels deep",
        ]);
    });

    it("of a million characters is not even parsed", () => {
        expect(fromText("x".repeat(1_000_001))).toEqual(["the file has 1000001 characters; at most 1000000 are read"]);
    });

    it.each(["__proto__: { polluted: true }", "? [a]\n  : b", "<<: { a: b }"])(
        "with a key like %j is refused",
        (line) => {
            expect(withText("config:", `config:\n  ${line}`)[0]).toMatch(
                /a key that no setting has; keys are plain names$/,
            );
            expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
        },
    );

    it("with a constructor for a key finds no setting", () => {
        expect(withText("config:", "config:\n  constructor: x\n  figlo-advisor:toString: y")).toHaveLength(2);
    });

    it("with a tag of its own is refused", () => {
        expect(withText("vendor: figlo", "vendor: !!js/function figlo")[0]).toMatch(/a tag of its own/);
    });

    it("does not reach a terminal with what moves its cursor", () => {
        expect(withText("vendor: figlo", 'vendor: "figlo\\e[2J\\n\\u202e"')).toEqual([
            "vendor: holds the character U+001B, which is no text and which a terminal may obey; remove it",
        ]);
        const [line] = withText("vendor: figlo", 'vendor: "figlo\\t[2J\\n"');
        expect(line).toMatch(/got 'figlo\?\[2J\?'$/);
    });
});
