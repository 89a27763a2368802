import { standingRights } from "../../../cli/measures/standing-rights";
import { ENVIRONMENTS } from "../../../stacks/settings/environments";
import type { Loaded } from "../../../stacks/settings/load-environment";
import { street } from "../../street";

/** An environment in which everybody's rights are always there. */
const standing = (loaded: Loaded): Loaded => ({
    ...loaded,
    data: { ...loaded.data, access: loaded.data.access.map((row) => ({ ...row, standing: true })) },
});

describe("standingRights", () => {
    it("finds nothing in the shipped files", () => {
        expect(ENVIRONMENTS.flatMap((environment) => standingRights(street()[environment], "urn:stack"))).toEqual([]);
    });

    it("finds each right of people in productie that is always there, and none of the pipeline's", () => {
        const { productie } = street();
        const people = productie.data.access.filter(({ role }) => role !== "pipeline");
        const findings = standingRights(standing(productie), "urn:stack");
        expect(findings).toHaveLength(people.length);
        expect(findings[0]).toMatchObject({
            rule: "access-not-standing",
            level: "mandatory",
            verdict: "violated",
            urn: "urn:stack",
            message: "access.yaml: 'figlo-advisor-release-managers' has standing rights on 'packages'",
            measures: [2],
        });
    });

    it("leaves the other environments alone", () => {
        expect(standingRights(standing(street().acceptatie), "urn:stack")).toEqual([]);
    });
});
