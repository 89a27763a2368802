import { ExampleStack, UNKNOWN } from "../example-stack";

const RELEASE = { version: "3.9.0", digest: `sha256:${"a1".repeat(32)}` };
const GLASS = { reason: "A leak is mended.", requester: "Team web", approver: "Security officer", until: "2026-12-01" };

const record = new ExampleStack().plus("pulumi-nodejs:dynamic/figlo:ReleaseRecord", "record", {
    release: RELEASE,
    predecessor: "acceptatie",
    accepted: [],
    breakGlass: GLASS,
});
const found = (stack: ExampleStack, config = {}) => stack.found("otap-glass-broken", config);
const TOLD =
    "record: the glass is broken until '2026-12-01', asked by 'Team web' and approved by 'Security officer': acceptatie has not deployed 3.9.0";

describe("otap-glass-broken", () => {
    it("tells of a release that skipped a step, in every environment and also when its day is past", () => {
        expect(found(record)).toEqual([TOLD]);
        for (const environment of ["ontwikkeling", "test", "acceptatie"]) {
            expect(found(record, { environment })).toEqual([TOLD]);
        }
        expect(found(record, { today: "2027-12-01" })).toEqual([TOLD]);
    });

    it("is silent where nothing was broken, and once the street is level", () => {
        expect(found(record.unset("record", "breakGlass"))).toEqual([]);
        expect(found(record.set("record", "breakGlass", null))).toEqual([]);
        expect(found(record.set("record", "accepted", [RELEASE]))).toEqual([]);
    });

    it("is not satisfied by another package of the same version, or another version of the same package", () => {
        const other = { ...RELEASE, digest: `sha256:${"b2".repeat(32)}` };
        expect(found(record.set("record", "accepted", [other]))).toEqual([TOLD]);
        expect(found(record.set("record", "accepted", [{ ...RELEASE, version: "3.8.1" }]))).toEqual([TOLD]);
        expect(found(record.unset("record", "accepted"))).toEqual([TOLD]);
    });

    it("says what is missing of the words", () => {
        const bare = record
            .set("record", "breakGlass", "yes")
            .unset("record", "predecessor")
            .unset("record", "release");
        expect(found(bare)).toEqual([
            "record: the glass is broken until not set, asked by not set and approved by not set: the environment before has not deployed this release",
        ]);
    });

    it("does not know while the list or the glass is not known", () => {
        expect(found(record.set("record", "accepted", UNKNOWN))).toEqual([
            "record: undecided, accepted is not known before deployment",
        ]);
        expect(found(record.set("record", "breakGlass", UNKNOWN))).toEqual([
            "record: undecided, breakGlass is not known before deployment",
        ]);
    });
});
