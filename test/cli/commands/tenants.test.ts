import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { packSettings } from "../../../cli/preview/pack-settings";
import type { Environment } from "../../../stacks/settings/environments";
import { dataFileOf, loadEnvironment } from "../../../stacks/settings/load-environment";
import { StreetCopy } from "../releases/street-copy";

const REASON = "Its contract ended; it asked for nothing.";
const SUSPEND = ["--keep-until", "2027-05-31", "--reason", REASON];

describe("otap tenants", () => {
    let street: StreetCopy;
    beforeEach(() => {
        street = new StreetCopy();
    });
    afterEach(() => street.remove());

    const read = (file: string) => readFileSync(join(street.root, file), "utf8");
    const tenantsFile = (environment: Environment) => read(dataFileOf(environment, "tenants"));
    const rowOf = (environment: Environment, id: string) =>
        loadEnvironment(street.root, environment).data.tenants.find((tenant) => tenant.id === id);
    const toldPack = (environment: Environment) =>
        (JSON.parse(read(`policies/config/${environment}.json`)) as Record<string, unknown>)["pack-settings"];
    const meantForPack = (environment: Environment) =>
        JSON.parse(JSON.stringify(packSettings(loadEnvironment(street.root, environment))));

    /** What is said on wrong use, which changes no file. */
    const refusal = async (...line: readonly string[]) => {
        const files = (["test", "productie"] as const).flatMap((each) => [
            dataFileOf(each, "tenants"),
            `policies/config/${each}.json`,
        ]);
        const before = files.map(read);
        const { exitCode, stdout, stderr } = await street.otap(["tenants", ...line]);
        expect({ exitCode, stdout, files: files.map(read) }).toEqual({ exitCode: 2, stdout: "", files: before });
        return stderr;
    };

    it.each([
        ["--json", ["--json", "add", "test", "--name", "Kantoor De Brug"]],
        ["--today", ["--today", "2027-03-01", "remove", "productie", "t-z8r4n0"]],
    ])("refuses %s before what changes a tenant, where it would say nothing", async (option, line) => {
        expect(await refusal(...line)).toContain(`${option} before '`);
    });

    describe("add", () => {
        it("writes the row of an active tenant under a random id, and tells the pack", async () => {
            const before = tenantsFile("test");
            const { exitCode, stdout } = await street.otap(["tenants", "add", "test", "--name", "Kantoor De Brug"]);
            const [, id = ""] = /^(t-[a-z0-9]{6}) is added/m.exec(stdout) ?? [];
            expect(exitCode).toBe(0);
            expect(tenantsFile("test")).toBe(
                `${before}  - id: ${id}\n    name: Kantoor De Brug\n    shard: "01"\n    status: active\n    addresses: []\n`,
            );
            expect(toldPack("test")).toEqual(meantForPack("test"));
        });

        it("says what comes next, within eighty columns", async () => {
            const line = ["tenants", "add", "test", "--name", "Kantoor De Brug", "--id", "t-brug01"];
            const { stdout } = await street.otap(line);
            expect(stdout).toBe(
                [
                    "stacks/data/test/tenants.yaml is written.",
                    "",
                    "t-brug01 is added. In Azure it is known by this id only. The application reaches",
                    "its database, and nobody of its own: addresses and direct access are declared in",
                    "its row, as stacks/data/productie/tenants.yaml shows.",
                    "The engine's policy pack is told in policies/config/test.json.",
                    "",
                    "Next:",
                    "  npm run generate        # writes docs/access.md",
                    "  npx otap preview test",
                    '  git commit -m "test: tenant t-brug01 added" --all',
                    "and, when that is reviewed, by the pipeline or as the README says:",
                    "  pulumi up --stack test",
                    "",
                ].join("\n"),
            );
            expect(stdout).not.toContain("De Brug");
        });

        it("refuses an id that a tenant of another environment has", async () => {
            expect(await refusal("add", "test", "--name", "Kantoor De Brug", "--id", "t-4f9k2c")).toBe(
                "--id: 't-4f9k2c' lives in productie, and an id is one customer's everywhere; leave it out for a random one. Nothing was written\n",
            );
        });

        it("refuses what is no id", async () => {
            expect(await refusal("add", "test", "--name", "Kantoor De Brug", "--id", "t-brug01 # x")).toBe(
                "--id: expected 't-' and 6 lower-case letters or digits, such as 't-4f9k2c'; leave it out for a random one. Nothing was written\n",
            );
        });

        it("refuses a name that is none, and a shard that has no stack, both at once", async () => {
            const said = await refusal("add", "test", "--name", "<b>\n- id: x", "--shard", "02");
            expect(said).toMatch(
                /^Nothing was written. With this change,\nstacks\/data\/test\/tenants.yaml has 2 mist/,
            );
            expect(said).toContain(
                "tenants[2].name: expected a name of 2 to 80 letters, digits, spaces and & ' . , ( ) / -",
            );
            expect(said).toContain("tenants[2].shard: '02' has no stack so far; only '01' has one, so write that");
        });

        it("refuses more databases than the pool holds", async () => {
            const ids = Array.from({ length: 98 }, (_, n) => `t-x${String(n).padStart(5, "0")}`);
            street.write(dataFileOf("test", "tenants"), tenantsFile("test") + ids.map(inBraces).join(""));
            expect(await refusal("add", "test", "--name", "Kantoor De Brug")).toContain(
                "tenants: 101 tenants are in shard '01', whose pool holds 100; more need a further shard",
            );
        });

        it("refuses a file whose rows stand in braces", async () => {
            street.write(dataFileOf("test", "tenants"), `tenants:\n${inBraces("t-brug01")}`);
            expect(await refusal("add", "test", "--name", "Kantoor De Brug")).toBe(
                "stacks/data/test/tenants.yaml is not written in lines as '- id: …' with the rest below it, so that no row can be changed alone; change it by hand. Nothing was written\n",
            );
        });

        it("wants a name", async () => {
            expect(await refusal("add", "test")).toContain("required option '--name <name>' not specified");
        });
    });

    describe("suspend", () => {
        it("writes since when, until when and why, and leaves every other line", async () => {
            const before = tenantsFile("productie");
            const { exitCode, stdout } = await street.otap(["tenants", "suspend", "productie", "t-7h3m8x", ...SUSPEND]);
            expect(exitCode).toBe(0);
            const block = `    suspended:\n      since: "2026-11-23"\n      keepUntil: "2027-05-31"\n      reason: "${REASON}"\n`;
            const [start, rest] = [
                before.indexOf("    status: active", before.indexOf("t-7h3m8x")),
                "    status: active\n",
            ];
            expect(tenantsFile("productie")).toBe(
                `${before.slice(0, start)}    status: suspended\n${block}${before.slice(start + rest.length)}`,
            );
            expect(toldPack("productie")).toEqual(meantForPack("productie"));
            expect(stdout).toContain("t-7h3m8x is suspended: after the next up neither the application nor anybody of");
        });

        it("begins on the day that is given", async () => {
            await street.otap(["tenants", "suspend", "test", "t-tst7a1", ...SUSPEND, "--today", "2027-01-01"]);
            expect(rowOf("test", "t-tst7a1")?.suspended?.since).toBe("2027-01-01");
        });

        it("refuses who is suspended already", async () => {
            expect(await refusal("suspend", "productie", "t-z8r4n0", ...SUSPEND)).toBe(
                "t-z8r4n0 is suspended since 2026-09-01, and kept until 2027-02-28; to change that, edit stacks/data/productie/tenants.yaml. Nothing was written\n",
            );
        });

        it("refuses a tenant that is not there, and names those that are", async () => {
            expect(await refusal("suspend", "test", "t-4f9k2c", ...SUSPEND)).toBe(
                "'t-4f9k2c' is no tenant of test; it has t-tst7a1, t-tst7b2. Nothing was written\n",
            );
        });

        it.each([
            ["2026-11-01", REASON, "suspended.keepUntil: comes before since"],
            ["soon", REASON, "suspended.keepUntil: expected a date that exists, written YYYY-MM-DD in quotes"],
            ["2027-05-31", "gone", "suspended.reason: expected a sentence of 10 to 500 characters"],
        ])("refuses %s, '%s'", async (until, reason, said) => {
            expect(await refusal("suspend", "test", "t-tst7a1", "--keep-until", until, "--reason", reason)).toContain(
                said,
            );
        });
    });

    it("resume brings back the file as it was before the suspension", async () => {
        const before = tenantsFile("productie");
        const told = read("policies/config/productie.json");
        await street.otap(["tenants", "suspend", "productie", "t-4f9k2c", ...SUSPEND]);
        expect(read("policies/config/productie.json")).not.toBe(told);
        expect((await street.otap("tenants resume productie t-4f9k2c")).exitCode).toBe(0);
        expect(tenantsFile("productie")).toBe(before);
        expect(read("policies/config/productie.json")).toBe(told);
        expect(await refusal("resume", "productie", "t-4f9k2c")).toContain("there is nothing to resume");
    });

    describe("remove", () => {
        it("refuses who is active", async () => {
            expect(await refusal("remove", "test", "t-tst7a1")).toBe(
                "t-tst7a1 is active: suspend it first, with `otap tenants suspend test t-tst7a1 --keep-until DATE --reason TEXT`. Nothing was written\n",
            );
        });

        it("refuses on the last day on which the data must be kept", async () => {
            expect(await refusal("remove", "productie", "t-z8r4n0", "--today", "2027-02-28")).toBe(
                "t-z8r4n0 is kept until 2027-02-28, and it is 2027-02-28; remove it on a later day. Nothing was written\n",
            );
        });

        it("takes two steps where data are protected, and says which each was", async () => {
            const line = "tenants remove productie t-z8r4n0 --today 2027-03-01";
            const before = tenantsFile("productie");
            const first = await street.otap(line);
            expect(first.stdout).toContain("t-z8r4n0 is leaving, step 1 of 2: the next up takes off what protects its");
            expect(first.stdout).toContain("  npx otap tenants remove productie t-z8r4n0\n");
            expect(tenantsFile("productie")).toBe(before.replace("status: suspended", "status: leaving"));
            const second = await street.otap(line);
            expect(second.stdout).toContain("t-z8r4n0 is removed, step 2 of 2");
            expect(second.stdout).toContain("An up must have run since step 1;");
            expect(tenantsFile("productie")).toBe(before.slice(0, before.indexOf("  - id: t-z8r4n0")));
            expect(toldPack("productie")).toEqual(meantForPack("productie"));
        });

        it("takes the row out at once where nothing is protected", async () => {
            const before = tenantsFile("test");
            await street.otap(["tenants", "suspend", "test", "t-tst7b2", ...SUSPEND]);
            const { exitCode, stdout } = await street.otap("tenants remove test t-tst7b2 --today 2027-06-01");
            expect(exitCode).toBe(0);
            expect(stdout).toContain("t-tst7b2 is removed: the next up deletes its database, on both servers.\n");
            expect(tenantsFile("test")).toBe(before.slice(0, before.indexOf("  - id: t-tst7b2")));
        });

        it("says what stays in Azure, and how it is found", async () => {
            const line = "tenants remove productie t-z8r4n0 --today 2027-03-01";
            await street.otap(line);
            const { stdout } = await street.otap(line);
            expect(stdout.slice(stdout.indexOf("Long-term"))).toBe(
                [
                    "Long-term backups stay until their retention is over:",
                    "  az sql db ltr-backup list --location westeurope --database-state All \\",
                    "    --query \"[?contains(databaseName, 't-z8r4n0')]\"",
                    "  az sql db ltr-backup list --location northeurope --database-state All \\",
                    "    --query \"[?contains(databaseName, 't-z8r4n0')]\"",
                    "",
                    "The container of its documents stays until somebody deletes it:",
                    "  az storage container delete --auth-mode login \\",
                    "    --account-name <documents account> --name documents-t-z8r4n0",
                    "",
                ].join("\n"),
            );
        });

        it("keeps the last tenant, whom the file needs", async () => {
            for (const id of ["t-tst7a1", "t-tst7b2"]) {
                await street.otap(["tenants", "suspend", "test", id, ...SUSPEND]);
            }
            await street.otap("tenants remove test t-tst7a1 --today 2027-06-01");
            expect(await refusal("remove", "test", "t-tst7b2", "--today", "2027-06-01")).toBe(
                "t-tst7b2 is the last tenant of test, and stacks/data/test/tenants.yaml needs one; add another before. Nothing was written\n",
            );
        });
    });

    it("says when the pack could not be told, and what does it", async () => {
        rmSync(join(street.root, "policies/config"), { recursive: true });
        const { exitCode, stderr } = await street.otap(["tenants", "suspend", "test", "t-tst7a1", ...SUSPEND]);
        expect(exitCode).toBe(2);
        expect(stderr).toMatch(
            /^stacks\/data\/test\/tenants.yaml is written, and policies\/config\/test.json is not: .*npm run generate writes it\n$/s,
        );
    });
});

/** A row on one line. */
const inBraces = (id: string): string => `  - { id: ${id}, name: Kantoor, shard: "01", status: active }\n`;
