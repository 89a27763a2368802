import { chmodSync, mkdirSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { digestOf, exportOf, historyOf, PRESENT, StreetCopy } from "../releases/street-copy";

const OLD = { version: "3.8.0", digest: digestOf("8") };
const NOW = { version: "3.8.1", digest: PRESENT };
const NEW = { version: "3.9.0", digest: digestOf("a") };

const HISTORIES = {
    ontwikkeling: historyOf(
        "ontwikkeling",
        { ...OLD, deployed: "2026-10-01" },
        { ...NOW, deployed: "2026-10-20" },
        { ...NEW, deployed: "2026-11-18" },
    ),
    test: historyOf("test", { ...OLD, deployed: "2026-10-02" }, { ...NOW, deployed: "2026-10-22" }),
    acceptatie: historyOf("acceptatie", { ...OLD, deployed: "2026-10-05" }, { ...NOW, deployed: "2026-10-28" }),
    productie: historyOf("productie", { ...OLD, deployed: "2026-10-12" }),
};

describe("otap status", () => {
    let street: StreetCopy;
    const path = process.env.PATH;
    beforeEach(() => {
        street = new StreetCopy();
        process.env.PATH = join(street.root, "bin");
    });
    afterEach(() => {
        process.env.PATH = path;
        street.remove();
    });

    const files = (histories: object = HISTORIES): readonly string[] =>
        Object.entries(histories).flatMap(([name, history]) => [
            "--from",
            street.write(`${name}.json`, exportOf(name, history)),
        ]);

    /** A program that answers as the engine would. */
    function pulumi(script: string): void {
        mkdirSync(join(street.root, "bin"));
        const file = street.write("bin/pulumi", `#!/bin/sh\n${script}\n`);
        chmodSync(file, 0o755);
        process.env.PATH = [dirname(file), path].join(delimiter);
    }

    it("tells what runs where, since when, and what the settings name", async () => {
        const { exitCode, stdout, stderr } = await street.otap(["status", ...files()]);
        expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
        expect(stdout).toBe(
            [
                "Environment   Settings  Runs   Since       Approver         Records",
                "ontwikkeling  3.8.1     3.9.0  2026-11-18  release manager        3",
                "test          3.8.1     3.8.1  2026-10-22  release manager        2",
                "acceptatie    3.8.1     3.8.1  2026-10-28  release manager        2",
                "productie     3.8.1     3.8.0  2026-10-12  release manager        1",
                "",
                "Version  ontwikkeling  test          acceptatie    productie",
                "3.9.0    2026-11-18 *",
                "3.8.1    2026-10-20    2026-10-22 *  2026-10-28 *  in settings",
                "3.8.0    2026-10-01    2026-10-02    2026-10-05    2026-10-12 *",
                "* runs now",
                "",
                "- ontwikkeling: the settings name 3.8.1, which does not run yet",
                "- test: behind ontwikkeling, where 3.9.0 runs",
                "- productie: the settings name 3.8.1, which does not run yet",
                "- productie: behind acceptatie, where 3.8.1 runs",
                "",
            ].join("\n"),
        );
    });

    it("verifies records that follow from each other", async () => {
        const { exitCode, stdout } = await street.otap(["status", "--verify", ...files()]);
        expect(exitCode).toBe(0);
        expect(stdout).toContain(
            "Verified: 8 records, each as it was written, and each release from the\nenvironment before.\n",
        );
    });

    it("ends with 1 where a record was changed, and says which", async () => {
        const [first, second] = HISTORIES.test;
        const changed = { ...HISTORIES, test: [first, { ...second, approver: "somebody else" }] };
        const { exitCode, stdout } = await street.otap(["status", "test", "--verify", ...files(changed)]);
        expect(exitCode).toBe(1);
        expect(stdout).toContain(
            "1 thing does not verify:\n✗ test: record 2 (3.8.1) is not what was written: its digest does not fit\n",
        );
    });

    it("prints the same as JSON and nothing else", async () => {
        const { exitCode, stdout } = await street.otap(["status", "productie", "--json", "--verify", ...files()]);
        expect(exitCode).toBe(0);
        expect(JSON.parse(stdout)).toEqual({
            version: 1,
            today: "2026-11-23",
            source: "state",
            environments: {
                productie: {
                    settings: expect.objectContaining(NOW),
                    deployed: HISTORIES.productie[0],
                    records: HISTORIES.productie,
                    notes: ["the settings name 3.8.1, which does not run yet", "behind acceptatie, where 3.8.1 runs"],
                },
            },
            verification: { records: 1, brokenGlass: 0, problems: [], warnings: [] },
        });
    });

    it("asks the engine for each environment and the one before it", async () => {
        const answers = Object.entries(HISTORIES).map(([name, history]) => {
            const file = street.write(`${name}.json`, exportOf(name, history));
            return `${name}) cat ${file};;`;
        });
        pulumi(`echo "$*" >> ${street.root}/asked; case "$4" in ${answers.join(" ")} esac`);
        const { exitCode, stdout } = await street.otap("status productie --verify");
        expect(exitCode).toBe(0);
        expect(stdout).toContain("productie    3.8.1     3.8.0  2026-10-12");
        expect(readFileSync(join(street.root, "asked"), "utf8").trim().split("\n").sort()).toEqual([
            "stack export --stack acceptatie --non-interactive",
            "stack export --stack productie --non-interactive",
        ]);
    });

    it("shows the settings where there is no engine, and says what to do", async () => {
        const { exitCode, stdout } = await street.otap("status");
        expect(exitCode).toBe(0);
        expect(stdout).toContain("productie     3.8.1     ?     ?      ?               ?\n");
        expect(stdout.replace(/\n/g, " ")).toContain(
            "What runs in ontwikkeling, test, acceptatie, productie is not known: there is no `pulumi` on the PATH; " +
                "install it, or give what `pulumi stack export` printed elsewhere with --from.",
        );
    });

    it("shows the engine's own words where it refuses, without what moves a cursor", async () => {
        pulumi('printf "warning: old\\nerror: \\033[31mPULUMI_ACCESS_TOKEN must be set\\n" >&2; exit 255');
        const { exitCode, stdout } = await street.otap("status test");
        expect(exitCode).toBe(0);
        expect(stdout.replace(/\n/g, " ")).toContain(
            "What runs in test is not known: `pulumi stack export` says: \\u001b[31mPULUMI_ACCESS_TOKEN must be set.",
        );
    });

    it("takes a stack that nobody made for one that has deployed nothing", async () => {
        pulumi("echo \"error: no stack named 'test' found\" >&2; exit 255");
        const { stdout } = await street.otap("status test");
        expect(stdout).toContain("test         3.8.1     -     -      -               0\n");
        expect(stdout).toContain("- test: nothing is deployed yet\n");
    });

    it("ends with 2 where there is nothing to verify", async () => {
        expect((await street.otap("status --verify")).exitCode).toBe(2);
        pulumi("echo \"error: no stack named 'test' found\" >&2; exit 255");
        const { exitCode, stdout } = await street.otap("status --verify");
        expect(exitCode).toBe(2);
        expect(stdout).toContain("There are no records to verify.\n");
    });

    it("does not pass where the engine told of one environment and refused another", async () => {
        const file = street.write("test.json", exportOf("test", HISTORIES.test));
        pulumi(`[ "$4" = test ] && exec cat ${file}; echo "error: no access" >&2; exit 1`);
        const { exitCode, stdout } = await street.otap("status ontwikkeling test --verify");
        expect(exitCode).toBe(1);
        expect(stdout).toContain("✗ ontwikkeling: its records are not known, so nothing of it is verified\n");
        expect(stdout).toContain(
            "✗ test: cannot be compared without the records of ontwikkeling; give them as\n  well\n",
        );
    });

    it("reads what `pulumi stack output` prints, with the environment's name, and standard input", async () => {
        const outputs = street.write("outputs.json", { release: "3.8.0", releases: HISTORIES.productie });
        const line = ["status", "productie", "acceptatie", "--from", `productie=${outputs}`, "--from", "acceptatie=-"];
        const { exitCode, stdout } = await street.otap(line, JSON.stringify(HISTORIES.acceptatie));
        expect(exitCode).toBe(0);
        expect(stdout).toMatch(/^productie +3\.8\.1 +3\.8\.0 /m);
        expect(stdout).toMatch(/^acceptatie +3\.8\.1 +3\.8\.1 /m);
    });

    it("asks the sandbox as a process of its own, and says what its records are worth", async () => {
        const history = historyOf("test", { ...NOW, deployed: "2026-11-01", where: "sandbox" });
        const outputs = { ontwikkeling: { releases: history }, test: { releases: history }, acceptatie: {} };
        street.sandboxTells(outputs);
        const { exitCode, stdout } = await street.otap("status test acceptatie --sandbox --verify");
        expect(stdout).toContain("Recorded in the sandbox: it proves nothing about Azure.\n");
        expect(stdout).toContain("- acceptatie: nothing is deployed yet\n");
        expect(stdout).toContain("Verified: 1 record, each as it was written");
        expect(exitCode).toBe(0);
    });

    it("ends with 2 and the sandbox's words when it refuses", async () => {
        mkdirSync(join(street.root, "sandbox/bin"), { recursive: true });
        street.write("sandbox/bin/sandbox.js", 'console.error("the state is damaged"); process.exitCode = 2');
        expect(await street.otap("status --sandbox")).toEqual({
            exitCode: 2,
            stdout: "",
            stderr: "the sandbox does not answer: the state is damaged\n",
        });
    });

    it.each([
        [["--from", "nowhere.json"], "there is no file 'nowhere.json'"],
        [["--from", "-"], "standard input is empty"],
        [["--from", "-", "--from", "test=-"], "standard input can be read once"],
        [["--from", "x.json", "--sandbox"], "cannot be used with"],
        [["prod"], "no such environment"],
        [["--today", "soon"], "'soon' is not a date"],
    ])("ends %j with 2 and a sentence", async (argv, said) => {
        const { exitCode, stdout, stderr } = await street.otap(["status", ...argv]);
        expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
        expect(stderr).toContain(said);
    });

    it("shows the mistakes of the settings", async () => {
        street.edit("test", PRESENT, digestOf("e"));
        const { exitCode, stderr } = await street.otap("status");
        expect(exitCode).toBe(2);
        expect(stderr).toContain("copy both values of ontwikkeling");
    });
});
