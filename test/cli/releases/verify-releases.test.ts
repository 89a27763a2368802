import { type EnvironmentReleases, notesOn } from "../../../cli/releases/street-releases";
import { verifyReleases } from "../../../cli/releases/verify-releases";
import type { History, NewEntry } from "../../../stacks/promotion/release-history";
import { digestOf, historyOf } from "./street-copy";

const OLD = { version: "3.8.0", digest: digestOf("8"), deployed: "2026-10-01" };
const NOW = { version: "3.8.1", digest: digestOf("9"), deployed: "2026-10-20" };
const GLASS = { reason: "A leak is mended.", requester: "Team web", approver: "Security officer", until: "2026-12-01" };
const ARGS = { source: "state", today: "2026-11-23" } as const;

type Step = Pick<NewEntry, "version" | "digest" | "deployed"> & Partial<NewEntry>;

const first = historyOf("ontwikkeling", OLD, NOW);
const releases = (environment: "ontwikkeling" | "test", history?: History): EnvironmentReleases => ({
    environment,
    settings: { version: NOW.version, digest: NOW.digest },
    history,
    doubts: [],
});
const street = (history: History, before: History | undefined = first) => [
    releases("ontwikkeling", before),
    releases("test", history),
];
/** What is found in the records of test, whose predecessor has deployed both releases. */
const found = (history: History, args: Parameters<typeof verifyReleases>[2] = ARGS, before?: History) => {
    const all = street(history, before);
    return verifyReleases(all.slice(1), all, args);
};
const deployed = (...steps: readonly Step[]): History => historyOf("test", ...steps);

describe("release records", () => {
    it("verify where each came from the environment before, on the same day too", () => {
        expect(found(deployed(OLD, NOW))).toEqual({ records: 2, brokenGlass: 0, problems: [], warnings: [] });
    });

    it("do not verify without a link of the chain, or with a link of another", () => {
        const [one, two] = deployed(OLD, NOW) as [History[0], History[0]];
        expect(found([two]).problems).toEqual(["test: record 1 (3.8.1) does not follow the one before it"]);
        expect(found([one, { ...two, commit: "d".repeat(40) }]).problems).toEqual([
            "test: record 2 (3.8.1) is not what was written: its digest does not fit",
        ]);
        expect(found(first).problems).toEqual([
            "test: record 1 (3.8.0) is one of ontwikkeling",
            "test: record 2 (3.8.1) is one of ontwikkeling",
        ]);
    });

    it("do not verify for a release that the environment before never had, or had as another package", () => {
        expect(found(deployed({ ...NOW, version: "3.8.5" })).problems).toEqual([
            "test: record 1 (3.8.5) is not on the list of ontwikkeling",
        ]);
        expect(found(deployed({ ...NOW, digest: digestOf("f") })).problems).toEqual([
            "test: record 1 (3.8.1) is not on the list of ontwikkeling with this digest",
        ]);
    });

    it("do not verify for a release that came here first", () => {
        expect(found(deployed({ ...NOW, deployed: "2026-10-19" })).problems).toEqual([
            "test: record 1 (3.8.1) is of 2026-10-19, and came to ontwikkeling on 2026-10-20 only",
        ]);
    });

    it("do not take a record of the sandbox for one of Azure", () => {
        const sandboxed = historyOf("ontwikkeling", { ...NOW, where: "sandbox" });
        expect(found(deployed(NOW), ARGS, sandboxed).problems).toEqual([
            "test: record 1 (3.8.1) is not on the list of ontwikkeling with this digest",
        ]);
        const own = deployed({ ...NOW, where: "sandbox" });
        expect(found(own, ARGS, sandboxed).problems).toEqual([
            "test: record 1 (3.8.1) was made in the sandbox, and proves nothing about Azure",
        ]);
        expect(found(own, { ...ARGS, source: "sandbox" }, sandboxed).problems).toEqual([]);
    });

    it("do not verify where an older release came back without a word, or a day before the last", () => {
        const back = { ...OLD, deployed: "2026-11-01" };
        expect(found(deployed(NOW, back)).problems).toEqual([
            "test: record 2 (3.8.0) is older than 3.8.1 before it, and declares no rollback",
        ]);
        expect(found(deployed(NOW, { ...back, rollback: "The new one is slow." })).problems).toEqual([]);
        expect(
            found(deployed({ ...OLD, deployed: "2026-11-02" }, { ...NOW, deployed: "2026-11-01" })).problems,
        ).toEqual(["test: record 2 (3.8.1) is of 2026-11-01, and the one before it of 2026-11-02"]);
    });

    it("verify with a broken glass until its day, and after it where the street is level again", () => {
        const newer = { version: "3.9.0", digest: digestOf("a"), deployed: "2026-11-20", breakGlass: GLASS };
        const broken = deployed(OLD, newer);
        expect(found(broken)).toMatchObject({ brokenGlass: 1, problems: [] });
        const late = { ...ARGS, today: "2026-12-02" };
        expect(found(broken, { ...ARGS, today: "2026-12-01" }).problems).toEqual([]);
        expect(found(broken, late).problems).toEqual([
            "test: record 2 (3.9.0) broke the glass until 2026-12-01 and still runs; let it pass ontwikkeling, or roll back",
        ]);
        const level = historyOf("ontwikkeling", OLD, { ...newer, deployed: "2026-11-30", breakGlass: undefined });
        expect(found(broken, late, level).problems).toEqual([]);
        const gone = deployed(OLD, newer, { ...OLD, deployed: "2026-11-22", rollback: "It is mended." });
        expect(found(gone, late).problems).toEqual([]);
    });

    it("do not verify without those of the environment before", () => {
        const all = [{ ...releases("ontwikkeling"), unknown: "no access" }, releases("test", deployed(NOW))];
        expect(verifyReleases(all, all, ARGS).problems).toEqual([
            "ontwikkeling: its records are not known, so nothing of it is verified",
            "test: cannot be compared without the records of ontwikkeling; give them as well",
        ]);
    });

    it("tell what makes them doubtful", () => {
        const doubtful = [{ ...releases("ontwikkeling", first), doubts: ["was changed"] }];
        expect(verifyReleases(doubtful, doubtful, ARGS).problems).toEqual(["ontwikkeling: was changed"]);
    });

    it("warn of what they leave out, without being refused", () => {
        const { problems, warnings } = found(
            deployed({ ...OLD, approver: undefined, commit: undefined }, { ...NOW, approver: undefined }),
        );
        expect(problems).toEqual([]);
        expect(warnings).toEqual(["test: record 1 names no commit", "test: records 1, 2 name no approver"]);
    });
});

