import { releaseSettings } from "../../../stacks/settings/release-settings";

const release = { version: "3.9.0", digest: `sha256:${"a".repeat(64)}` };
const breakGlass = { reason: "Sign-in fails.", requester: "A team", approver: "B team", until: "2026-12-01" };

const paths = (value: object): readonly string[] =>
    releaseSettings.safeParse(value).error?.issues.map(({ path }) => path.join(".")) ?? [];

describe("the settings of a release", () => {
    it("are a version and a digest, and what else is known of it", () => {
        expect(paths(release)).toEqual([]);
        expect(
            paths({
                ...release,
                commit: "c".repeat(40),
                approver: "release manager",
                rollback: { reason: "Uploads are lost." },
                breakGlass,
            }),
        ).toEqual([]);
    });

    it.each<[string, object]>([
        ["commit", { commit: "c".repeat(39) }],
        ["approver", { approver: "" }],
        ["rollback.reason", { rollback: { reason: "" } }],
        ["breakGlass.reason", { breakGlass: { ...breakGlass, reason: "" } }],
        ["breakGlass.until", { breakGlass: { ...breakGlass, until: "2026-02-30" } }],
    ])("have no %s that says nothing", (path, change) => {
        expect(paths({ ...release, ...change })).toEqual([path]);
    });

    it.each(["A team", "a TEAM", "A  team", "A-team"])("do not take '%s' for another than 'A team'", (approver) => {
        expect(paths({ ...release, breakGlass: { ...breakGlass, approver } })).toEqual(["breakGlass.approver"]);
    });
});
