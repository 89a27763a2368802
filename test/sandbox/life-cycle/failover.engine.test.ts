import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { failover } from "../../../cli/commands/failover";
import { copyProject } from "../../../cli/drill/copy-project";
import { type RegionRole, withActiveRegion } from "../../../cli/failover/active-region";
import { writePackSettings } from "../../../cli/preview/pack-settings-file";
import { failOver } from "../../../sandbox/azure/failover-groups";
import { loadEnvironment } from "../../../stacks/settings/load-environment";
import { recordedIo } from "../../cli/recorded-io";
import { ROOT } from "../../street";
import { describeWithEngine } from "../with-engine";
import { inWords } from "./in-words";
import { type StackOnStandIn, stackOnStandIn } from "./stack-on-stand-in";

const ENVIRONMENT = "ontwikkeling";
const GROUPS = "Microsoft.Sql/servers/failoverGroups";
const DATABASES = "Microsoft.Sql/servers/databases";
const CONTAINERS = "properties.policyInfo.policyParameters.backupDatasourceParametersList[0].containersList";
const QUIET = { exitCode: 0, findings: [], steps: [] };

/** What an operator does around a failover, as the README tells it, in a copy of this project. Each step begins where the one before it ended. */
describeWithEngine("a failover to the other region, and back", (engine) => {
    const root = mkdtempSync(join(tmpdir(), "failover-"));
    copyProject(ROOT, root);
    const tenants = join(root, `stacks/data/${ENVIRONMENT}/tenants.yaml`);
    const before = readFileSync(tenants, "utf8");
    const settings = join(root, `Pulumi.${ENVIRONMENT}.yaml`);
    const trackedSettings = readFileSync(settings, "utf8");
    let stack: StackOnStandIn;

    beforeAll(async () => {
        stack = await stackOnStandIn(engine, ENVIRONMENT, root);
        expect(await stack.run("up", { policyPack: false })).toMatchObject({ exitCode: 0 });
    });

    afterAll(async () => {
        await stack.stop();
        rmSync(root, { recursive: true, force: true });
    });

    /** `az sql failover-group set-primary` on the server that takes over. */
    function setPrimary(): void {
        const partner = stack.standIn.cloud.all(GROUPS).find(({ declared }) => !declared);
        expect(failOver(stack.standIn.cloud, partner?.id ?? "")).toBeUndefined();
    }

    /** The three commands of the README. */
    async function follow(to: RegionRole): Promise<string> {
        const [state, out] = ["before.json", "after.json"].map((name) => join(stack.street.folder, name));
        expect(await stack.pulumi("stack", "export", "--file", `${state}`)).toMatchObject({ exitCode: 0 });
        const io = recordedIo({ root });
        expect(await failover({ environment: ENVIRONMENT, to, state: `${state}`, out }, io)).toBe(0);
        expect(await stack.pulumi("stack", "import", "--file", `${out}`)).toMatchObject({ exitCode: 0 });
        return io.stderr();
    }

    /** Tenants as an operator changes them: the pack is told by `npm run generate`. */
    function declare(text: string): void {
        writeFileSync(tenants, text);
        writePackSettings(root, loadEnvironment(root, ENVIRONMENT));
    }

    /** Policies judge the previews; here they would take as long as the run. */
    async function up(): Promise<readonly string[]> {
        const { exitCode, steps } = await stack.run("up", { policyPack: false });
        expect(exitCode).toBe(0);
        return steps.map(inWords).sort();
    }

    const databasesOf = (tenant: string) =>
        stack.standIn.cloud
            .all(DATABASES)
            .filter(({ id }) => id.endsWith(`/sqldb-${tenant}`))
            .map(({ body, declared }) => [body.location, declared])
            .sort();

    it("is unknown to a refresh and a preview: a resource keeps its id", async () => {
        setPrimary();
        // The databases are copies now, of which Azure tells a secondary type. Which server holds the copies is no input, and no update.
        expect(await stack.run("refresh")).toMatchObject({ exitCode: 0, counts: { update: 2 } });
        expect(await stack.run("preview")).toMatchObject(QUIET);
    });

    it("would have the group replaced, and nothing else, by the setting alone", async () => {
        const change = (text: string) => withActiveRegion(text, "secondary", "settings");
        const { steps } = await stack.run("preview", { change });
        const replaced = steps.filter(({ op }) => op === "replace").map(({ urn }) => urn.split("::").at(-1));
        expect(replaced).toEqual(["shard-01-failover-group"]);
    });

    it("leaves nothing to change once the state and the setting follow it", async () => {
        expect(await follow("secondary")).toContain("now says sql.activeRegion: secondary; commit it");
        expect(parse(readFileSync(settings, "utf8")).config["figlo-advisor:sql"].activeRegion).toBe("secondary");
        expect(await stack.run("preview")).toMatchObject(QUIET);
        expect(await stack.run("refresh")).toMatchObject({ exitCode: 0 });
        expect(await up()).toEqual([]);
    });

    it("adds a tenant meanwhile: only what is its own, and the group's list", async () => {
        declare(tenantsWith(before, "t-d3v009"));
        const changes = await up();
        const others = changes.filter((change) => !/^create .*-t-d3v009/.test(change));
        expect(others).toEqual([
            `update dataprotection:BackupInstance::documents-backup-instance ${CONTAINERS}[2]`,
            "update sql:FailoverGroup::shard-01-failover-group databases[2]",
        ]);
        expect(databasesOf("t-d3v009")).toEqual([
            ["northeurope", true],
            ["westeurope", false],
        ]);
        expect(await stack.run("refresh")).toMatchObject(QUIET);
    });

    it("changes the database of an older tenant where it is written now", async () => {
        const group = stack.standIn.cloud.all(GROUPS).find(({ declared }) => declared);
        const states = stack.state().filter(({ type }) => type === "azure-native:sql:Database");
        expect(states).toHaveLength(3);
        const server = group?.id.split("/failoverGroups/")[0];
        expect(states.filter(({ id = "" }) => !id.startsWith(`${server}/databases/`))).toEqual([]);
    });

    it("removes a tenant meanwhile as it does otherwise", async () => {
        declare(tenantsWith(before.replace(/ {2}- id: t-d3v002\n(?: {4}.*\n)+/, ""), "t-d3v009"));
        const changes = await up();
        const others = changes.filter((change) => !/^delete .*-t-d3v002/.test(change));
        expect(others).toEqual([
            `update dataprotection:BackupInstance::documents-backup-instance ${CONTAINERS}[1],${CONTAINERS}[2]`,
            "update sql:FailoverGroup::shard-01-failover-group databases[1],databases[2]",
        ]);
        expect(databasesOf("t-d3v002")).toEqual([]);
    });

    it("leaves nothing to change after the way back either", async () => {
        setPrimary();
        expect(await follow("primary")).toContain("now says sql.activeRegion: primary; commit it");
        expect(readFileSync(settings, "utf8")).toBe(trackedSettings);
        expect(await stack.run("preview")).toMatchObject(QUIET);
        expect(databasesOf("t-d3v009")).toEqual([
            ["northeurope", false],
            ["westeurope", true],
        ]);
    });

    it("removes a tenant without a refresh: the state follows with the copies, too", async () => {
        declare(before.replace(/ {2}- id: t-d3v002\n(?: {4}.*\n)+/, ""));
        await up();
        expect(databasesOf("t-d3v009")).toEqual([]);
        expect(await stack.run("refresh")).toMatchObject(QUIET);
    });
});

const tenantsWith = (text: string, id: string): string =>
    `${text}  - id: ${id}\n    name: Voorbeeldkantoor Wilgenlaan\n    shard: "01"\n    status: active\n    addresses: []\n`;
