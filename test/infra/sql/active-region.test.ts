import type { ShardArgs } from "../../../infra/sql/shard-args";
import { deployed, type Planned } from "../../planned";
import { allBefore } from "../../stacks/all-before";
import { key, office, shard, tenant } from "./examples";
import { optionsOf } from "./resource-options";

const args = { key, firewall: [office()] };

const active = (activeRegion: ShardArgs["activeRegion"], changes: Partial<ShardArgs> = {}) =>
    deployed(() => shard({ ...args, activeRegion, ...changes }));

/** Logical names of the resources of which an input differs, without the inputs that they ignore once they exist. */
async function changed(before: Planned, after: Planned): Promise<string[]> {
    const options = await optionsOf(() => shard(args));
    const inputs = new Map(before.resources.map((resource) => [resource.urn, resource.inputs]));
    return after.resources
        .filter((resource) => {
            const ignored = resource.type.startsWith("azure-native:") ? options(resource.name).ignoreChanges : [];
            const seen = (all: object) => Object.entries(all).filter(([input]) => !ignored.includes(input));
            return JSON.stringify(seen(resource.inputs)) !== JSON.stringify(seen(inputs.get(resource.urn) ?? {}));
        })
        .map(({ name }) => name);
}

describe("a shard after a failover", () => {
    it("has the resources that it had before, by the same names", async () => {
        const urns = async (role: ShardArgs["activeRegion"]) =>
            (await active(role)).resources.map(({ urn }) => urn).sort();
        expect(await urns("secondary")).toEqual(await urns("primary"));
    });

    it("changes no input but those of the failover group, which lives on the other server now", async () => {
        expect(await changed(await active("primary"), await active("secondary"))).toEqual(["sql-failover-group"]);
    });

    it("changes no protection", async () => {
        const protections = async (role: ShardArgs["activeRegion"]) =>
            Object.fromEntries((await active(role)).resources.map(({ urn, protect }) => [urn, protect]));
        expect(await protections("secondary")).toEqual(await protections("primary"));
    });

    it("declares the group on the second server, with the databases' ids there, whichever server created them", async () => {
        const group = (await active("secondary")).one("sql:FailoverGroup");
        expect(group.inputs).toMatchObject({
            failoverGroupName: "sqlfog-figlo-advisor-proef-shard-01-ab12c",
            serverName: "name-of-sql-secondary-server",
            resourceGroupName: "rg-secondary",
            partnerServers: [{ id: "id-of-sql-primary-server" }],
            databases: [
                "id-of-sql-secondary-server/databases/sqldb-a9x4",
                "id-of-sql-secondary-server/databases/sqldb-t7k2",
            ],
        });
    });

    it("creates the database of a new tenant on the second server, in the pool there", async () => {
        const plan = await active("secondary", { tenants: [tenant("t7k2"), tenant("a9x4"), tenant("n3w1")] });
        expect(plan.one("sql:Database", "sql-tenant-n3w1-database").inputs).toMatchObject({
            serverName: "name-of-sql-secondary-server",
            resourceGroupName: "rg-secondary",
            location: "northeurope",
            elasticPoolId: "id-of-sql-secondary-server/elasticPools/sqlep-figlo-advisor-proef-shard-01",
        });
        expect(plan.one("sql:TransparentDataEncryption", "sql-tenant-n3w1-encryption").inputs.serverName).toBe(
            "name-of-sql-secondary-server",
        );
    });

    it("gives a new tenant both policies on both servers, on the first one after the group has made the copy", async () => {
        const plan = await active("secondary", { tenants: [tenant("n3w1")] });
        const group = plan.one("sql:FailoverGroup");
        for (const [type, policy] of [
            ["sql:BackupShortTermRetentionPolicy", "point-in-time"],
            ["sql:LongTermRetentionPolicy", "long-term"],
        ]) {
            const on = (role: string) => plan.one(`${type}`, `sql-tenant-n3w1-${role}-${policy}`);
            expect(on("primary").inputs.serverName).toBe("name-of-sql-primary-server");
            expect(allBefore(on("primary"), plan)).toContain(group.urn);
            expect(on("secondary").inputs.serverName).toBe("name-of-sql-secondary-server");
            expect(allBefore(group, plan)).toContain(on("secondary").urn);
        }
    });

    it("still encrypts the second server before the first: the order is by role", async () => {
        const plan = await active("secondary");
        expect(plan.one("sql:ServerKey", "sql-primary-encryption-key").dependencies).toContain(
            plan.one("sql:EncryptionProtector", "sql-secondary-encryption-protector").urn,
        );
    });
});
