import { areOnePerson } from "../../../stacks/settings/one-person";

describe("two names", () => {
    it.each([
        ["A team", "a  TEAM"],
        ["Andr\u00e9 Jansen", "Andre\u0301 Jansen"],
        ["Andr\u00e9 Jansen", "Andre Jansen"],
        ["J. Jansen", "J.Jansen"],
        ["Jansen, Jan", "Jan Jansen"],
        ["security-officer", "Security officer"],
    ])("are of one person: '%s' and '%s'", (one, other) => {
        expect(areOnePerson(one, other)).toBe(true);
    });

    it.each([
        ["A team", "B team"],
        ["Jan Jansen", "Jan Jansens"],
    ])("are of two: '%s' and '%s'", (one, other) => {
        expect(areOnePerson(one, other)).toBe(false);
    });
});
