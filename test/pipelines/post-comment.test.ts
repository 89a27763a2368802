import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Answer, runScript, temporaryFolder } from "./fake-programs";

const SHA = "5b0ddc7ba37ad1b9e1f0ad2a04f8a9de1c6d7e42";
const MARKER = "<!-- otap: one comment for each pull request, edited in place -->";
const VARIABLES = { GITHUB_REPOSITORY: "figlo/infra", HEAD_OWNER: "someone", HEAD_BRANCH: "main", HEAD_SHA: SHA };

const pulls = (...heads: [number, string][]): Answer => ({
    to: /^gh api --method GET repos\/figlo\/infra\/pulls -f state=open -f head=someone:main$/,
    stdout: JSON.stringify(heads.map(([number, sha]) => ({ number, head: { sha } }))),
});
/** Two pages, as `--slurp` puts them. */
const comments = (...bodies: [number, string, string][]): Answer => ({
    to: /^gh api --paginate --slurp repos\/figlo\/infra\/issues\/7\/comments$/,
    stdout: JSON.stringify([[], bodies.map(([id, login, body]) => ({ id, user: { login }, body }))]),
});
const WRITES: Answer = { to: /^gh api --method (POST|PATCH) / };

function post(...answers: Answer[]) {
    const file = join(temporaryFolder(), "comment.md");
    writeFileSync(file, `${MARKER}\ntext\n`);
    const run = runScript("post-comment.sh", [file], [...answers, WRITES], VARIABLES);
    return {
        ...run,
        written: run.calls.filter((call) => /POST|PATCH/.test(call)).map((call) => call.replace(file, "FILE")),
    };
}

describe("post-comment.sh", () => {
    it("makes the comment where there is none of ours", () => {
        const someone = [1, "someone", `${MARKER} not ours`] as [number, string, string];
        expect(post(pulls([6, "other"], [7, SHA]), comments(someone)).written).toEqual([
            "gh api --method POST repos/figlo/infra/issues/7/comments -F body=@FILE --silent",
        ]);
    });

    it("edits the one that is there", () => {
        const ours = [42, "github-actions[bot]", `${MARKER}\nolder`] as [number, string, string];
        expect(post(pulls([7, SHA]), comments(ours)).written).toEqual([
            "gh api --method PATCH repos/figlo/infra/issues/comments/42 -F body=@FILE --silent",
        ]);
    });

    it("leaves a pull request alone that has moved on", () => {
        const run = post(pulls([7, "newer"]));
        expect(run.status).toBe(0);
        expect(run.written).toEqual([]);
        expect(run.stdout).toContain("a newer run comments");
    });

    it("fails where GitHub does", () => {
        const run = post({ to: /pulls/, stderr: "HTTP 502", status: 1 });
        expect(run.status).not.toBe(0);
        expect(run.written).toEqual([]);
    });
});
