import fc from "fast-check";
import { PlainError } from "../../../infra/inside/plain-error";
import { quoteName } from "../../../infra/inside/quote-name";
import { readBatch } from "../../../sandbox/sql/read-batch";
import { SqlReader } from "../../../sandbox/sql/sql-reader";
import { anyName } from "./hostile-names";

describe("a quoted name", () => {
    it.each([
        ["app", "[app]"],
        ["a]b", "[a]]b]"],
        ["]", "[]]]"],
        ["[x]", "[[x]]]"],
        ["'; DROP TABLE x --", "['; DROP TABLE x --]"],
        ["Zoë 漢字 😀", "[Zoë 漢字 😀]"],
        ["x".repeat(128), `[${"x".repeat(128)}]`],
    ])("of %s is %s", (name, quoted) => {
        expect(quoteName(name)).toBe(quoted);
    });

    it.each([
        ["", '"" is no name inside a database: it is empty; give 1 to 128 characters'],
        [
            "x".repeat(129),
            `"${"x".repeat(129)}" is no name inside a database: it has 129 characters; at most 128 are allowed`,
        ],
        [
            "😀".repeat(65),
            `"${"😀".repeat(65)}" is no name inside a database: it has 130 characters; at most 128 are allowed`,
        ],
        ["a\0b", '"a\\u0000b" is no name inside a database: it has the character NUL; leave it out'],
        [
            "a\ud83d",
            '"a\\ud83d" is no name inside a database: it has half of a character (a lone surrogate); write it whole',
        ],
    ])("is refused for %j", (name, sentence) => {
        expect(() => quoteName(name)).toThrow(new PlainError(sentence));
    });

    it("is read as the same name and nothing else, whatever stands in it", () => {
        fc.assert(
            fc.property(anyName, (name) => {
                const reader = new SqlReader(`${quoteName(name)} DROP`);
                expect(reader.name()).toBe(name);
                expect(reader.takes("DROP")).toBe(true);
                expect(reader.ended).toBe(true);
                expect(readBatch(`DROP USER ${quoteName(name)};`)).toHaveLength(1);
            }),
        );
    });
});
