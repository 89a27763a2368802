import { deployed, planned } from "../../planned";
import { place, privateAccess, secondPlace } from "../examples";
import { shard } from "./examples";
import { optionsOf } from "./resource-options";

const COPY = "sql-tenant-t7k2-copy";

/** A copy needs a server and a group: the shard is its smallest surrounding. */
describe("TenantCopy", () => {
    it("declares no database on the second server, which Azure refuses with RemoteDatabaseExists", async () => {
        const plan = await deployed(() => shard());
        expect(plan.ofType("sql:Database").map((database) => database.inputs.serverName)).toEqual([
            "name-of-sql-primary-server",
            "name-of-sql-primary-server",
        ]);
    });

    it("gives the copy both retention policies, after the failover group has made it", async () => {
        const plan = await deployed(() => shard());
        const group = plan.one("sql:FailoverGroup").urn;
        const pointInTime = plan.one("sql:BackupShortTermRetentionPolicy", `${COPY}-point-in-time`);
        const longTerm = plan.one("sql:LongTermRetentionPolicy", `${COPY}-long-term`);
        for (const policy of [pointInTime, longTerm]) {
            expect(policy.inputs).toMatchObject({
                serverName: "name-of-sql-secondary-server",
                resourceGroupName: "rg-secondary",
                databaseName: "sqldb-t7k2",
            });
            expect(policy.dependencies).toContain(group);
        }
        expect(pointInTime.inputs).toMatchObject({ retentionDays: 14, diffBackupIntervalInHours: 12 });
        expect(longTerm.inputs).toMatchObject({ weeklyRetention: "P10W", yearlyRetention: "P7Y" });
    });

    it("sends the copy's logs to the workspace of its own region, after the group has made it", async () => {
        const plan = await deployed(() => shard());
        const log = plan.one("monitor:DiagnosticSetting", `${COPY}-logs`);
        expect(log.inputs).toMatchObject({
            resourceUri: "id-of-sql-secondary-server/databases/sqldb-t7k2",
            workspaceId: "workspace-two",
        });
        expect(log.dependencies).toContain(plan.one("sql:FailoverGroup").urn);
    });

    it("locks the copy by its id where its place is protected, after the group", async () => {
        const plan = await deployed(() => shard());
        const lock = plan.one("authorization:ManagementLockByScope", `${COPY}-lock`);
        expect(lock.inputs).toMatchObject({
            scope: "id-of-sql-secondary-server/databases/sqldb-t7k2",
            level: "CanNotDelete",
        });
        expect(lock.dependencies).toContain(plan.one("sql:FailoverGroup").urn);
    });

    it("locks nothing where its place is not protected", async () => {
        const at = secondPlace({ protect: false });
        const secondary = { place: at, workspaceId: "workspace-two", access: privateAccess(at) };
        const first = place({ protect: false });
        const primary = { place: first, workspaceId: "workspace-one", access: privateAccess(first) };
        const plan = await planned(() => shard({ primary, secondary }));
        expect(plan.ofType("authorization:ManagementLockByScope")).toEqual([]);
    });

    it("lets the policies go with the server, but deletes its log setting, which would outlive it and come back", async () => {
        const options = await optionsOf(() => shard());
        expect(options(`${COPY}-point-in-time`).deletedWith).toContain("::sql-secondary-server");
        expect(options(`${COPY}-long-term`).deletedWith).toContain("::sql-secondary-server");
        expect(options(`${COPY}-logs`).deletedWith).toBe("");
    });

    it("deletes its lock before the server goes, which Azure would refuse with 409 ScopeLocked", async () => {
        expect((await optionsOf(() => shard()))(`${COPY}-lock`).deletedWith).toBe("");
        const plan = await planned(() => shard());
        expect(plan.one("authorization:ManagementLockByScope", `${COPY}-lock`).dependencies).toContain(
            plan.one("sql:Server", "sql-secondary-server").urn,
        );
    });
});
