import { stripVTControlCharacters } from "node:util";
import { createColors } from "picocolors";
import { plainTable } from "../../../cli/show/plain-table";

const COLUMNS = [
    { head: "Id", align: "left" },
    { head: "Status", align: "left" },
] as const;

describe("a plain table", () => {
    it.each([false, true])("has no spaces at the end of any line, in colours or not (%p)", (isColoured) => {
        const table = plainTable(COLUMNS, [["t-4f9k2c", "suspended"]], 80, createColors(isColoured));
        expect(stripVTControlCharacters(table)).toBe("Id        Status\nt-4f9k2c  suspended\n");
        expect(table.includes("\u001b[1m")).toBe(isColoured);
    });
});
