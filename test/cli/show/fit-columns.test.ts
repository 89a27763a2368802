import { fitColumns } from "../../../cli/show/fit-columns";

const COLUMNS = [{}, { least: 10 }, { least: 8, drop: 2 }, { drop: 1 }];
const NATURAL = [6, 20, 12, 5];

describe("fitColumns", () => {
    it("leaves everything as it is where there is room, to the character", () => {
        expect(fitColumns(COLUMNS, NATURAL, 49)).toEqual(NATURAL);
    });

    it("wraps what may be wrapped first, from the right", () => {
        expect(fitColumns(COLUMNS, NATURAL, 43)).toEqual([6, 18, 8, 5]);
    });

    it("leaves out the first that may go, and gives its room to the others", () => {
        expect(fitColumns(COLUMNS, NATURAL, 34)).toEqual([6, 16, 8, undefined]);
    });

    it("leaves out the next when that is not enough", () => {
        expect(fitColumns(COLUMNS, NATURAL, 24)).toEqual([6, 16, undefined, undefined]);
    });

    it("wraps further when nothing is left to leave out, as far as one can read", () => {
        expect(fitColumns(COLUMNS, NATURAL, 17)).toEqual([6, 9, undefined, undefined]);
        expect(fitColumns(COLUMNS, NATURAL, 3)).toEqual([6, 8, undefined, undefined]);
    });
});
