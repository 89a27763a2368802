import { MOST_TENANTS } from "../../../infra/sql/pool-size";
import type { ShardArgs } from "../../../infra/sql/shard-args";
import { shardMistakes } from "../../../infra/sql/shard-rules";
import { deployed, type Planned, planned } from "../../planned";
import { place, privateAccess, secondPlace } from "../examples";
import { backup, office, pool, shard, shardArgs, tenant } from "./examples";
import { optionsOf } from "./resource-options";

/** By logical name: resources register in the order in which their inputs become known. */
const ofType = (plan: Planned, type: string) => [...plan.ofType(type)].sort((a, b) => (a.name < b.name ? -1 : 1));

const tenants = (count: number) => Array.from({ length: count }, (_, index) => tenant(`t${index}`));

const refused = (changes: Partial<ShardArgs>) => expect(planned(() => shard(changes))).rejects.toThrow;

describe("Shard", () => {
    it("has two servers, each in its own region and resource group, with one name for both roles", async () => {
        const plan = await deployed(() => shard());
        expect(ofType(plan, "sql:Server").map(({ inputs }) => [inputs.location, inputs.resourceGroupName])).toEqual([
            ["westeurope", "rg-primary"],
            ["northeurope", "rg-secondary"],
        ]);
        expect(ofType(plan, "sql:Server").map(({ inputs }) => inputs.serverName)).toEqual([
            "sql-figlo-advisor-proef-shard-01-weu-ab12c",
            "sql-figlo-advisor-proef-shard-01-neu-ab12c",
        ]);
    });

    it("has a pool of the same name and size on both servers, into which Azure puts the copies", async () => {
        const plan = await deployed(() => shard());
        const pools = ofType(plan, "sql:ElasticPool");
        expect(pools.map(({ inputs }) => [inputs.elasticPoolName, inputs.serverName])).toEqual([
            ["sqlep-figlo-advisor-proef-shard-01", "name-of-sql-primary-server"],
            ["sqlep-figlo-advisor-proef-shard-01", "name-of-sql-secondary-server"],
        ]);
        expect(pools[0]?.inputs.sku).toEqual(pools[1]?.inputs.sku);
    });

    it("lets each pool go with its server, since Azure refuses to delete one with copies (ElasticPoolNotEmpty)", async () => {
        const options = await optionsOf(() => shard());
        expect(options("sql-secondary-pool-pool").deletedWith).toContain("::sql-secondary-server");
        expect(options("sql-primary-pool-pool").deletedWith).toContain("::sql-primary-server");
    });

    it("has one database for each tenant, in the active pool, keyed by the tenant", async () => {
        const plan = await deployed(() => shard());
        expect(ofType(plan, "sql:Database").map(({ name, inputs }) => [name, inputs.elasticPoolId])).toEqual([
            ["sql-tenant-a9x4-database", "id-of-sql-primary-server/elasticPools/sqlep-figlo-advisor-proef-shard-01"],
            ["sql-tenant-t7k2-database", "id-of-sql-primary-server/elasticPools/sqlep-figlo-advisor-proef-shard-01"],
        ]);
        const pool = plan.one("sql:ElasticPool", "sql-primary-pool-pool").urn;
        expect(plan.ofType("sql:Database").filter(({ dependencies }) => !dependencies.includes(pool))).toEqual([]);
    });

    it("declares no copy on the other server, which Azure refuses with RemoteDatabaseExists", async () => {
        const plan = await deployed(() => shard());
        const servers = plan.ofType("sql:Database").map((database) => database.inputs.serverName);
        expect(new Set(servers)).toEqual(new Set(["name-of-sql-primary-server"]));
    });

    it("opens both servers with the same rules for one declared address", async () => {
        const plan = await deployed(() => shard({ firewall: [office()] }));
        expect(ofType(plan, "sql:Server").map(({ inputs }) => inputs.publicNetworkAccess)).toEqual([
            "Enabled",
            "Enabled",
        ]);
        expect(ofType(plan, "sql:FirewallRule").map((rule) => rule.name)).toEqual([
            "sql-primary-firewall-office",
            "sql-secondary-firewall-office",
        ]);
    });

    it("closes both servers outwards alike, as replication needs", async () => {
        const plan = await deployed(() => shard());
        expect(ofType(plan, "sql:Server").map(({ inputs }) => inputs.restrictOutboundNetworkAccess)).toEqual([
            "Enabled",
            "Enabled",
        ]);
        expect(plan.ofType("sql:OutboundFirewallRule")).toEqual([]);
    });

    it("has no virtual network rules: they strand the application after a failover", async () => {
        expect((await deployed(() => shard({ firewall: [office()] }))).ofType("sql:VirtualNetworkRule")).toEqual([]);
    });

    it("reaches both servers by private endpoint from both regions", async () => {
        const plan = await deployed(() => shard());
        const links = ofType(plan, "network:PrivateEndpoint").map(({ inputs }) => {
            const [connection] = inputs.privateLinkServiceConnections as readonly { privateLinkServiceId: string }[];
            return [inputs.privateEndpointName, inputs.location, connection?.privateLinkServiceId];
        });
        expect(links).toEqual([
            ["pep-figlo-advisor-proef-sql-01-primary-weu", "westeurope", "id-of-sql-primary-server"],
            ["pep-figlo-advisor-proef-sql-01-secondary-weu", "westeurope", "id-of-sql-secondary-server"],
            ["pep-figlo-advisor-proef-sql-01-primary-neu", "northeurope", "id-of-sql-primary-server"],
            ["pep-figlo-advisor-proef-sql-01-secondary-neu", "northeurope", "id-of-sql-secondary-server"],
        ]);
        expect(
            new Set(plan.ofType("network:PrivateDnsZoneGroup").map((zone) => zone.inputs.resourceGroupName)),
        ).toEqual(new Set(["rg-primary", "rg-secondary"]));
    });

    it("locks databases and their copies and nothing else: a server's lock would be inherited", async () => {
        const plan = await deployed(() => shard());
        expect(
            plan
                .ofType("authorization:ManagementLockByScope")
                .map((lock) => lock.name)
                .sort(),
        ).toEqual([
            "sql-tenant-a9x4-primary-lock",
            "sql-tenant-a9x4-secondary-lock",
            "sql-tenant-t7k2-primary-lock",
            "sql-tenant-t7k2-secondary-lock",
        ]);
    });

    it("protects everything that holds data", async () => {
        const plan = await planned(() => shard());
        for (const type of ["sql:Server", "sql:ElasticPool", "sql:Database", "sql:FailoverGroup"]) {
            expect([type, ...new Set(plan.ofType(type).map((resource) => resource.protect))]).toEqual([type, true]);
        }
    });

    it("stays below a few thousand resources with all the tenants that it may have", async () => {
        expect(shardMistakes(shardArgs({ tenants: tenants(MOST_TENANTS) }))).toEqual([]);
        // Each tenant adds as many as the one before, so that three tell what all make: to plan a hundred takes ten seconds.
        const size = async (count: number) =>
            (await planned(() => shard({ tenants: tenants(count) }))).resources.length;
        const [none, one, two, three] = [await size(0), await size(1), await size(2), await size(3)];
        expect([two - one, three - two]).toEqual([one - none, one - none]);
        expect(none + MOST_TENANTS * (one - none)).toBeLessThan(2000);
    });

    it("can be empty", async () => {
        expect((await deployed(() => shard({ tenants: [] }))).one("sql:FailoverGroup").inputs.databases).toEqual([]);
    });
});