describe("notes on releases", () => {
    const notes = (history: History, changes: Partial<EnvironmentReleases> = {}, args: typeof ARGS | object = ARGS) => {
        const [before, own] = street(history) as [EnvironmentReleases, EnvironmentReleases];
        const changed = { ...own, ...changes };
        return notesOn(changed, [before, changed], { ...ARGS, ...args });
    };

    it("are none where the street is level", () => {
        expect(notes(deployed(NOW))).toEqual([]);
    });

    it("tell what is behind, ahead, rolled back or another package", () => {
        expect(notes(deployed({ ...NOW, version: "3.9.0" }))).toContain("ahead of ontwikkeling, where 3.8.1 runs");
        const back = deployed(NOW, { ...OLD, deployed: "2026-11-01", rollback: "The new one is slow." });
        expect(notes(back)).toEqual([
            "the settings name 3.8.1, which does not run yet",
            "behind ontwikkeling, where 3.8.1 runs",
            "rolled back: The new one is slow.",
        ]);
        expect(notes(deployed({ ...NOW, digest: digestOf("f") }))).toEqual([
            "the settings name another package of 3.8.1, sha256:999999999999, than sha256:ffffffffffff that runs",
        ]);
    });

    it("tell of a broken glass, and when it is over", () => {
        const broken = deployed({ ...NOW, version: "3.9.0", breakGlass: GLASS });
        const who = "(asked by Team web, approved by Security officer): A leak is mended.";
        expect(notes(broken)).toContain(`broke the glass until 2026-12-01 ${who}`);
        expect(notes(broken, {}, { today: "2026-12-02" })).toContain(
            `broke the glass until 2026-12-01, which is over ${who}`,
        );
        const settings = { version: "3.9.0", digest: digestOf("a"), breakGlass: GLASS };
        expect(notes([], { settings, history: undefined })).toContain(
            `the settings break the glass until 2026-12-01 ${who}`,
        );
    });

    it("tell of records of the sandbox among those of Azure", () => {
        const sandboxed = deployed({ ...NOW, where: "sandbox" });
        expect(notes(sandboxed)).toEqual(["recorded in the sandbox, which proves nothing about Azure"]);
        expect(notes(sandboxed, {}, { source: "sandbox" })).toEqual([]);
    });
});
