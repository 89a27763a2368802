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
        expect(first).toMatch(/^line 13, column \d+: a tab indents the line; use spaces$/);
    });

    it("names the quote that is missing", () => {
        const lines = withText("version: 3.8.2", 'version: "3.8.2');
        expect(lines[0]).toMatch(/^line \d+, column \d+: .+/);
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
            "line 8, column 3: the key stands twice in one mapping; keep one of them",
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
    it.each(["", "# nothing\n", "config", "- config", "42"])("is refused: %j", (text) => {
        expect(fromText(text)).toEqual([
            expect.stringMatching(
                /(is missing; )?expected a mapping with secretsprovider, encryptedkey, encryptionsalt, environment, config/,
            ),
        ]);
    });

    it("has its settings under config", () => {
        expect(fromText("secretsprovider: passphrase\n")).toEqual([
            "config: is missing; expected a mapping with the settings",
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
            new RegExp(`^line \\d+, column \\d+: Pulumi reads '${value}' otherwise than it stands; put it in quotes$`),
        );
    });
});

describe("hostile YAML", () => {
    it("with anchors and aliases is refused, however many they would make", () => {
        const bomb = [
            "a: &a [x, x]",
            ...[..."bcdefghij"].map((k, i) => `${k}: &${k} [*${"abcdefghi"[i]}, *${"abcdefghi"[i]}]`),
        ];
        expect(fromText(`config:\n  ${bomb.join("\n  ")}\n`)[0]).toBe(
            "line 2, column 9: an anchor or alias; write the value out where it counts, so that a reviewer sees it",
        );
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
        const [line] = withText("vendor: figlo", 'vendor: "figlo\\e[2J\\n\\u202e"');
        expect(line).toMatch(/got 'figlo\?\[2J\?\?'$/);
    });
});