describe("Shard refuses", () => {
    const site = (at: ReturnType<typeof place>) => ({ place: at, workspaceId: "w", access: privateAccess(at) });

    it("one region twice, whatever its spelling", async () => {
        await refused({ secondary: site(secondPlace({ region: "West Europe" })) })("named twice");
    });

    it("a region without zones, and one outside the European Union", async () => {
        await refused({ secondary: site(secondPlace({ region: "germanynorth" })) })("has no availability zones");
        await refused({ secondary: site(secondPlace({ region: "uksouth" })) })("is not a region of the European Union");
    });

    it("Norway, unless both sides admit the EEA", async () => {
        const changes = (allowEea: boolean) => ({
            primary: site(place({ allowEea: true })),
            secondary: site(secondPlace({ region: "norwayeast", allowEea })),
        });
        await refused(changes(false))("'norwayeast' is not a region of the European Union");
        expect((await planned(() => shard(changes(true)))).ofType("sql:Server")).toHaveLength(2);
    });

    it("a second side in another subscription or kept less well, and shard 00", async () => {
        await refused({ secondary: site(secondPlace({ subscriptionId: "another" })) })("lies in another subscription");
        await refused({ secondary: site(secondPlace({ protect: false })) })("protect both or none");
        await refused({ shard: "00" })("'00' is no number of two digits");
    });

    it("more than a hundred tenants, and more than a small pool holds", async () => {
        await refused({ tenants: tenants(101) })("101 are too many, at most 100 are allowed; open another shard");
        await refused({ tenants: tenants(51), pool: pool({ tier: "BusinessCritical" }) })(
            "51 are too many, at most 50 are allowed; choose a larger pool or open another shard",
        );
    });

    it("a tenant id twice", async () => {
        await refused({ tenants: [tenant("t7k2"), tenant("t7k2")] })("tenants: 't7k2' is named twice");
    });

    it("all mistakes at once", async () => {
        await refused({
            shard: "1",
            alertEmails: [],
            backup: backup({ pointInTimeDays: 3 }),
            pool: pool({ perDatabaseCapacity: 8 }),
            firewall: [office({ start: "198.51.100.0", end: "198.51.101.255" })],
        })(
            [
                "shard '1' has 5 mistakes:",
                "  - shard: '1' is no number of two digits, such as '01'",
                "  - emails: nobody would be told of an alert; give at least one address",
                "  - pool.perDatabaseCapacity: 8 vCores is all that the pool has (4); give one tenant less",
                "  - backup.pointInTimeDays: expected a whole number from 7 to 35, got 3",
                "  - firewall.office: 512 addresses are too many; at most 256 (a /24) are allowed",
            ].join("\n"),
        );
    });
});
