import { assert, property, string } from "fast-check";
import { tokensOf } from "../../../sandbox/sql/sql-tokens";

const NAME = string({ unit: "binary", minLength: 1, maxLength: 128 }).filter((name) => name.length <= 128);

describe("names and texts in T-SQL", () => {
    it("are read as what was quoted, whatever stands in them", () => {
        assert(
            property(NAME, NAME, (name, text) => {
                const sql = `[${name.replaceAll("]", "]]")}] '${text.replaceAll("'", "''")}'`;
                expect(tokensOf(sql).map(({ kind, text: meaning }) => [kind, meaning])).toEqual([
                    ["name", name],
                    ["string", text],
                ]);
            }),
        );
    });

    it("are left out where they stand in comments", () => {
        expect(tokensOf("a -- b\n/* c\n */ d").map(({ text }) => text)).toEqual(["a", "d"]);
    });

    it.each([
        ["[]", 1038],
        ['""', 1038],
        ["[a", 105],
        ["'a", 105],
        [`[${"x".repeat(129)}]`, 103],
        ["x".repeat(129), 103],
    ])("are refused as %s", (sql, number) => {
        expect(() => tokensOf(sql)).toThrow(expect.objectContaining({ number }));
    });
});
