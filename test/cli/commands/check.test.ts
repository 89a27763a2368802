import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { XMLValidator } from "fast-xml-parser";
import { main } from "../../../cli/main";
import { fixture, fixtureFile } from "../check/fixture";
import { recordedIo } from "../recorded-io";

const CLOCK = new Date("2026-11-23T12:00:00Z");

const otap = async (line: string, input = "", defaultToday?: string) => {
    const io = recordedIo({
        input: async function* () {
            yield Buffer.from(input);
        },
    });
    const exitCode = await main(line.split(" "), io, defaultToday, CLOCK);
    return { exitCode, stdout: io.stdout(), stderr: io.stderr() };
};

const SERVER = {
    urn: "urn:pulumi:proef::shop::azure-native:sql:Server::server",
    type: "azure-native:sql:Server",
    inputs: { location: "westeurope" },
};
const SUFFIX = {
    urn: "urn:pulumi:test::shop::random:index/randomString:RandomString::suffix",
    type: "random:index/randomString:RandomString",
    inputs: { length: 6 },
    protect: true,
};
const WITH_FINDINGS = JSON.stringify({ resources: [SERVER] });
const WITHOUT = JSON.stringify({ version: 1, environments: { test: { resources: [SUFFIX] } } });

describe("otap check", () => {
    it("ends with 0 where every rule holds, and says what was judged", async () => {
        const { exitCode, stdout, stderr } = await otap("check -", WITHOUT);
        expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
        expect(stdout).toBe(
            [
                "standard input is a plan of otap; judged by 2026-11-23.",
                "",
                "No findings: every rule holds.",
                "",
                "Stack  Judged as                 Resources  Mandatory  Advisory  Undecided",
                "test   test, not of this street          1          0         0          0",
                "",
            ].join("\n"),
        );
    });

    it("ends with 1 where something mandatory is violated", async () => {
        const { exitCode, stdout } = await otap("check -", WITH_FINDINGS);
        expect(exitCode).toBe(1);
        expect(stdout).toContain("✗ sql-server-min-tls-12  ");
    });

    it("ends with 0 where what is mandatory is undecided only, and says what decides it", async () => {
        const group = {
            urn: "urn:pulumi:test::shop::azure-native:resources:ResourceGroup::group",
            type: "azure-native:resources:ResourceGroup",
            inputs: {
                location: { $unknown: true },
                tags: { environment: "test", owner: "shop-team", dataClass: "none" },
            },
        };
        const plan = { version: 1, environments: { test: { resources: [group] } } };
        const { exitCode, stdout } = await otap("check -", JSON.stringify(plan));
        expect(exitCode).toBe(0);
        expect(stdout).toContain("To be checked after deployment: pulumi stack export | npx otap check -\n\n? ");
    });

    it("prints JSON in the shape of a plan and nothing else, which checked again gives the same bytes", async () => {
        const first = await otap(`check --json ${fixtureFile("careless-preview")}`);
        expect(first.stderr).toBe("");
        const plan = JSON.parse(first.stdout);
        expect(plan).toMatchObject({ version: 1, today: "2026-11-23" });
        const { proef } = plan.environments;
        expect(Object.keys(proef)).toEqual(["findings", "measures", "outputs", "policyConfig", "resources"]);
        expect(proef.measures["5"]).toMatchObject({ verdict: "violated", basis: ["plan"] });
        expect((await otap("check --format json -", first.stdout)).stdout).toBe(first.stdout);
    });

    it("gives the same findings as the preview for the plan that the preview prints", async () => {
        const preview = await otap("preview --json");
        const check = await otap("check --json -", preview.stdout);
        expect(check).toEqual(preview);
    });

    it("judges by the date of the plan, unless another is asked for", async () => {
        const plan = { ...JSON.parse(WITHOUT), today: "2026-01-02" };
        const today = async (line: string, input: object) =>
            JSON.parse((await otap(line, JSON.stringify(input), "2026-05-05")).stdout).today;
        expect(await today("check --json -", plan)).toBe("2026-01-02");
        expect(await today("check --json --today 2027-03-04 -", plan)).toBe("2027-03-04");
        expect(await today("check --json -", JSON.parse(WITHOUT))).toBe("2026-05-05");
    });

    it("takes the pack's settings for a program of others from the file that the engine takes", async () => {
        const folder = mkdtempSync(join(tmpdir(), "otap-check-"));
        const file = join(folder, "pack.json");
        writeFileSync(file, JSON.stringify({ "pack-settings": { environment: "ontwikkeling" } }));
        const { stdout } = await otap(`check --json --config ${file} -`, WITH_FINDINGS);
        writeFileSync(file, JSON.stringify({ "pack-settings": { environment: "dev" } }));
        const wrong = await otap(`check --config ${file} -`, WITH_FINDINGS);
        rmSync(folder, { recursive: true });
        expect(JSON.parse(stdout).environments.productie.policyConfig).toEqual({ environment: "ontwikkeling" });
        expect(wrong).toMatchObject({
            exitCode: 2,
            stderr: `'${file}': pack-settings: environment must be equal to one of the allowed values\n`,
        });
    });

    describe("with a configuration", () => {
        let folder: string;
        beforeEach(() => {
            folder = mkdtempSync(join(tmpdir(), "otap-check-"));
        });
        afterEach(() => rmSync(folder, { recursive: true }));

        const withConfig = async (content: object, options = "", input = WITH_FINDINGS) => {
            const file = join(folder, "pack.json");
            writeFileSync(file, JSON.stringify(content));
            return otap(`check --json --config ${file}${options} -`, input);
        };

        it("judges by its date before the plan's, and by --today before both", async () => {
            const content = { "pack-settings": { today: "2026-02-03" } };
            const plan = JSON.stringify({ ...JSON.parse(WITHOUT), today: "2026-01-02" });
            const today = async (options: string) =>
                JSON.parse((await withConfig(content, options, plan)).stdout).today;
            expect(await today("")).toBe("2026-02-03");
            expect(await today(" --today 2027-03-04")).toBe("2027-03-04");
        });

        it.each(["disabled", "advisory", { enforcementLevel: "mandatory" }])(
            "refuses %j as the level of a rule",
            async (level) => {
                const { exitCode, stderr } = await withConfig({ "pack-settings": {}, "sql-db-tde": level });
                expect(exitCode).toBe(2);
                expect(stderr).toContain(
                    "pack.json': 'sql-db-tde' would set the level of a rule, which a check does not",
                );
            },
        );

        it("refuses it for a stack of this project", async () => {
            const input = WITH_FINDINGS.replace("proef::shop", "test::figlo-advisor");
            const { exitCode, stdout, stderr } = await withConfig({ "pack-settings": {} }, "", input);
            expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
            expect(stderr).toContain("is a stack of this project");
        });
    });

    it("says in the text that a plan brought another configuration than the one that counts", async () => {
        const environment = {
            resources: [{ ...SUFFIX, urn: SUFFIX.urn.replace("shop", "figlo-advisor") }],
            policyConfig: { allowEea: true },
        };
        const { stdout } = await otap("check -", JSON.stringify({ version: 1, environments: { test: environment } }));
        expect(stdout.replaceAll("\n", " ")).toContain(
            "The plan of test brought a policyConfig of its own that differs (allowEea)",
        );
    });

    it("says under the measures why one is not met", async () => {
        const { stdout } = await otap(`check ${fixtureFile("ontwikkeling-export")}`);
        expect(stdout).toMatch(/^ ?\d+ {2}.*\n {4}(violated|undecided) in the state: /m);
    });

    it("prints SARIF and JUnit alone, with the same exit code", async () => {
        const sarif = await otap(`check --format sarif ${fixtureFile("careless-export")}`);
        expect({ exitCode: sarif.exitCode, stderr: sarif.stderr }).toEqual({ exitCode: 1, stderr: "" });
        expect(JSON.parse(sarif.stdout).version).toBe("2.1.0");
        const junit = await otap(`check --format junit ${fixtureFile("careless-export")}`);
        expect({ exitCode: junit.exitCode, stderr: junit.stderr }).toEqual({ exitCode: 1, stderr: "" });
        expect(XMLValidator.validate(junit.stdout)).toBe(true);
    });

    it.each([80, 60])(
        "shows a thousand violations in less than a screen before the details, in %i columns",
        async (columns) => {
            const servers = Array.from({ length: 250 }, (_, index) => ({ ...SERVER, urn: `${SERVER.urn}-${index}` }));
            const io = recordedIo({
                columns,
                input: async function* () {
                    yield Buffer.from(
                        JSON.stringify({ resources: [...servers, ...fixture("careless-preview").steps.map(stateOf)] }),
                    );
                },
            });
            expect(await main(["check", "-"], io, undefined, CLOCK)).toBe(1);
            const lines = io.stdout().split("\n");
            expect(lines.findIndex((line) => /^✗ .*mandatory, violated/.test(line))).toBeLessThan(40);
            expect(lines.filter((line) => line.length > columns)).toEqual([]);
            expect(io.stdout()).toMatch(/: \d{4} mandatory/);
        },
    );

    it("says of an export where a secret hides something what shows it", async () => {
        const { stdout } = await otap(`check ${fixtureFile("careless-export")}`);
        expect(stdout).toContain("Perhaps a secret decides: pulumi stack export --show-secrets | npx otap check -\n");
        expect(stdout).not.toContain("To be checked after deployment");
    });

    it("lets nothing through that a terminal would obey", async () => {
        const hostile = {
            ...SERVER,
            urn: "urn:pulumi:\u001b[2J::\u0007::azure-native:sql:Server::\u001b]0;owned\u0007\u202e",
        };
        const { stdout } = await otap("check -", JSON.stringify({ deployment: { resources: [hostile] } }));
        expect(stdout).toContain("\\u001b]0;owned\\u0007\\u202e");
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not pass.
        expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    });

    it.each([
        [
            "check /does/not/exist.json",
            "",
            "there is no file '/does/not/exist.json'; give a file, or - for standard input\n",
        ],
        ["check -", "", "standard input is empty; what makes it may have failed\n"],
        [
            "check -",
            '{ "resources": [',
            "standard input ends in the middle, after 16 characters; it was cut off, so make it again\n",
        ],
        ["check -", '{"resources":[5]}', "standard input: resources[0]: expected an object, found 5\n"],
    ])("ends '%s' of %j with 2, one sentence and nothing on standard output", async (line, input, sentence) => {
        expect(await otap(line, input)).toEqual({ exitCode: 2, stdout: "", stderr: sentence });
    });

    it.each([
        "check",
        "check a b",
        "check --format xml -",
        "check --json --format sarif -",
        "check --today tomorrow -",
    ])("refuses '%s'", async (line) => {
        const { exitCode, stdout, stderr } = await otap(line, WITH_FINDINGS);
        expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
        expect(stderr).not.toMatch(/^\s+at /m);
    });
});

const stateOf = ({ newState }: { newState: object }) => ({ inputs: {}, ...newState });
