import { compareVersions } from "../../../stacks/settings/versions";

describe("compareVersions", () => {
    /** The order of semver.org, rule 11, and numbers beyond one digit. */
    const ordered = [
        ...["1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11"],
        ...["1.0.0-rc.1", "1.0.0", "1.0.1", "1.2.0", "1.10.0", "2.0.0"],
    ];

    it("orders versions as semver does", () => {
        const sorted = [...ordered].reverse().sort(compareVersions);
        expect(sorted).toEqual(ordered);
    });

    it("finds a version neither older nor newer than itself", () => {
        expect(ordered.map((version) => Math.abs(compareVersions(version, version)))).toEqual(ordered.map(() => 0));
    });
});
