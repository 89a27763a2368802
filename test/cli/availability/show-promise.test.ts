import fc from "fast-check";
import { minutesAMonth, showPromise } from "../../../cli/availability/show-promise";

describe("showPromise", () => {
    it.each([
        [1, "100.00%"],
        [0.9999, "99.99%"],
        [0.99995, "99.995%"],
        [0.999, "99.90%"],
        [0.99985001, "99.985%"],
        [0, "0.00%"],
    ])("writes %p as %s", (level, text) => {
        expect(showPromise({ least: level, most: level })).toBe(text);
    });

    it("says that it is at most so much where nothing is promised at least", () => {
        expect(showPromise({ least: 0, most: 0.99865 })).toBe("at most 99.865%");
    });

    it("says both where both are known", () => {
        expect(showPromise({ least: 0.999, most: 1 })).toBe("99.90% to 100.00%");
    });

    it("never shows more than is promised", () => {
        fc.assert(
            fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (level) => {
                const shown = Number(showPromise({ least: level, most: level }).replace("%", "")) / 100;
                return shown <= level + 1e-9;
            }),
        );
    });
});

describe("minutesAMonth", () => {
    it.each([
        [0.9999, 5],
        [0.9995, 22],
        [0.999, 44],
        [1, 0],
        [0, 43_200],
    ])("allows %p to be away %i minutes in thirty days", (level, minutes) => {
        expect(minutesAMonth(level)).toBe(minutes);
    });
});
