import { deployed, planned } from "../../planned";
import { allBefore } from "../../stacks/all-before";
import { shard, tenant } from "./examples";

const group = async () => (await deployed(() => shard())).one("sql:FailoverGroup").inputs;

describe("FailoverGroup", () => {
    it("waits for an operator, and names no grace period, which Azure refuses beside Manual", async () => {
        expect((await group()).readWriteEndpoint).toEqual({ failoverPolicy: "Manual" });
        expect((await group()).readOnlyEndpoint).toEqual({ failoverPolicy: "Disabled" });
    });

    it("stands on the active server with the other as its one partner", async () => {
        expect(await group()).toMatchObject({
            serverName: "name-of-sql-primary-server",
            resourceGroupName: "rg-primary",
            partnerServers: [{ id: "id-of-sql-secondary-server" }],
            secondaryType: "Geo",
        });
    });

    it("has a name of its own in the name space that it shares with SQL servers", async () => {
        const plan = await deployed(() => shard());
        const name = plan.one("sql:FailoverGroup").inputs.failoverGroupName;
        expect(name).toBe("sqlfog-figlo-advisor-proef-shard-01-ab12c");
        expect(plan.ofType("sql:Server").map((server) => server.inputs.serverName)).not.toContain(name);
    });

    it("holds every database, in an order that does not depend on the tenant file", async () => {
        const expected = [
            "id-of-sql-primary-server/databases/sqldb-a9x4",
            "id-of-sql-primary-server/databases/sqldb-t7k2",
        ];
        expect((await group()).databases).toEqual(expected);
        const turned = await deployed(() => shard({ tenants: [tenant("a9x4"), tenant("t7k2")] }));
        expect(turned.one("sql:FailoverGroup").inputs.databases).toEqual(expected);
    });

    it("comes after both pools, of which the second must hold the copies, and after the databases' settings", async () => {
        const plan = await planned(() => shard());
        const before = ["sql:ElasticPool", "sql:TransparentDataEncryption"].flatMap((type) => plan.ofType(type));
        expect(before).toHaveLength(4);
        expect([...allBefore(plan.one("sql:FailoverGroup"), plan)]).toEqual(
            expect.arrayContaining(before.map((resource) => resource.urn)),
        );
    });

    it("gives the shard its two listeners", async () => {
        const hosts: string[] = [];
        await deployed(() => {
            const { host, readOnlyHost } = shard();
            host.apply((name) => hosts.push(name));
            readOnlyHost.apply((name) => hosts.push(name));
        });
        expect(hosts).toEqual([
            "sqlfog-figlo-advisor-proef-shard-01-ab12c.database.windows.net",
            "sqlfog-figlo-advisor-proef-shard-01-ab12c.secondary.database.windows.net",
        ]);
    });
});
