import { execFileSync } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../street";
import { temporaryFolder } from "./fake-programs";

const row = (environment: string, mandatory = 0) => ({
    environment,
    resources: 351,
    mandatory,
    advisory: 2,
    met: 9,
    violated: 0,
    undecided: 5,
});
const GOOD = ["ontwikkeling", "test", "acceptatie", "productie"].map((environment) => row(environment));

const PROGRAM = join(ROOT, "pipelines", "comment.js");

function comment(summary: unknown, report: string, variables = {}): string {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "summary.json"), typeof summary === "string" ? summary : JSON.stringify(summary));
    writeFileSync(join(folder, "report.txt"), report);
    return execFileSync(process.execPath, [PROGRAM, folder], {
        encoding: "utf8",
        env: { ...process.env, ...variables },
    });
}

/** What stands outside of the fence. */
const outside = (text: string): string => text.replace(/(`{3,})text\n[\s\S]*\n\1/, "");

describe("the comment on a pull request", () => {
    it("shows the numbers of each environment, and the report in its fold", () => {
        expect(comment(GOOD, "No findings: every rule holds.\n")).toBe(`\
<!-- otap: one comment for each pull request, edited in place -->
## otap: what this pull request would deploy

No mandatory rule is broken in any environment.

| environment | resources | mandatory findings | advice | measures met | violated | undecided |
|---|--:|--:|--:|--:|--:|--:|
| ontwikkeling | 351 | 0 | 2 | 9 | 0 | 5 |
| test | 351 | 0 | 2 | 9 | 0 | 5 |
| acceptatie | 351 | 0 | 2 | 9 | 0 | 5 |
| productie | 351 | 0 | 2 | 9 | 0 | 5 |

<details><summary>Report</summary>

\`\`\`text
No findings: every rule holds.
\`\`\`

</details>

Made by the code of the pull request itself, offline; the checks above are what must pass.
`);
    });

    it("names the commit that it is about, and nothing that is none", () => {
        const sha = "5b0ddc7ba37ad1b9e1f0ad2a04f8a9de1c6d7e42";
        expect(comment(GOOD, "", { HEAD_SHA: sha })).toContain(`in any environment.\n\nAbout ${sha}.\n\n|`);
        expect(comment(GOOD, "", { HEAD_SHA: `${sha}<b>` })).not.toContain("About");
    });

    it("tells of a run that left no report", () => {
        const text = execFileSync(process.execPath, [PROGRAM, join(temporaryFolder(), "none")], { encoding: "utf8" });
        expect(text).toContain("The preview did not come to an end in all four environments");
        expect(text).toContain("The run left no report; its log says why.");
    });

    it("counts what is broken in all environments", () => {
        const summary = [row("ontwikkeling", 2), row("test", 1), row("acceptatie"), row("productie")];
        expect(comment(summary, "")).toContain("\nMandatory rules are broken: 3 findings.\n");
    });

    it.each([
        ["is empty", []],
        ["is no JSON", "<b>"],
        ["is no list", { find: 1 }],
        ["lacks an environment", GOOD.slice(1)],
        ["holds text for a number", [{ ...row("test"), resources: "[x](https://example.com)" }, ...GOOD.slice(2)]],
    ])("does not say that all is well when the summary %s", (_, summary) => {
        expect(comment(summary, "")).toContain("The preview did not come to an end in all four environments");
    });

    it("shows nothing of a row that is not of numbers", () => {
        const summary = [{ ...row("test"), resources: "[x](https://example.com)" }, row("@everyone")];
        expect(comment(summary, "")).not.toMatch(/example\.com|everyone/);
    });

    it("keeps what the pull request says inside a fence, whatever it says", () => {
        const hostile = "```\n````\n</details>\n@octocat ![x](https://example.com/x.png) <img src=x>\n`````text";
        const text = comment(GOOD, hostile);
        expect(text).toContain(`\n\`\`\`\`\`\`text\n${hostile}\n\`\`\`\`\`\`\n`);
        expect(outside(text)).not.toMatch(/octocat|example\.com|<img/);
    });

    it("leaves out what turns the direction of writing and other control characters", () => {
        expect(comment(GOOD, "a\u202eb\u0007c\u001b[31md\te")).toContain("\nabc[31md\te\n");
    });

    it("publishes nothing that a link in the report points to", () => {
        const folder = temporaryFolder();
        writeFileSync(join(folder, "summary.json"), "[]");
        symlinkSync(join(ROOT, "package.json"), join(folder, "report.txt"));
        const run = () => execFileSync(process.execPath, [PROGRAM, folder], { stdio: "pipe" });
        expect(run).toThrow("report.txt is no file of its own");
    });

    it.each([
        ["long", "x".repeat(200_000)],
        ["of backticks", "`".repeat(200_000)],
        ["of lines", "line\n".repeat(40_000)],
    ])("stays under 65,000 characters when the report is %s, and says that it is cut", (_, report) => {
        const text = comment(GOOD, report);
        expect(text.length).toBeLessThanOrEqual(65_000);
        expect(text).toContain("… cut off here");
        expect(outside(text)).toContain("</details>");
    });
});
