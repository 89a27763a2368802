import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyProject } from "../../../cli/drill/copy-project";
import { main } from "../../../cli/main";
import { writePackSettings } from "../../../cli/preview/pack-settings-file";
import { longTermBackups, takeLongTermBackups } from "../../../sandbox/azure/long-term-backups";
import { loadEnvironment } from "../../../stacks/settings/load-environment";
import { recordedIo } from "../../cli/recorded-io";
import { ROOT } from "../../street";
import { describeWithEngine } from "../with-engine";
import { inWords } from "./in-words";
import { type StackOnStandIn, stackOnStandIn } from "./stack-on-stand-in";

const ENVIRONMENT = "ontwikkeling";
const DATABASES = "Microsoft.Sql/servers/databases";
const CONTAINERS = "properties.policyInfo.policyParameters.backupDatasourceParametersList[0].containersList";
const QUIET = { exitCode: 0, findings: [], steps: [] };

const COUNT = 50;
const idOf = (number: number): string => `t-${String(number).padStart(6, "0")}`;
const [FIRST, SECOND, THIRD, FOURTH, FIFTH, LAST] = [idOf(1), idOf(2), idOf(3), idOf(4), idOf(5), idOf(COUNT)];
const ADDED = "t-zzz999";
const LATER = "t-zzzz99";
const READER = "5ea39cec-838a-5781-a7ae-32d50ab984d5";
const STRANGER = "6b2d1c5e-0d5e-4a9e-9f3c-7d2b8a1e4c60";

/** Fifty customers; the first comes by an address of its own and reads its own data, the second by another address. */
const FILE = `tenants:
${Array.from({ length: COUNT }, (_, index) => rowOf(index + 1)).join("")}`;

function rowOf(number: number): string {
    const own = { 1: "192.0.2.10", 2: "198.51.100.7" }[number];
    const address =
        own === undefined
            ? "    addresses: []\n"
            : `    addresses:\n      - { name: office, start: ${own}, end: ${own}, reason: Its own reports. }\n`;
    const reader = `    directAccess: { group: readers-of-1, objectId: ${READER}, purpose: portability, until: "2027-02-28" }\n`;
    return `  - id: ${idOf(number)}\n    name: Voorbeeldkantoor ${number}\n    shard: "01"\n    status: active\n${address}${number === 1 ? reader : ""}`;
}

