import { createHash } from "node:crypto";
import { cpSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { previewed, ROOT, street } from "../street";
import { type Answer, runScript, temporaryFolder } from "./fake-programs";

const { version, digest } = street().test.settings.release;
const NAME = `${version}-${digest.slice("sha256:".length).slice(0, 12)}.zip`;
const ACCOUNT = "azure-native:storage:StorageAccount";

const state = (...stores: { region: string; name: string; delete?: boolean }[]): Answer => ({
    to: /^pulumi stack export --stack test$/,
    stdout: JSON.stringify({
        deployment: {
            resources: stores.map(({ region, name, ...rest }) => ({
                urn: `urn:pulumi:test::figlo-advisor::figlo:infra:PackageStore$${ACCOUNT}::${region}-hosting-packages-account`,
                type: ACCOUNT,
                outputs: { name },
                ...rest,
            })),
        },
    }),
});
const STORES = state({ region: "primary", name: "stprimary" }, { region: "secondary", name: "stsecondary" });

const there = (answer: boolean): Answer => ({ to: /^az storage blob exists /, stdout: `${answer}\n` });
const holds = (account: string, text: string): Answer => ({
    to: new RegExp(`^az storage blob download .*--account-name ${account} `),
    writes: { option: "--file", text },
});
const UPLOADS: Answer = { to: /^az storage blob upload / };

const upload = (region: string, ...answers: Answer[]) => uploadIn(ROOT, region, answers);

function uploadIn(project: string, region: string, answers: readonly Answer[]) {
    const variables = { RELEASE_SOURCE: "stbuilds" };
    const run = runScript("package.sh", ["test", region], answers, variables, project);
    const blobs = run.calls.filter((call) => call.startsWith("az ")).map((call) => call.replace(/ --file \S+/, ""));
    return { ...run, blobs };
}

/** A project whose settings name the digest of a package that we have. */
function projectOf(text: string): string {
    const project = temporaryFolder();
    const release = { version: "1.2.3", digest: `sha256:${createHash("sha256").update(text).digest("hex")}` };
    cpSync(join(ROOT, "pipelines"), join(project, "pipelines"), { recursive: true });
    symlinkSync(join(ROOT, "node_modules"), join(project, "node_modules"));
    writeFileSync(join(project, "Pulumi.test.yaml"), JSON.stringify({ config: { "figlo-advisor:release": release } }));
    return project;
}

/** The settings name the digest of the example's package, which nobody has: a package of another digest must be refused. */
const OTHER = "another package";

describe("package.sh", () => {
    it("asks the store of its region for the package of the settings, by the identity that is logged in", () => {
        expect(upload("secondary", STORES, there(true), holds("stsecondary", OTHER)).blobs[0]).toBe(
            `az storage blob exists --auth-mode login --account-name stsecondary --container-name releases --name ${NAME} --query exists --output tsv`,
        );
    });

    it("brings a package from the builds to the store, never over one that is there", () => {
        const run = uploadIn(projectOf("package"), "primary", [
            STORES,
            there(false),
            holds("stbuilds", "package"),
            UPLOADS,
        ]);
        expect(run.status).toBe(0);
        expect(run.blobs.at(-1)).toMatch(
            /^az storage blob upload --auth-mode login --account-name stprimary --container-name releases --name 1\.2\.3-[0-9a-f]{12}\.zip --overwrite false --output none$/,
        );
        expect(run.stdout).toMatch(/is in stprimary now\n$/);
    });

    it("leaves a package that is there as it is", () => {
        const run = uploadIn(projectOf("package"), "primary", [
            STORES,
            there(true),
            holds("stprimary", "package"),
            UPLOADS,
        ]);
        expect(run.status).toBe(0);
        expect(run.blobs.filter((call) => call.includes("upload"))).toEqual([]);
        expect(run.stdout).toMatch(/is in stprimary already\n$/);
    });

    it("uploads nothing whose digest is not the one of the settings", () => {
        const run = upload("primary", STORES, there(false), holds("stbuilds", OTHER), UPLOADS);
        expect(run.status).toBe(1);
        expect(run.blobs.filter((call) => call.includes("upload"))).toEqual([]);
        expect(run.stdout).toContain(
            `::error::test: ${NAME} in stbuilds is not the package whose digest the settings name`,
        );
    });

    it("refuses what is in the store under that name and is something else", () => {
        const run = upload("primary", STORES, there(true), holds("stprimary", OTHER), UPLOADS);
        expect(run.status).toBe(1);
        expect(run.stdout).toContain(`::error::test: ${NAME} in stprimary is not the package`);
    });

    it("says what to do where the environment was never brought up", () => {
        const run = upload("primary", state());
        expect(run.status).toBe(1);
        expect(run.stderr).toContain(
            "test has no package store in its primary region yet: bring the environment up by hand once",
        );
        expect(run.blobs).toEqual([]);
    });

    it("passes by a store that is about to be deleted", () => {
        const stores = state({ region: "primary", name: "old", delete: true }, { region: "primary", name: "new" });
        expect(upload("primary", stores, there(true), holds("new", OTHER)).blobs[0]).toContain("--account-name new ");
    });

    it("fails where Azure does not answer", () => {
        const run = upload("primary", STORES, { to: /^az storage blob exists/, stderr: "403", status: 1 }, UPLOADS);
        expect(run.status).not.toBe(0);
        expect(run.blobs).toHaveLength(1);
    });

    it("looks for stores that the program makes", async () => {
        const names = (await previewed("test")).ofType("storage:StorageAccount").map(({ name }) => name);
        expect(names).toEqual(
            expect.arrayContaining(["primary-hosting-packages-account", "secondary-hosting-packages-account"]),
        );
    });
});
