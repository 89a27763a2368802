import { ExampleStack, SECRET, UNKNOWN } from "../example-stack";

const DIGEST = `sha256:${"a1".repeat(32)}`;
const RELEASE = { version: "3.8.1", digest: DIGEST };

const record = new ExampleStack().plus("pulumi-nodejs:dynamic/figlo:ReleaseRecord", "record", {
    release: RELEASE,
    predecessor: "acceptatie",
    accepted: [{ version: "3.8.0", digest: `sha256:${"b2".repeat(32)}` }, RELEASE],
});
const found = (stack: ExampleStack, config = {}) => stack.found("otap-promotion-order", config);
const GLASS = { reason: "A leak is mended.", requester: "Team web", approver: "Security officer", until: "2026-12-01" };

describe("otap-promotion-order", () => {
    it("passes a release that the environment before has had, also when that has moved on", () => {
        expect(found(record)).toEqual([]);
        const newer = { version: "3.9.0", digest: DIGEST };
        expect(found(record.set("record", "accepted", [RELEASE, newer]))).toEqual([]);
    });

    it("reports one that it never had, one with another digest, and one where it never deployed anything", () => {
        const never = ["record: acceptatie has deployed 3.8.1 never"];
        expect(found(record.set("record", "accepted", []))).toEqual(never);
        expect(found(record.unset("record", "accepted"))).toEqual(never);
        const other = [{ ...RELEASE, digest: `sha256:${"c3".repeat(32)}` }];
        expect(found(record.set("record", "accepted", other))).toEqual([
            "record: acceptatie has deployed 3.8.1 under another digest, so it is another package",
        ]);
    });

    it("reports a step that is skipped", () => {
        expect(found(record.set("record", "predecessor", "test"))).toEqual([
            "record: predecessor is 'test', and a release comes from acceptatie",
        ]);
    });

    it("asks the first environment for nothing but a digest", () => {
        const first = record.unset("record", "accepted").unset("record", "predecessor");
        expect(found(first, { environment: "ontwikkeling" })).toEqual([]);
        expect(found(first.set("record", "release.digest", "latest"), { environment: "ontwikkeling" })).toEqual([
            "record: release.digest is 'latest'",
        ]);
    });

    it("wants a version, also in the first environment", () => {
        expect(found(record.set("record", "release.version", null), { environment: "ontwikkeling" })).toEqual([
            "record: release.version is not set",
        ]);
    });

    it("lets a glass be whole again, past its day, when the environment before has deployed the release", () => {
        expect(found(record.set("record", "breakGlass", { ...GLASS, until: "2026-01-01" }))).toEqual([]);
    });

    it("does not know while the list is not known", () => {
        expect(found(record.set("record", "accepted", UNKNOWN))).toEqual([
            "record: undecided, accepted is not known before deployment",
        ]);
        expect(found(record.set("record", "release", SECRET))[0]).toContain("undecided");
    });

    it("lets a broken glass pass with a reason, another approver and an end", () => {
        const broken = record.set("record", "accepted", []).set("record", "breakGlass", GLASS);
        expect(found(broken)).toEqual([]);
        expect(found(broken.set("record", "breakGlass.reason", " "))).toEqual(["record: breakGlass says no reason"]);
        const alone = ["record: breakGlass is not approved by somebody else than who asked for it"];
        expect(found(broken.set("record", "breakGlass.approver", "team  web"))).toEqual(alone);
        expect(found(broken.set("record", "breakGlass.approver", "Web-téam"))).toEqual(alone);
        expect(found(broken.unset("record", "breakGlass.requester"))).toEqual(alone);
        for (const until of ["2026-11-22", "2027-02-22", "soon"]) {
            expect(found(broken.set("record", "breakGlass.until", until))).toEqual([
                `record: breakGlass.until is '${until}', not a day within 90 days`,
            ]);
        }
        expect(found(broken.set("record", "breakGlass", "yes"))).toHaveLength(3);
        expect(found(broken.set("record", "breakGlass", null))).toEqual([
            "record: acceptatie has deployed 3.8.1 never",
        ]);
    });
});
