import { chmodSync, lstatSync, readdirSync, readFileSync, renameSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { digestOf, exportOf, historyOf, PRESENT, StreetCopy } from "../releases/street-copy";

const BUILT = `--version 3.9.0 --digest ${digestOf("a")} --commit ${"d".repeat(40)}`;
const GLASS = ["--reason", "A leak is mended.", "--requester", "Team web", "--until", "2026-12-01"];

const FIRST = "Pulumi.ontwikkeling.yaml";
const BROKEN = [
    "approver: Security officer",
    "    breakGlass:",
    "      reason: A leak is mended.",
    "      requester: Team web",
    "      approver: Security officer",
    '      until: "2026-12-01"',
].join("\n");

const STREET = ["ontwikkeling", "test", "acceptatie", "productie"] as const;

describe("otap promote", () => {
    let street: StreetCopy;
    beforeEach(() => {
        street = new StreetCopy();
    });
    afterEach(() => street.remove());

    const refusal = async (line: string | readonly string[]) => {
        const before = STREET.map((each) => street.read(each));
        const { exitCode, stdout, stderr } = await street.otap(line);
        const after = STREET.map((each) => street.read(each));
        expect({ exitCode, stdout, after }).toEqual({ exitCode: 2, stdout: "", after: before });
        return stderr;
    };

    it("writes version, digest and commit of the environment before, and the approver that was given", async () => {
        await street.otap(`promote ontwikkeling ${BUILT}`);
        const { exitCode, stdout } = await street.otap(["promote", "test", "--approver", "Lead of testing"]);
        expect(exitCode).toBe(0);
        expect(street.read("test")).toContain(
            `    version: 3.9.0\n    digest: ${digestOf("a")}\n    commit: ${"d".repeat(40)}\n    approver: Lead of testing\n`,
        );
        expect(stdout).toBe(
            [
                "Pulumi.test.yaml is written:",
                "",
                "          Before               Now",
                "version   3.8.1                3.9.0",
                "digest    sha256:84dd20e987f6  sha256:aaaaaaaaaaaa",
                "commit    5b0ddc7ba37a         dddddddddddd",
                "approver  release manager      Lead of testing",
                "",
                "Next:",
                "  npx otap preview test",
                '  git commit -m "test: release 3.9.0" Pulumi.test.yaml',
                "",
            ].join("\n"),
        );
    });

    it("does not leave the approver of the former release, and says so", async () => {
        const { stdout } = await street.otap(`promote ontwikkeling ${BUILT}`);
        expect(street.read("ontwikkeling")).not.toContain("approver");
        expect(stdout).toContain("It names no approver (--approver); the pipeline may tell its own.\n");
    });

    it("says that there is nothing to promote, and writes nothing", async () => {
        const before = street.read("test");
        expect(await street.otap("promote test")).toEqual({
            exitCode: 0,
            stderr: "",
            stdout: "Nothing to promote: Pulumi.test.yaml names 3.8.1 (sha256:84dd20e987f6), the same as ontwikkeling.\n",
        });
        expect(street.read("test")).toBe(before);
    });

    it("adds an approver to a release that is there already", async () => {
        expect((await street.otap(["promote", "test", "--approver", "Lead of testing"])).exitCode).toBe(0);
        expect(street.read("test")).toContain("version: 3.8.1\n");
        expect(street.read("test")).toContain("approver: Lead of testing\n");
    });

    it("takes away the broken glass when the environment before has caught up", async () => {
        street.edit("test", "approver: release manager", BROKEN);
        const { stdout } = await street.otap("promote test");
        expect(stdout).toMatch(/^Pulumi\.test\.yaml is written/);
        expect(street.read("test")).not.toContain("breakGlass");
    });

    it("mends a digest that differs from the environment before", async () => {
        street.edit("productie", PRESENT, digestOf("e"));
        expect((await street.otap("promote productie")).exitCode).toBe(0);
        expect(street.read("productie")).toContain(PRESENT);
    });

    it("shows what is wrong between the environments, also where there is nothing to promote", async () => {
        street.edit("test", PRESENT, digestOf("e"));
        street.edit("acceptatie", PRESENT, digestOf("e"));
        const said = await refusal("promote acceptatie");
        expect(said).toContain(
            "Nothing was written. With release 3.8.1 in acceptatie,\nPulumi.test.yaml has 1 mistake:",
        );
        expect(said).toContain("copy both values of ontwikkeling");
    });

    it("refuses an older release without a reason, and takes it with one", async () => {
        street.edit("acceptatie", "version: 3.8.1", "version: 3.8.0");
        street.edit("acceptatie", PRESENT, digestOf("b"));
        street.edit("productie", "approver: release manager", BROKEN);
        expect(await refusal("promote productie")).toBe(
            "3.8.0 of acceptatie is older than 3.8.1 in Pulumi.productie.yaml; nothing was written. " +
                "If that is meant, say why: otap promote productie --rollback --reason '…'\n",
        );
        const { exitCode } = await street.otap([
            "promote",
            "productie",
            "--rollback",
            "--reason",
            "The new one is slow.",
        ]);
        expect(exitCode).toBe(0);
        expect(street.read("productie")).toContain("version: 3.8.0\n");
        expect(street.read("productie")).toContain('rollback:\n      reason: "The new one is slow."\n');
        expect(street.read("productie")).not.toContain("breakGlass");
    });

    it("rolls back to what ran before by its records, without a version or a digest", async () => {
        const history = historyOf(
            "productie",
            { version: "3.7.0", digest: digestOf("7"), deployed: "2026-09-01" },
            { version: "3.8.0", digest: digestOf("8"), deployed: "2026-10-01" },
            { version: "3.8.1", digest: PRESENT, deployed: "2026-11-01" },
        );
        const file = street.write("state.json", exportOf("productie", history));
        const line = ["promote", "productie", "--rollback", "--reason", "The new one is slow.", "--from", file];
        const { exitCode, stderr } = await street.otap(line);
        expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
        expect(street.read("productie")).toContain(
            `version: 3.8.0\n    digest: ${digestOf("8")}\n    commit: ${"c".repeat(40)}\n`,
        );
    });

    it("rolls back by the records of the sandbox", async () => {
        const had = { version: "3.8.0", digest: digestOf("8"), deployed: "2026-10-01", where: "sandbox" } as const;
        street.sandboxTells({ productie: { releases: historyOf("productie", had) } });
        const line = ["promote", "productie", "--rollback", "--reason", "The new one is slow.", "--sandbox"];
        expect((await street.otap(line)).exitCode).toBe(0);
        expect(street.read("productie")).toContain(`version: 3.8.0\n    digest: ${digestOf("8")}\n`);
    });

    it("finds the digest of an older version in the records, on standard input too", async () => {
        const history = historyOf("productie", { version: "3.7.0", digest: digestOf("7"), deployed: "2026-09-01" });
        const line = ["promote", "productie", "--rollback", "--reason", "The new ones are slow.", "--version", "3.7.0"];
        const { exitCode } = await street.otap(
            [...line, "--from", "-"],
            JSON.stringify(exportOf("productie", history)),
        );
        expect(exitCode).toBe(0);
        expect(street.read("productie")).toContain(`version: 3.7.0\n    digest: ${digestOf("7")}\n`);
    });

    it.each([
        ["hold nothing older", [], "hold no release older than 3.8.1; name one with --version and --digest"],
        [
            "lack the version",
            ["--version", "3.1.0"],
            "3.1.0 is in no settings file, and not in the records of productie (it has had 3.8.1)",
        ],
    ])("refuses a rollback when the records %s", async (_, more, said) => {
        const history = historyOf("productie", { version: "3.8.1", digest: PRESENT, deployed: "2026-11-01" });
        const file = street.write("state.json", exportOf("productie", history));
        const line = ["promote", "productie", "--rollback", "--reason", "The new one is slow.", "--from", file];
        expect(await refusal([...line, ...more])).toContain(said);
    });

    it("does not roll back by records that were changed, or that are of another environment", async () => {
        const [entry] = historyOf("productie", { version: "3.8.0", digest: digestOf("8"), deployed: "2026-11-01" });
        const changed = street.write(
            "state.json",
            exportOf("productie", [{ ...(entry as object), digest: digestOf("f") }] as never),
        );
        const line = ["promote", "productie", "--rollback", "--reason", "The new one is slow.", "--from"];
        expect(await refusal([...line, changed])).toContain("the records of productie do not verify: record 1 (3.8.0)");
        const other = street.write("state.json", exportOf("test", []));
        expect(await refusal([...line, other])).toContain("--from: the file is not of productie");
    });

    it("calls nothing a rollback that is not older", async () => {
        await street.otap(`promote ontwikkeling ${BUILT}`);
        const line = ["promote", "test", "--rollback", "--reason", "The new one is slow.", "--version", "3.9.0"];
        expect(await refusal(line)).toContain(
            "3.9.0 is not older than 3.8.1 in Pulumi.test.yaml, so it is no rollback",
        );
    });

    it("rolls back what a later environment still runs: it has passed here all the same", async () => {
        const line = ["promote", "acceptatie", "--rollback", "--reason", "The new one is slow.", "--version", "3.8.0"];
        expect((await street.otap([...line, "--digest", digestOf("8")])).exitCode).toBe(0);
        expect(street.read("acceptatie")).toContain('    rollback:\n      reason: "The new one is slow."');
    });

    it("stops at productie where a statement is over its date, and not before", async () => {
        await street.otap(`promote ontwikkeling ${BUILT}`);
        for (const environment of ["test", "acceptatie"]) {
            expect((await street.otap(`promote ${environment} --today 2031-01-01`)).exitCode).toBe(0);
        }
        const said = await refusal("promote productie --today 2031-01-01");
        expect(said).toContain("3.9.0 may not come to productie on 2031-01-01; nothing was written:\n  - ");
        expect(said).toContain("attestations.yaml");
        expect(said).toContain("otap promote productie --break-glass");
    });

    it("lets a broken glass pass over what is out of date, and over steps", async () => {
        await street.otap(`promote ontwikkeling ${BUILT}`);
        const line = ["promote", "productie", "--break-glass", "--version", "3.9.0", "--approver", "Security officer"];
        expect((await street.otap([...line, ...GLASS])).exitCode).toBe(0);
        expect(street.read("productie")).toContain(
            [
                `    version: 3.9.0\n    digest: ${digestOf("a")}\n    commit: ${"d".repeat(40)}\n    approver: Security officer`,
                "    breakGlass:",
                '      reason: "A leak is mended."',
                '      requester: "Team web"',
                '      approver: "Security officer"',
                '      until: "2026-12-01"\n',
            ].join("\n"),
        );
    });

    it.each([
        ["2026-11-22", "--until is 2026-11-22; give a day from 2026-11-23 to 2027-02-21"],
        ["2027-02-22", "--until is 2027-02-22; give a day from 2026-11-23 to 2027-02-21"],
        ["soon", "--until: expected a date that exists"],
    ])("does not break the glass until %s", async (until, said) => {
        const line = ["promote", "productie", "--break-glass", "--approver", "Security officer"];
        expect(await refusal([...line, ...GLASS.slice(0, 4), "--until", until])).toContain(said);
    });

    it("does not let somebody approve what they asked for", async () => {
        const line = ["promote", "productie", "--break-glass", "--approver", "team web"];
        expect(await refusal([...line, ...GLASS])).toContain("is also the requester; somebody else approves");
    });

    it.each([
        ["promote ontwikkeling", "nothing comes before ontwikkeling, so say what was built: --version and --digest"],
        [
            `promote ontwikkeling --version 3.8.1 --digest ${digestOf("a")}`,
            "a changed package gets a version of its own",
        ],
        [
            `promote ontwikkeling --version 3.8.0 --digest ${digestOf("a")}`,
            "3.8.0 is older than 3.8.1 in Pulumi.ontwikkeling.yaml",
        ],
        [`promote test --commit ${"d".repeat(40)}`, "one package has one commit, so leave it out"],
        ["promote prod", "no such environment"],
        ["promote", "missing required argument 'environment'"],
        ["promote test --today soon", "'soon' is not a date"],
    ])("ends '%s' with a sentence and writes nothing", async (line, said) => {
        expect(await refusal(line)).toContain(said);
    });

    it.each([
        ["text that is no YAML", "config:", "config: [", "Pulumi.test.yaml has"],
        ["an alias", "version: 3.8.1", "version: &v 3.8.1", "an anchor or alias; write the value out"],
        ["a key twice", "version: 3.8.1", "version: 3.8.1\n    version: 3.8.0", "the key stands twice"],
        ["a number", "version: 3.8.1", "version: 3.8", "expected a semantic version"],
        [
            "a key that every object has",
            "version: 3.8.1",
            "__proto__: {}\n    version: 3.8.1",
            "a key that no setting has",
        ],
        ["no release", "figlo-advisor:release:", "figlo-advisor:relaese:", "did you mean 'release'"],
        ["zeros", "config:", "\0config:", "no text in UTF-8"],
    ])("shows what is wrong with settings that hold %s", async (_, from, to, said) => {
        street.edit("test", from, to);
        for (const environment of ["test", "acceptatie"]) {
            expect(await refusal(`promote ${environment}`)).toContain(said);
        }
    });

    it("leaves no file behind, and who may read the file", async () => {
        const before = readdirSync(street.root);
        chmodSync(join(street.root, FIRST), 0o640);
        await street.otap(`promote ontwikkeling ${BUILT}`);
        expect(readdirSync(street.root)).toEqual(before);
        expect(statSync(join(street.root, FIRST)).mode & 0o777).toBe(0o640);
    });

    it("writes through a link, which stays one", async () => {
        const real = join(street.root, "elsewhere.yaml");
        renameSync(join(street.root, FIRST), real);
        symlinkSync(real, join(street.root, FIRST));
        await street.otap(`promote ontwikkeling ${BUILT}`);
        expect(lstatSync(join(street.root, FIRST)).isSymbolicLink()).toBe(true);
        expect(readFileSync(real, "utf8")).toContain("version: 3.9.0\n");
    });
});
