import { type Answer, runScript } from "./fake-programs";

const RUN = "https://github.com/figlo/infra/actions/runs/1";

describe("drift.sh", () => {
    const TOKEN: Answer = { to: /^az account get-access-token / };

    it("compares what is deployed, also inside the databases, with the plan, and expects nothing to change", () => {
        const { status, calls } = runScript("drift.sh", ["test"], [TOKEN, { to: /^pulumi preview/ }]);
        expect(status).toBe(0);
        expect(calls).toEqual([
            "az account get-access-token --resource https://database.windows.net --output none",
            "pulumi preview --stack test --non-interactive --refresh --expect-no-changes --diff --policy-pack policies --policy-pack-config policies/config/test.json",
        ]);
    });

    it("fails where something changed", () => {
        const drifted: Answer = { to: /^pulumi preview/, stderr: "error: no changes were expected", status: 255 };
        const { status, stdout } = runScript("drift.sh", ["test"], [TOKEN, drifted]);
        expect(status).toBe(1);
        expect(stdout).toContain("::error::test: what is deployed is not what the settings say");
    });

    it("tells Azure DevOps in its own words", () => {
        const variables = { GITHUB_ACTIONS: "", TF_BUILD: "True" };
        const drifted: Answer = { to: /^pulumi preview/, status: 255 };
        const { stdout } = runScript("drift.sh", ["test"], [TOKEN, drifted], variables);
        expect(stdout).toContain("##vso[task.logissue type=error]test: what is deployed");
    });
});

describe("post-issue.sh", () => {
    const lists = (...issues: object[]): Answer => ({ to: /^gh issue list /, stdout: JSON.stringify(issues) });
    const WRITES: Answer = { to: /^gh issue (create|comment) / };
    const post = (listed: Answer) =>
        runScript("post-issue.sh", [RUN], [listed, WRITES], { GITHUB_REPOSITORY: "figlo/infra" });

    it("opens an issue where none is open", () => {
        expect(post(lists({ number: 3, title: "Nightly something else" })).calls.at(-1)).toBe(
            `gh issue create --repo figlo/infra --title The nightly check found something --body The nightly check of drift and restore points failed, or did not come to an end: ${RUN}`,
        );
    });

    it("adds to the one that is open", () => {
        expect(post(lists({ number: 4, title: "The nightly check found something" })).calls.at(-1)).toBe(
            `gh issue comment 4 --repo figlo/infra --body The nightly check of drift and restore points failed, or did not come to an end: ${RUN}`,
        );
    });

    it("fails where GitHub does", () => {
        expect(post({ to: /^gh issue list/, status: 1 }).status).not.toBe(0);
    });
});
