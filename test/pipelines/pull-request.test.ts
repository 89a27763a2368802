import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ENVIRONMENTS } from "../../stacks/settings/environments";
import { ROOT, TODAY } from "../street";
import { type Answer, runScript, temporaryFolder } from "./fake-programs";

const NPX = join(ROOT, "node_modules", ".bin");

/** What `otap` answers where one environment has two findings, one of which stops nothing. */
const PLAN = {
    environments: {
        test: {
            resources: [{}, {}, {}],
            findings: [
                { verdict: "violated", level: "mandatory" },
                { verdict: "violated", level: "advisory" },
                { verdict: "undecided", level: "mandatory" },
            ],
            measures: { 1: { verdict: "met" }, 2: { verdict: "violated" }, 3: { verdict: "undecided" } },
        },
    },
};
const BROKEN: readonly Answer[] = [
    { to: /^npx otap preview --json$/, stdout: JSON.stringify(PLAN), status: 1 },
    { to: /^npx otap check \S+ --format sarif$/, stdout: "{}", status: 1 },
    { to: /^npx otap check \S+$/, stdout: "one finding", status: 1 },
];
const MISTAKE = "Pulumi.test.yaml has a mistake";
const UNREADABLE: readonly Answer[] = [{ to: /^npx otap preview --json$/, stderr: MISTAKE, status: 2 }];

const read = (folder: string, name: string): string => readFileSync(join(folder, name), "utf8");
const verdictOf = (folder: string): number | null => runScript("verdict.sh", [folder], []).status;

describe("pull-request.sh", () => {
    it("with the real otap finds the shipped environments in order", () => {
        const folder = temporaryFolder();
        execFileSync("bash", [join(ROOT, "pipelines", "pull-request.sh"), folder], {
            cwd: ROOT,
            env: { ...process.env, OTAP_TODAY: TODAY, PATH: `${NPX}:${process.env.PATH}` },
        });
        const summary: { environment: string; mandatory: number }[] = JSON.parse(read(folder, "summary.json"));
        expect(summary.map(({ environment }) => environment).sort()).toEqual([...ENVIRONMENTS].sort());
        expect(summary.map(({ mandatory }) => mandatory)).toEqual([0, 0, 0, 0]);
        expect(JSON.parse(read(folder, "otap.sarif")).version).toBe("2.1.0");
        expect(read(folder, "report.txt")).toContain("No findings: every rule holds.");
        expect(verdictOf(folder)).toBe(0);
    });

    it("ends well where a rule is broken, so that it can be published, and keeps the verdict", () => {
        const folder = temporaryFolder();
        expect(runScript("pull-request.sh", [folder], BROKEN).status).toBe(0);
        expect(read(folder, "report.txt")).toBe("one finding");
        expect(verdictOf(folder)).toBe(1);
    });

    it("counts what is in the plan", () => {
        const folder = temporaryFolder();
        runScript("pull-request.sh", [folder], BROKEN);
        expect(JSON.parse(read(folder, "summary.json"))).toEqual([
            { environment: "test", resources: 3, mandatory: 1, advisory: 1, met: 1, violated: 1, undecided: 1 },
        ]);
    });

    it("reports mistakes in the settings, of which there is no plan to upload", () => {
        const folder = temporaryFolder();
        expect(runScript("pull-request.sh", [folder], UNREADABLE).status).toBe(0);
        expect(readdirSync(folder).sort()).toEqual(["report.txt", "summary.json", "verdict"]);
        expect(read(folder, "report.txt")).toBe(MISTAKE);
        expect(verdictOf(folder)).toBe(2);
    });

    it("fails where otap cannot check what it planned", () => {
        const folder = temporaryFolder();
        const answers = [BROKEN[0] as Answer, { to: /^npx otap check/, stderr: "a fault of our own", status: 3 }];
        expect(runScript("pull-request.sh", [folder], answers).status).toBe(1);
    });
});

describe("verdict.sh", () => {
    it("fails without a verdict", () => {
        expect(verdictOf(temporaryFolder())).not.toBe(0);
    });

    it("fails on a verdict that is no number", () => {
        const folder = temporaryFolder();
        writeFileSync(join(folder, "verdict"), "fine\n");
        expect(verdictOf(folder)).not.toBe(0);
    });
});

describe("the scripts of the pipelines", () => {
    const scripts = readdirSync(join(ROOT, "pipelines")).filter((name) => name.endsWith(".sh"));

    it.each(scripts)("%s is a script that bash can read", (name) => {
        const parsed = () => execFileSync("bash", ["-n", join(ROOT, "pipelines", name)], { stdio: "pipe" });
        expect(parsed).not.toThrow();
    });

    it.each(scripts.filter((name) => name !== "annotate.sh"))("%s stops at the first command that fails", (name) => {
        expect(read(join(ROOT, "pipelines"), name)).toContain("\nset -euo pipefail\n");
    });
});