/** Fifty tenants of one shard, and what becomes of some. Each step begins where the one before it ended. */
describeWithEngine("fifty tenants", (engine) => {
    const root = mkdtempSync(join(tmpdir(), "tenants-"));
    copyProject(ROOT, root);
    const file = join(root, `stacks/data/${ENVIRONMENT}/tenants.yaml`);
    let stack: StackOnStandIn;
    let today = "2026-11-23";

    beforeAll(async () => {
        writeFileSync(file, FILE);
        writePackSettings(root, loadEnvironment(root, ENVIRONMENT));
        stack = await stackOnStandIn(engine, ENVIRONMENT, root);
        expect(await stack.run("up", { policyPack: false })).toMatchObject({ exitCode: 0 });
    });

    afterAll(async () => {
        await stack.stop();
        rmSync(root, { recursive: true, force: true });
    });

    /** A command of `otap tenants` in the copy of the project, with its exit code and what it says. */
    async function tenants(verb: string, ...words: readonly string[]): Promise<readonly [number, string]> {
        const io = recordedIo({ root });
        const exitCode = await main(["tenants", verb, ENVIRONMENT, ...words], io, today, new Date(0));
        return [exitCode, io.stderr()];
    }

    /** Policies judge the previews; here they would take as long as the run. */
    async function up(): Promise<readonly string[]> {
        const { exitCode, steps } = await stack.run("up", { policyPack: false, today });
        expect(exitCode).toBe(0);
        return steps.map(inWords).sort();
    }

    const host = (): string => {
        const [group] = stack.standIn.cloud.all("Microsoft.Sql/servers/failoverGroups");
        return `${group?.id.split("/").at(-1)}.database.windows.net`;
    };
    const at = (tenant: string) => ({ host: host(), database: `sqldb-${tenant}` });
    const ask = (tenant: string, sql: string) => stack.standIn.databases.execute(at(tenant), sql);
    /** Where there is a database of a tenant, and whether it is the copy. */
    const databasesOf = (tenant: string) =>
        stack.standIn.cloud
            .all(DATABASES)
            .filter(({ id }) => id.endsWith(`/sqldb-${tenant}`))
            .map(({ declared }) => declared)
            .sort();
    const application = (): string => {
        const users = stack.state().filter(({ type }) => type.endsWith("figlo:DatabaseUser"));
        return String(users.find(({ outputs }) => outputs?.kind === "managed-identity")?.outputs?.entraId);
    };
    /** Of all tenants, those into whose database somebody gets. */
    const admittedTo = (entraId: string, address?: string): readonly string[] =>
        Array.from({ length: COUNT }, (_, index) => idOf(index + 1)).filter(
            (tenant) => stack.standIn.databases.admits({ ...at(tenant), entraId, address }) === true,
        );

    it("come up, each with a database, its copy and its guard", () => {
        const databases = Array.from({ length: COUNT }, (_, index) => databasesOf(idOf(index + 1)));
        expect(databases.filter((each) => each.join() !== "false,true")).toEqual([]);
        expect(stack.state().filter(({ type }) => type.endsWith("figlo:DatabaseGuard"))).toHaveLength(COUNT);
    });

    it("are then as declared: nothing to change, and no policy broken", async () => {
        expect(await stack.run("preview")).toMatchObject(QUIET);
    });

    it("are reached by the application from the network, all of them, and by it alone", () => {
        expect(admittedTo(application())).toHaveLength(COUNT);
        expect(admittedTo(STRANGER)).toEqual([]);
        expect(admittedTo(application(), "203.0.113.99")).toEqual([]);
    });

    it("are reached by their own readers from their own address, and nobody else's database is", () => {
        expect(admittedTo(READER, "192.0.2.10")).toEqual([FIRST]);
        expect(admittedTo(READER)).toEqual([FIRST]);
        expect(admittedTo(application(), "192.0.2.10")).toEqual([FIRST]);
        expect(admittedTo(application(), "198.51.100.7")).toEqual([SECOND]);
    });

    it("have no address on a server", () => {
        const rules = ["firewallRules", "ipv6FirewallRules"].flatMap((type) =>
            stack.standIn.cloud.all(`Microsoft.Sql/servers/${type}`),
        );
        expect(rules.filter(({ body }) => /192\.0\.2\.10|198\.51\.100\.7/.test(JSON.stringify(body)))).toEqual([]);
    });

    it("get one more: only what is its own, and the lists of the group and of the backup", async () => {
        expect(await tenants("add", "--name", "Nieuw kantoor", "--id", ADDED)).toEqual([0, ""]);
        const changes = await up();
        expect(changes.filter((change) => !change.startsWith("create ") || !change.includes(ADDED))).toEqual([
            `update dataprotection:BackupInstance::documents-backup-instance ${CONTAINERS}[${COUNT}]`,
            `update sql:FailoverGroup::shard-01-failover-group databases[${COUNT}]`,
        ]);
        expect(changes.filter((change) => change.includes(ADDED)).length).toBeGreaterThan(10);
        expect(databasesOf(ADDED)).toEqual([false, true]);
    });

    it("lose rules, users, rights and a trigger by hand: a refresh finds it, and an up repairs it", async () => {
        const name = applicationName();
        const anybody = `CREATE USER [${name}] WITH SID = 0x${STRANGER.replaceAll("-", "")}, TYPE = E`;
        await ask(FIRST, "EXECUTE sp_set_database_firewall_rule N'office', '192.0.2.10', '192.0.2.250'");
        await ask(FIRST, "EXECUTE sp_set_ipv6_database_firewall_rule N'office', '2001:db8::1', '2001:db8::9'");
        await ask(SECOND, `ALTER ROLE [db_datawriter] DROP MEMBER [${name}]; DENY EXECUTE TO [${name}]`);
        await ask(THIRD, "DISABLE TRIGGER [figlo_guard] ON DATABASE");
        await ask(FOURTH, `DROP USER [${name}]; ${anybody}; ALTER ROLE [db_owner] ADD MEMBER [${name}]`);
        await ask(FIFTH, `DROP USER [${name}]`);
        // Of the fifth, the user that is gone and the guard that misses it.
        expect(await stack.run("refresh")).toMatchObject({ exitCode: 0, counts: { update: 5, delete: 1 } });
        expect(await up()).toEqual([
            expect.stringMatching(/^create .*DatabaseUser::shard-01-tenant-t-000005-application/),
            expect.stringMatching(/^update .*DatabaseFirewallRule::shard-01-tenant-t-000001-address-office/),
            expect.stringMatching(/^update .*DatabaseGuard::shard-01-tenant-t-000003-guard/),
            expect.stringMatching(/^update .*DatabaseGuard::shard-01-tenant-t-000005-guard/),
            expect.stringMatching(/^update .*DatabaseUser::shard-01-tenant-t-000002-application/),
            expect.stringMatching(/^update .*DatabaseUser::shard-01-tenant-t-000004-application/),
        ]);
        expect(await ask(FIRST, "SELECT end_ip_address FROM sys.database_firewall_rules")).toEqual([
            { end_ip_address: "192.0.2.10" },
        ]);
        expect(await ask(FIRST, "SELECT [name] FROM sys.ipv6_database_firewall_rules")).toEqual([]);
        expect(admittedTo(STRANGER)).toEqual([]);
        expect(admittedTo(application())).toHaveLength(COUNT);
        expect(await ask(THIRD, "SELECT is_disabled FROM sys.triggers")).toEqual([{ is_disabled: false }]);
        expect(await stack.run("refresh")).toMatchObject({ exitCode: 0, steps: [] });
    });

    it("get a user and a rule that nobody declared, whatever its name: an up takes them away and nothing else", async () => {
        const hostile = `o'brien]]; DROP USER [${applicationName()}]]--é🔑`;
        await ask(LAST, `CREATE USER [${hostile}] WITH SID = 0x${STRANGER.replaceAll("-", "")}, TYPE = X`);
        await ask(LAST, "EXECUTE sp_set_database_firewall_rule N'it''s open', '203.0.113.5', '203.0.113.5'");
        expect(await stack.run("refresh")).toMatchObject({ exitCode: 0, counts: { update: 1 } });
        expect(await up()).toEqual([expect.stringMatching(/^update .*DatabaseGuard::shard-01-tenant-t-000050-guard/)]);
        expect(await ask(LAST, "SELECT name FROM sys.database_principals WHERE type IN ('E', 'X')")).toEqual([
            { name: applicationName() },
        ]);
        expect(await ask(LAST, "SELECT name FROM sys.database_firewall_rules")).toEqual([]);
    });

    it("do not get a column that looks like a password", async () => {
        const made = ask(LAST, "CREATE TABLE dbo.account (id int, wachtwoord nvarchar(50))");
        await expect(made).rejects.toThrow(/wachtwoord|password/i);
        expect(await ask(LAST, "SELECT name FROM sys.tables")).toEqual([]);
    });

    it("get one more over a connection that drops in the middle: the next up completes it", async () => {
        expect(await tenants("add", "--name", "Later kantoor", "--id", LATER)).toEqual([0, ""]);
        await stack.restart(`sql drop database=${LATER}`);
        const broken = await stack.run("up", { policyPack: false, today });
        expect(broken.exitCode).not.toBe(0);
        expect(stack.standIn.missedFaults()).toEqual([]);
        await stack.restart();
        const made = (await up()).filter((change) => !/::shard-01-tenant-t-zzzz99-/.test(change));
        expect(made.filter((change) => !/ReleaseRecord|health|-settings|BackupInstance/.test(change))).toEqual([]);
        expect(stack.standIn.databases.admits({ ...at(LATER), entraId: application() })).toBe(true);
        expect(await stack.run("preview", { policyPack: false })).toMatchObject({ exitCode: 0, steps: [] });
    });

    it("lose one for a while: it keeps its data, its copy and its backups, and nobody gets in", async () => {
        takeLongTermBackups(stack.standIn.cloud, "2026-11-22");
        const why = ["--keep-until", "2026-12-31", "--reason", "Its contract ended."];
        expect(await tenants("suspend", FIRST, ...why)).toEqual([0, ""]);
        expect(await up()).toEqual([
            expect.stringMatching(/^delete .*DatabaseFirewallRule::shard-01-tenant-t-000001-address-office/),
            expect.stringMatching(/^delete .*DatabaseUser::shard-01-tenant-t-000001-application/),
            expect.stringMatching(/^delete .*DatabaseUser::shard-01-tenant-t-000001-reader/),
            expect.stringMatching(/^update .*DatabaseGuard::shard-01-tenant-t-000001-guard/),
        ]);
        expect(databasesOf(FIRST)).toEqual([false, true]);
        expect([...admittedTo(READER, "192.0.2.10"), ...admittedTo(application(), "192.0.2.10")]).toEqual([]);
        expect(admittedTo(application())).not.toContain(FIRST);
    });

    it("keep it as long as the contract wants", async () => {
        today = "2026-12-31";
        expect(await tenants("remove", FIRST)).toEqual([2, expect.stringContaining("is kept until 2026-12-31")]);
        expect(readFileSync(file, "utf8")).toContain(FIRST);
    });

    it("lose it for good: neither the database nor its copy stays, and its long-term backups do", async () => {
        today = "2027-01-01";
        expect(await tenants("remove", FIRST)).toEqual([0, ""]);
        const changes = await up();
        const others = changes.filter((change) => !/^delete .*t-000001/.test(change));
        expect(others.filter((change) => !/BackupInstance|FailoverGroup/.test(change))).toEqual([]);
        expect(others).toHaveLength(2);
        expect(databasesOf(FIRST)).toEqual([]);
        expect(longTermBackups(stack.standIn.cloud, `sqldb-${FIRST}`)).toEqual(["2026-11-22"]);
        expect(await stack.run("refresh")).toMatchObject({ exitCode: 0, steps: [] });
    });

    function applicationName(): string {
        const users = stack.state().filter(({ type }) => type.endsWith("figlo:DatabaseUser"));
        return String(users.find(({ outputs }) => outputs?.kind === "managed-identity")?.outputs?.userName);
    }
});
