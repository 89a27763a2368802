import { planned } from "../../planned";
import { shard, shardArgs, tenant } from "./examples";
import { optionsOf } from "./resource-options";

const COPY = "pulumi-nodejs:dynamic/figlo:DatabaseCopy";

describe("the copy of a tenant's database", () => {
    const copies = async (changes = {}) => {
        const plan = await planned(() => shard(changes));
        return { plan, copies: plan.resources.filter(({ type }) => type === COPY) };
    };

    it("is known by both servers, so that a failover changes nothing of it", async () => {
        const { copies: before } = await copies({ tenants: [tenant("a9x4")] });
        const { copies: after } = await copies({ tenants: [tenant("a9x4")], activeRegion: "secondary" });
        expect(before.map(({ name, inputs }) => [name, inputs.database])).toEqual([
            ["sql-tenant-a9x4-copy", "sqldb-a9x4"],
        ]);
        expect(after.map(({ inputs }) => inputs)).toEqual(before.map(({ inputs }) => inputs));
    });

    it("is there after the group that makes it, and goes before its original", async () => {
        const { plan, copies: made } = await copies({ tenants: [tenant("a9x4")] });
        expect(made[0]?.dependencies).toEqual(
            expect.arrayContaining([
                plan.one("sql:FailoverGroup").urn,
                plan.one("sql:Database").urn,
                plan.one("network:PrivateDnsZoneGroup", "sql-secondary-to-secondary-records").urn,
            ]),
        );
    });

    it("goes with the servers where all of the shard goes: a group keeps the copies of what it holds", async () => {
        expect((await optionsOf(() => shard()))("sql-tenant-a9x4-copy").deletedWith).toContain(
            "::sql-secondary-server",
        );
    });

    it("is protected as its original is", async () => {
        const { copies: made } = await copies();
        expect(made.map((copy) => copy.protect)).toEqual([true, true]);
    });

    it("has its retention and its lock after it is there", async () => {
        const { plan, copies: made } = await copies({ tenants: [tenant("a9x4")] });
        const policy = plan.one("sql:BackupShortTermRetentionPolicy", "sql-tenant-a9x4-secondary-point-in-time");
        expect(policy.dependencies).toContain(made[0]?.urn);
    });
});

describe("a tenant that may be deleted", () => {
    const leaving = () => shard({ tenants: [tenant("a9x4", { active: false, released: true }), tenant("t7k2")] });

    it("is not protected, and the others are", async () => {
        const { resources } = await planned(leaving);
        const open = resources.filter(({ name, protect }) => /-tenant-.*-(database|copy)$/.test(name) && !protect);
        expect(open.map(({ name }) => name).sort()).toEqual(["sql-tenant-a9x4-copy", "sql-tenant-a9x4-database"]);
    });

    it("has no lock on its database and its copy, and the others have", async () => {
        const plan = await planned(leaving);
        const locks = plan.ofType("authorization:ManagementLockByScope").map(({ name }) => name);
        expect(locks.sort()).toEqual(["sql-tenant-t7k2-primary-lock", "sql-tenant-t7k2-secondary-lock"]);
    });

    it("keeps its backups as long as it is there", async () => {
        const plan = await planned(leaving);
        const policies = plan.ofType("sql:LongTermRetentionPolicy").filter(({ name }) => name.includes("a9x4"));
        expect(policies.map(({ inputs }) => inputs.weeklyRetention)).toEqual(["P10W", "P10W"]);
        const options = await optionsOf(leaving);
        expect(options("sql-tenant-a9x4-primary-long-term").deletedWith).toContain("::sql-tenant-a9x4-database");
    });

    it("changes nothing where nothing is protected", async () => {
        const { primary, secondary } = shardArgs();
        const open = { ...primary, place: { ...primary.place, protect: false } };
        const other = { ...secondary, place: { ...secondary.place, protect: false } };
        const plan = (released: boolean) =>
            planned(() => shard({ primary: open, secondary: other, tenants: [tenant("a9x4", { released })] }));
        expect((await plan(true)).resources).toEqual((await plan(false)).resources);
    });
});
