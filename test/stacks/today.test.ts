import { dateOfRun, programDate } from "../../stacks/today";

const CLOCK = new Date("2026-11-23T23:30:00-05:00");

describe("the program's date", () => {
    it("is the one that is given", () => {
        expect(programDate("2026-02-28", CLOCK)).toBe("2026-02-28");
    });

    it.each([undefined, ""])("is today in UTC where %p is given", (given) => {
        expect(programDate(given, CLOCK)).toBe("2026-11-24");
    });

    it.each(["2026-02-30", "23-11-2026", "today", "2026-11-23T10:00:00"])(
        "is refused as '%s', in a sentence",
        (given) => {
            expect(() => programDate(given, CLOCK)).toThrow(
                `OTAP_TODAY is '${given}', which is not a date; write it as YYYY-MM-DD, or leave it out`,
            );
        },
    );
});

describe("the date of a run", () => {
    const other = { OTAP_TODAY: "2026-02-28" };

    it("is the one that is given for a preview, and for whatever runs in the sandbox", () => {
        expect(dateOfRun(other, CLOCK, true)).toBe("2026-02-28");
        expect(dateOfRun({ ...other, OTAP_SANDBOX_SITES: "http://127.0.0.1:1" }, CLOCK, false)).toBe("2026-02-28");
    });

    it("is the clock's for a deployment, which takes no other", () => {
        expect(dateOfRun({}, CLOCK, false)).toBe("2026-11-24");
        expect(dateOfRun({ OTAP_TODAY: "2026-11-24" }, CLOCK, false)).toBe("2026-11-24");
        expect(() => dateOfRun(other, CLOCK, false)).toThrow(
            "OTAP_TODAY is 2026-02-28, and a deployment goes by the clock, which says 2026-11-24 (UTC); leave it out",
        );
    });
});
