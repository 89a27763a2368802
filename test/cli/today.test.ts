import { todayFrom } from "../../cli/today";

const clock = new Date("2026-11-23T23:30:00Z");

describe("todayFrom", () => {
    it("takes the option before the environment variable, and that before the clock", () => {
        expect(todayFrom("2027-01-01", "2026-01-01", clock)).toBe("2027-01-01");
        expect(todayFrom(undefined, "2026-01-01", clock)).toBe("2026-01-01");
        expect(todayFrom(undefined, undefined, clock)).toBe("2026-11-23");
        expect(todayFrom(undefined, "", clock)).toBe("2026-11-23");
    });

    it.each(["tomorrow", "2026-13-01", "2026-02-30", "23-11-2026", "2026-11-23T00:00"])("refuses '%s'", (given) => {
        expect(() => todayFrom(given, undefined, clock)).toThrow(`'${given}' is not a date; write it as YYYY-MM-DD`);
    });
});
