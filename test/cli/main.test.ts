import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../cli/main";
import { ROOT } from "../street";
import { recordedIo } from "./recorded-io";

const CLOCK = new Date("2026-11-23T12:00:00Z");

const otap = async (line: string, root = ROOT, columns = 80) => {
    const io = recordedIo({ root, columns });
    const exitCode = await main(line.split(" ").filter(Boolean), io, undefined, CLOCK);
    return { exitCode, stdout: io.stdout(), stderr: io.stderr() };
};

/** A copy of the project's settings and data, to make mistakes in. */
function withStreet(change: (root: string) => void): string {
    const root = mkdtempSync(join(tmpdir(), "otap-street-"));
    for (const environment of ["ontwikkeling", "test", "acceptatie", "productie"]) {
        cpSync(join(ROOT, `Pulumi.${environment}.yaml`), join(root, `Pulumi.${environment}.yaml`));
    }
    cpSync(join(ROOT, "stacks/data"), join(root, "stacks/data"), { recursive: true });
    change(root);
    return root;
}

const edit = (file: string, from: string | RegExp, to: string) => (root: string) => {
    const text = readFileSync(join(root, file), "utf8");
    expect(text).toMatch(from);
    writeFileSync(join(root, file), text.replace(from, to));
};

describe("otap preview", () => {
    it("ends with 0 and one summary line for each environment when nothing is violated", async () => {
        const { exitCode, stdout, stderr } = await otap("preview");
        expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
        expect(stdout).toContain("No findings: every rule holds.");
        expect(stdout).toMatch(/^productie +westeurope, northeurope +\S+ +\d+ +0 +0$/m);
    });

    it.each([80, 60, 40])("stays within %i columns", async (columns) => {
        const { stdout } = await otap("preview", ROOT, columns);
        expect(stdout.split("\n").filter((line) => line.length > columns)).toEqual([]);
        expect(stdout).toContain("Mandatory");
        expect(stdout).toMatch(/^10 {2}Firewall at/m);
    });

    it("lists every resource of one environment", async () => {
        const { stdout } = await otap("preview test");
        expect(stdout).toContain("├─ suffix  random:index/randomString:RandomString\n");
        expect(stdout).toContain("sql:FailoverGroup");
    });

    it("prints the plan and nothing else as JSON, and twice the same bytes", async () => {
        const first = await otap("preview ontwikkeling --json");
        const second = await otap("preview ontwikkeling --json");
        expect(first.stdout).toBe(second.stdout);
        expect(first.stderr).toBe("");
        const plan = JSON.parse(first.stdout);
        expect(Object.keys(plan)).toEqual(["environments", "today", "version"]);
        expect(plan).toMatchObject({ version: 1, today: "2026-11-23" });
        const { resources, outputs, findings, measures } = plan.environments.ontwikkeling;
        const urns = resources.map(({ urn }: { urn: string }) => urn);
        expect(urns).toEqual([...urns].sort());
        expect(findings).toEqual([]);
        expect(outputs.url).toMatch(/^https:/);
        expect(measures["9"]).toMatchObject({ verdict: "met", basis: ["plan"] });
        expect(first.stdout).not.toContain("__provider");
        expect(first.stdout).not.toContain("pulumi:providers:");
    });

    it("decides everything: nothing of our own program is undecided", async () => {
        const { environments } = JSON.parse((await otap("preview --json")).stdout);
        const verdicts = Object.values<{ findings: unknown[] }>(environments).flatMap(({ findings }) => findings);
        expect(verdicts).toEqual([]);
    });

    it("tells a measure apart when its statements have expired, without stopping the preview", async () => {
        const { exitCode, stdout } = await otap("preview productie --json --today 2031-01-01");
        const { measures } = JSON.parse(stdout).environments.productie;
        expect(exitCode).toBe(0);
        expect(measures["4"].verdict).toBe("undecided");
        expect(measures["4"].evidence.join("\n")).toContain("attestation missing: Microsoft's SOC 2 report");
    });

    it("finds measure 4 violated when a report leaves out a region, and rights that stand in productie", async () => {
        const root = withStreet((folder) => {
            edit(
                "stacks/data/productie/attestations.yaml",
                "[westeurope, northeurope, swedencentral]",
                "[westeurope, swedencentral]",
            )(folder);
            edit("stacks/data/productie/access.yaml", "standing: false", "standing: true")(folder);
        });
        const { exitCode, stdout } = await otap("preview productie --json", root);
        rmSync(root, { recursive: true });
        const { measures, findings } = JSON.parse(stdout).environments.productie;
        expect(measures["4"].verdict).toBe("violated");
        expect(measures["4"].evidence.join("\n")).toContain(
            "Microsoft's ISO 27001 report; it leaves out everything in northeurope",
        );
        expect(measures["2"].verdict).toBe("violated");
        expect(findings).toEqual([expect.objectContaining({ rule: "access-not-standing" })]);
        expect(exitCode).toBe(1);
    });

    it("ends with 1 and the remedy when a mandatory rule is violated", async () => {
        const root = withStreet(edit("Pulumi.productie.yaml", /pointInTimeDays: 35/, "pointInTimeDays: 7"));
        const { exitCode, stdout } = await otap("preview productie", root);
        rmSync(root, { recursive: true });
        expect(exitCode).toBe(1);
        expect(stdout).toContain("✗ sql-db-str-retention  mandatory, violated, measure 12");
        expect(stdout).toContain("Remedy: ");
    });

    it("ends with 2 and every mistake of all files when settings are wrong, and writes nothing to standard output", async () => {
        const root = withStreet((folder) => {
            edit("Pulumi.productie.yaml", /primary: westeurope/, "primary: uksouth")(folder);
            edit("Pulumi.test.yaml", /pointInTimeDays: \d+/, "pointInTimeDays: 3")(folder);
            edit("stacks/data/acceptatie/tenants.yaml", /^tenants:/m, "tenant:")(folder);
        });
        const { exitCode, stdout, stderr } = await otap("preview --json", root);
        rmSync(root, { recursive: true });
        expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
        expect(stderr).toMatch(/Pulumi\.productie\.yaml has \d mistakes?:/);
        expect(stderr).toContain("regions.primary");
        expect(stderr).toContain("backup.pointInTimeDays");
        expect(stderr).toContain("did you mean 'tenants'?");
        expect(stderr).not.toMatch(/^\s+at /m);
    });

    it("names the four environments when asked for another", async () => {
        const { exitCode, stderr } = await otap("preview prod");
        expect(exitCode).toBe(2);
        expect(stderr).toBe("'prod': no such environment; choose from ontwikkeling, test, acceptatie, productie\n");
    });
});

