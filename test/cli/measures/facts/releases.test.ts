import { releases } from "../../../../cli/measures/facts/releases";
import { planEnvironment } from "../../../../cli/offline/plan-environment";
import type { Environment } from "../../../../stacks/settings/environments";
import type { Settings } from "../../../../stacks/settings/settings";
import { street, TODAY } from "../../../street";

async function factsOf(
    environment: Environment,
    release: Partial<Settings["release"]> = {},
): Promise<readonly string[]> {
    const { settings, ...rest } = street()[environment];
    const loaded = { ...rest, settings: { ...settings, release: { ...settings.release, ...release } } };
    const { resources } = await planEnvironment(loaded, TODAY);
    return releases.of({ loaded, resources, basis: "plan", today: TODAY });
}

const PRESENT = "release 3.8.1 (sha256:84dd20e987f6), built from 5b0ddc7ba37a, approved by release manager";

describe("facts of the street's order", () => {
    it("name the release, its package and where it comes from", async () => {
        expect(await factsOf("productie")).toEqual([
            PRESENT,
            "it comes from acceptatie, whose records are asked before it is deployed",
        ]);
        expect(await factsOf("ontwikkeling")).toEqual([
            PRESENT,
            "it comes from the build: nothing stands before this environment",
        ]);
    });

    it("leave out a commit and an approver that nobody named", async () => {
        expect((await factsOf("test", { commit: undefined, approver: undefined }))[0]).toBe(
            "release 3.8.1 (sha256:84dd20e987f6)",
        );
    });

    it("tell of a rollback and of a broken glass, with who and why", async () => {
        const reason = "A leak must be mended now.";
        const breakGlass = { reason, requester: "Team web", approver: "Security officer", until: "2026-12-01" };
        const facts = await factsOf("productie", { breakGlass, rollback: { reason: "The new one is slow." } });
        expect(facts).toEqual([
            PRESENT,
            "it has not passed acceptatie",
            "an older release came back: The new one is slow.",
            `the glass is broken until 2026-12-01, asked by Team web, approved by Security officer: ${reason}`,
        ]);
    });

    it("say of what is deployed that the environment before had it", async () => {
        const loaded = street().test;
        const { resources } = await planEnvironment(loaded, TODAY);
        expect(releases.of({ loaded, resources, basis: "state", today: TODAY })).toContain(
            "it has passed ontwikkeling",
        );
    });

    it("tell where a stack keeps no record", () => {
        expect(releases.of({ loaded: street().test, resources: [], basis: "state", today: TODAY })).toEqual([
            "no release record: what ran in test is not kept",
        ]);
    });
});
