import { asInDatabase, asSurelyInDatabase } from "../../../infra/inside/as-in-database";

describe("a name as a database compares it", () => {
    it.each(["app ", "APP", "\uff41pp", "app\n", "app\u00a0"])("may be the same as another: %j", (name) => {
        expect(asInDatabase(name)).toBe("app");
    });

    it.each([
        ["App  ", "app"],
        ["\u00c9\u00d6 \u00d1", "\u00e9\u00f6 \u00f1"],
    ])("is surely the same without case and blanks at the end: %j", (name, same) => {
        expect(asSurelyInDatabase(name)).toBe(same);
    });

    it.each([" app", "app\n", "app\t ", "app\u00a0", "app\u3000", "\uff41pp", "\u{1d41a}pp", "\u24d0pp", "ap\u212a"])(
        "is not surely the same for whatever else looks alike: %j",
        (name) => {
            expect(asSurelyInDatabase(name)).toBe(name.replace(/ +$/, ""));
        },
    );
});
