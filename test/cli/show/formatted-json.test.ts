import { execFileSync } from "node:child_process";
import { formattedJson } from "../../../cli/show/formatted-json";

/** What Biome makes of it, with the project's own settings. */
const asBiome = (value: object): string =>
    execFileSync(
        process.execPath,
        [require.resolve("@biomejs/biome/bin/biome"), "format", "--stdin-file-path=policies/config/test.json"],
        { input: JSON.stringify(value, null, 4), encoding: "utf8", stdio: ["pipe", "pipe", "ignore"] },
    );

/** Lists of two strings, each list a letter longer than the one before, across the end of the line. */
const lists = Object.fromEntries(
    Array.from({ length: 20 }, (_, more) => [`list${more}`, ["t-4f9k2c", "x".repeat(80 + more)]]),
);

describe("formatted JSON", () => {
    it.each<[string, object]>([
        ["lists around the end of a line, with and without a comma behind them", { lists, last: { ...lists } }],
        ["each length of a list that no comma follows", { all: Object.values(lists).map((list) => ({ list })) }],
        ["many ids", { promised: { tenants: Array.from({ length: 100 }, (_, n) => `t-x${n}`) } }],
        [
            "what is empty, quoted, null or a number",
            { a: [], b: {}, c: null, d: [1, 14], e: 'a "b"\n', f: [{ g: [1] }] },
        ],
    ])("is as Biome leaves it: %s", (_, value) => {
        expect(formattedJson(value)).toBe(asBiome(value));
    });

    it("leaves out what is not set", () => {
        expect(formattedJson({ a: undefined, b: true })).toBe('{\n  "b": true\n}\n');
    });
});
