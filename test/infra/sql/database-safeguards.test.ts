import { deployed, type Planned, planned } from "../../planned";
import { allBefore } from "../../stacks/all-before";
import { place, privateAccess, secondPlace } from "../examples";
import { backup, shard } from "./examples";
import { optionsOf } from "./resource-options";

const TENANT = "sql-tenant-t7k2";

/** Type and logical name of both policies of a tenant on one server, in the order in which they are made. */
const policies = (plan: Planned, role: string) =>
    [
        plan.one("sql:BackupShortTermRetentionPolicy", `${TENANT}-${role}-point-in-time`),
        plan.one("sql:LongTermRetentionPolicy", `${TENANT}-${role}-long-term`),
    ] as const;

/** Safeguards need a database, a server and a group: the shard is their smallest surrounding. */
describe("DatabaseSafeguards", () => {
    it.each([
        ["primary", "rg-primary"],
        ["secondary", "rg-secondary"],
    ])("keep backups on the %s server, one change of the database at a time", async (role, resourceGroupName) => {
        const plan = await deployed(() => shard());
        const [pointInTime, longTerm] = policies(plan, role);
        const on = { resourceGroupName, serverName: `name-of-sql-${role}-server`, databaseName: "sqldb-t7k2" };
        expect(pointInTime.inputs).toMatchObject({ ...on, retentionDays: 14, diffBackupIntervalInHours: 12 });
        expect(longTerm.inputs).toMatchObject({ ...on, weeklyRetention: "P10W", yearlyRetention: "P7Y" });
        expect(longTerm.dependencies).toContain(pointInTime.urn);
    });

    it("follow the database and its encryption on the active server", async () => {
        const plan = await planned(() => shard());
        for (const policy of policies(plan, "primary")) {
            expect([...allBefore(policy, plan)]).toEqual(
                expect.arrayContaining([
                    plan.one("sql:Database", `${TENANT}-database`).urn,
                    plan.one("sql:TransparentDataEncryption", `${TENANT}-encryption`).urn,
                ]),
            );
        }
    });

    it("follow the failover group on the other server, which makes the copy", async () => {
        const plan = await planned(() => shard());
        const group = plan.one("sql:FailoverGroup").urn;
        for (const policy of policies(plan, "secondary")) {
            expect(allBefore(policy, plan)).toContain(group);
        }
        for (const [type, part] of [
            ["monitor:DiagnosticSetting", "logs"],
            ["authorization:ManagementLockByScope", "lock"],
        ]) {
            expect(allBefore(plan.one(`${type}`, `${TENANT}-secondary-${part}`), plan)).toContain(group);
        }
    });

    it.each([
        ["primary", "workspace-one"],
        ["secondary", "workspace-two"],
    ])(
        "send how the database of the %s server runs to its own region, without the audit",
        async (role, workspaceId) => {
            const plan = await deployed(() => shard());
            const { inputs } = plan.one("monitor:DiagnosticSetting", `${TENANT}-${role}-logs`);
            expect(inputs).toMatchObject({
                resourceUri: `id-of-sql-${role}-server/databases/sqldb-t7k2`,
                workspaceId,
                metrics: [{ category: "AllMetrics", enabled: true }],
            });
            expect(inputs.logs).toContainEqual({ category: "Deadlocks", enabled: true });
            expect(inputs.logs).not.toContainEqual(expect.objectContaining({ category: "SQLSecurityAuditEvents" }));
        },
    );

    it.each(["primary", "secondary"])("lock the database on the %s server, and unlock it first", async (role) => {
        const plan = await deployed(() => shard());
        const lock = plan.one("authorization:ManagementLockByScope", `${TENANT}-${role}-lock`);
        expect(lock.inputs).toMatchObject({
            scope: `id-of-sql-${role}-server/databases/sqldb-t7k2`,
            level: "CanNotDelete",
        });
        const inside = [...policies(plan, role), plan.one("monitor:DiagnosticSetting", `${TENANT}-${role}-logs`)];
        expect([...allBefore(lock, plan)]).toEqual(expect.arrayContaining(inside.map(({ urn }) => urn)));
        expect((await optionsOf(() => shard()))(`${TENANT}-${role}-lock`).deletedWith).toBe("");
    });

    it("show in a first plan whose lock it is: an id that is made from several resources could be anything below", async () => {
        const plan = await planned(() => shard());
        const scope = (role: string) =>
            plan.one("authorization:ManagementLockByScope", `${TENANT}-${role}-lock`).propertyDependencies.scope;
        expect(scope("primary")).toEqual([plan.one("sql:Database", `${TENANT}-database`).urn]);
        expect(scope("secondary")).toEqual([plan.one("sql:FailoverGroup").urn]);
    });

    it("lock nothing where its place is not protected", async () => {
        const site = (at: ReturnType<typeof place>) => ({ place: at, workspaceId: "w", access: privateAccess(at) });
        const [primary, secondary] = [site(place({ protect: false })), site(secondPlace({ protect: false }))];
        const plan = await planned(() => shard({ primary, secondary }));
        expect(plan.ofType("authorization:ManagementLockByScope")).toEqual([]);
    });

    it("leave retention as it is when the database goes, so that a deleted one can be restored as long as before", async () => {
        const options = await optionsOf(() => shard());
        for (const policy of ["point-in-time", "long-term"]) {
            expect(options(`${TENANT}-primary-${policy}`).deletedWith).toContain(`::${TENANT}-database`);
            expect(options(`${TENANT}-secondary-${policy}`).deletedWith).toContain("::sql-secondary-server");
        }
    });

    it("delete the log setting by itself: it outlives its database, and would come back with it", async () => {
        const options = await optionsOf(() => shard());
        expect(options(`${TENANT}-primary-logs`).deletedWith).toBe("");
        expect(options(`${TENANT}-secondary-logs`).deletedWith).toBe("");
    });

    it("let a tenant go: no policy of one database is protected", async () => {
        const plan = await planned(() => shard());
        const protections = ["primary", "secondary"]
            .flatMap((role) => policies(plan, role))
            .map(({ protect }) => protect);
        expect(new Set(protections)).toEqual(new Set([false]));
    });

    it("refuse a retention out of bounds", async () => {
        await expect(planned(() => shard({ backup: backup({ pointInTimeDays: 3 }) }))).rejects.toThrow(
            "backup.pointInTimeDays: expected a whole number from 7 to 35, got 3",
        );
    });
});