describe("otap", () => {
    it.each([
        ["preview --jsno", "--jsno"],
        ["previw", "previw"],
        ["preview --today yesterday", "'yesterday' is not a date"],
        ["export arm", "environment"],
        ["export arm prod", "no such environment"],
    ])("ends with 2 and a sentence after '%s'", async (line, said) => {
        const { exitCode, stdout, stderr } = await otap(line);
        expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
        expect(stderr).toContain(said);
        expect(stderr).not.toMatch(/^\s+at /m);
    });

    it("explains itself, and that is no mistake", async () => {
        const { exitCode, stdout } = await otap("--help");
        expect(exitCode).toBe(0);
        expect(stdout).toContain("preview");
    });
});

describe("otap sandbox", () => {
    it.each(["sandbox --help", "sandbox up --help"])("tells after '%s' what can be made to go wrong", async (line) => {
        const { exitCode, stdout } = await otap(line);
        expect(exitCode).toBe(0);
        expect(stdout).toContain("429 | 409 | 500");
        expect(stdout).toContain("drift WHAT gone");
        expect(stdout).not.toContain("nothing that can go wrong");
    });

    it("does not take the whole street down unasked, nor when it is asked for both", async () => {
        const { exitCode, stdout, stderr } = await otap("sandbox destroy test --all");
        expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
        expect(stderr).toContain("name environments or say --all, not both: test --all");
        expect((await otap("sandbox destroy")).exitCode).toBe(2);
    });

    it("does not tell it where nothing is run", async () => {
        expect((await otap("sandbox status --help")).stdout).not.toContain("drift WHAT");
    });
});

describe("otap export arm", () => {
    it("says at once that it cannot write, before anything is resolved", async () => {
        const { exitCode, stdout, stderr } = await otap(
            `export arm test --out ${join(ROOT, "package.json", "export")}`,
        );
        expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
        expect(stderr).toMatch(/^cannot write to '.*package\.json\/export': /);
    });

    it("writes one template for each resource group and nothing else", async () => {
        const out = mkdtempSync(join(tmpdir(), "otap-arm-"));
        const { exitCode, stdout } = await otap(`export arm productie --out ${out}`);
        const template = JSON.parse(readFileSync(join(out, "rg-figlo-advisor-productie-weu.json"), "utf8"));
        rmSync(out, { recursive: true });
        expect(exitCode).toBe(0);
        expect(stdout).toContain("4 templates");
        expect(template.resources.length).toBeGreaterThan(50);
    });
});
