import {
    inForce,
    lastDayOf,
    openCritical,
    REQUIRED_ATTESTATIONS,
    successorOf,
} from "../../stacks/required-attestations";
import type { Attestation } from "../../stacks/settings/data-files";
import { ENVIRONMENTS } from "../../stacks/settings/environments";
import { street } from "../street";

const all = street().productie.data.attestations;
const report = all.find(({ kind }) => kind === "hosting-certificate") as Attestation;
const test = (date: string, until: string, critical = 0): Attestation =>
    ({
        ...all.find(({ kind }) => kind === "external-test"),
        date,
        until,
        openFindings: { critical, high: 0, medium: 0, low: 0 },
    }) as Attestation;

describe("required attestations", () => {
    it.each(ENVIRONMENTS)("cover every statement on file in %s, and each statement one", (environment) => {
        const { attestations } = street()[environment].data;
        const counts = attestations.map(
            (one) => REQUIRED_ATTESTATIONS.filter((required) => required.matches(one)).length,
        );
        expect(counts).toEqual(attestations.map(() => 1));
    });

    it("are eight tests, five reports and five statements, under names of their own", () => {
        expect(new Set(REQUIRED_ATTESTATIONS.map(({ label }) => label)).size).toBe(18);
        const byMeasure = (number: number) => REQUIRED_ATTESTATIONS.filter(({ measures }) => measures.includes(number));
        expect([2, 3, 4, 6, 7, 8, 13].map((number) => byMeasure(number).length)).toEqual([2, 8, 5, 1, 1, 1, 1]);
    });
});

describe("lastDayOf", () => {
    it("is 365 days after an external test at most", () => {
        expect(lastDayOf(test("2027-03-01", "2028-03-01"))).toBe("2028-02-29");
        expect(lastDayOf(test("2027-03-01", "2027-09-01"))).toBe("2027-09-01");
    });

    it("is the end that any other statement names", () => {
        expect(lastDayOf({ ...report, date: "2024-01-01", until: "2027-01-01" })).toBe("2027-01-01");
    });
});

describe("inForce", () => {
    it.each([
        ["2026-02-28", false],
        ["2026-03-01", true],
        ["2026-09-01", true],
        ["2026-09-02", false],
    ])("from the first to the last day, so on %s it is %s", (today, expected) => {
        expect(inForce(test("2026-03-01", "2026-09-01"), today)).toBe(expected);
    });
});

describe("openCritical", () => {
    it("counts the findings of the newest test, and of those of one day the most", () => {
        const tests = [test("2026-01-01", "2027-01-01", 9), test("2026-05-01", "2027-05-01", 1)];
        expect(openCritical(tests)).toEqual({ count: 1, date: "2026-05-01" });
        expect(openCritical([...tests, test("2026-05-01", "2027-05-01", 3)])).toEqual({ count: 3, date: "2026-05-01" });
    });
});

describe("successorOf", () => {
    const [old, next] = [test("2026-01-01", "2026-12-31"), test("2026-12-31", "2027-12-31")];

    it("is another one that begins in time and lasts longer", () => {
        expect(successorOf(old, [old, next])).toBe(next);
        expect(successorOf(next, [old, next])).toBeUndefined();
        expect(successorOf(old, [old, test("2027-01-02", "2027-12-31")])).toBeUndefined();
    });
});
