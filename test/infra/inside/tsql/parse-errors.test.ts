import { parserHere } from "./parse-errors";

const NOWHERE = { PATH: "/nowhere" };

describe("the parser of T-SQL", () => {
    it("is a reason where there is no Python", () => {
        expect(parserHere({ ...NOWHERE, CI: "" })).toMatch(
            /^SQLFluff needs Python, and 'python3' does not run; install/,
        );
    });

    it("is missed where CI is to leave nothing out", () => {
        expect(() => parserHere({ ...NOWHERE, CI: "true" })).toThrow("SQLFluff needs Python");
    });
});
