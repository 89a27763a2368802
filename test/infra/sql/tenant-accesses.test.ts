import { GUARD_VERSION } from "../../../infra/inside/guard/trigger";
import { deployed, planned } from "../../planned";
import { office, shard, tenant } from "./examples";
import { optionsOf } from "./resource-options";

const USER = "pulumi-nodejs:dynamic/figlo:DatabaseUser";
const RULE = "pulumi-nodejs:dynamic/figlo:DatabaseFirewallRule";
const GUARD = "pulumi-nodejs:dynamic/figlo:DatabaseGuard";

const READER = { group: "tenant-a9x4-portability", objectId: "44444444-4444-4444-4444-444444444444" };
const warehouse = office({ name: "warehouse", start: "2001:db8::10", end: "2001:db8::1f" });
const ranges = [office(), warehouse];

const inside = async (...tenants: ReturnType<typeof tenant>[]) => {
    const { resources } = await deployed(() => shard({ tenants }));
    return (type: string) =>
        resources
            .filter((resource) => resource.type === type)
            .map(({ name, inputs: { __provider: _code, ...inputs } }) => ({ name, inputs }));
};

const WHERE = {
    host: "sqlfog-figlo-advisor-proef-shard-01-ab12c.database.windows.net",
    database: "sqldb-a9x4",
    directory: "11111111-1111-1111-1111-111111111111",
};

describe("what lies inside a tenant's database", () => {
    it("is the application's user, which reads, writes and executes and no more", async () => {
        const ofType = await inside(tenant("a9x4"));
        expect(ofType(USER)).toEqual([
            {
                name: "sql-tenant-a9x4-application",
                inputs: {
                    ...WHERE,
                    userName: "id-proef-back-end",
                    kind: "managed-identity",
                    entraId: "33333333-3333-3333-3333-333333333333",
                    roles: ["db_datareader", "db_datawriter"],
                    grants: ["EXECUTE"],
                },
            },
        ]);
    });

    it("is its own readers' group, which reads and nothing else", async () => {
        const ofType = await inside(tenant("a9x4", { reader: READER }), tenant("t7k2"));
        expect(ofType(USER).filter(({ inputs }) => inputs.kind === "group")).toEqual([
            {
                name: "sql-tenant-a9x4-reader",
                inputs: {
                    ...WHERE,
                    userName: READER.group,
                    kind: "group",
                    entraId: READER.objectId,
                    roles: ["db_datareader"],
                    grants: [],
                },
            },
        ]);
    });

    it("is a rule for each of its own addresses, of either kind, and none on the server", async () => {
        const plan = await deployed(() => shard({ tenants: [tenant("a9x4", { addresses: ranges }), tenant("t7k2")] }));
        const ofType = await inside(tenant("a9x4", { addresses: ranges }), tenant("t7k2"));
        expect(ofType(RULE)).toEqual([
            {
                name: "sql-tenant-a9x4-address-office",
                inputs: {
                    ...WHERE,
                    ruleName: "office",
                    startIpAddress: "198.51.100.10",
                    endIpAddress: "198.51.100.20",
                },
            },
            {
                name: "sql-tenant-a9x4-address-warehouse",
                inputs: {
                    ...WHERE,
                    ruleName: "warehouse",
                    startIPv6Address: "2001:db8::10",
                    endIPv6Address: "2001:db8::1f",
                },
            },
        ]);
        expect([...plan.ofType("sql:FirewallRule"), ...plan.ofType("sql:IPv6FirewallRule")]).toEqual([]);
    });

    it("is a guard that knows who and which addresses belong there", async () => {
        const ofType = await inside(tenant("a9x4", { addresses: ranges, reader: READER }));
        expect(ofType(GUARD).map(({ inputs }) => inputs)).toEqual([
            {
                ...WHERE,
                users: ["id-proef-back-end", READER.group],
                rules: ["office", "warehouse"],
                trigger: GUARD_VERSION,
            },
        ]);
    });

    it("is the guard alone while the tenant is suspended", async () => {
        const ofType = await inside(tenant("a9x4", { active: false, addresses: ranges, reader: READER }));
        expect([ofType(USER), ofType(RULE)]).toEqual([[], []]);
        expect(ofType(GUARD).map(({ inputs }) => inputs)).toEqual([
            { ...WHERE, users: [], rules: [], trigger: GUARD_VERSION },
        ]);
    });

    it("waits for the group behind whose name the database is, and for the way to the servers", async () => {
        const plan = await planned(() => shard({ tenants: [tenant("a9x4", { addresses: [office()] })] }));
        const urn = (name: string) => plan.resources.find((resource) => resource.name === name)?.urn;
        const made = plan.resources.filter(({ type }) => [USER, RULE, GUARD].includes(type));
        expect(made).toHaveLength(3);
        for (const { dependencies } of made) {
            const before = ["sql-failover-group", "sql-secondary-to-secondary-records"].map(urn);
            expect(dependencies).toEqual(expect.arrayContaining(before));
        }
    });

    it("goes with its database", async () => {
        const options = await optionsOf(() => shard({ tenants: [tenant("a9x4", { addresses: [office()] })] }));
        for (const name of ["guard", "application", "address-office"]) {
            expect(options(`sql-tenant-a9x4-${name}`).deletedWith).toContain("::sql-tenant-a9x4-database");
        }
    });
});

describe("the servers of tenants with addresses", () => {
    const access = async (...tenants: ReturnType<typeof tenant>[]) =>
        (await deployed(() => shard({ tenants })))
            .ofType("sql:Server")
            .map(({ inputs }) => [inputs.publicNetworkAccess, inputs.isIPv6Enabled]);

    it("are open, since rules inside databases sleep on a closed server", async () => {
        expect(await access(tenant("a9x4", { addresses: [office()] }), tenant("t7k2"))).toEqual([
            ["Enabled", "Disabled"],
            ["Enabled", "Disabled"],
        ]);
    });

    it("take IPv6 where a tenant comes by it", async () => {
        expect(await access(tenant("a9x4", { addresses: [warehouse] }))).toEqual([
            ["Enabled", "Enabled"],
            ["Enabled", "Enabled"],
        ]);
    });

    it("are closed where only a suspended tenant has some", async () => {
        expect(await access(tenant("a9x4", { active: false, addresses: ranges }))).toEqual([
            ["Disabled", "Disabled"],
            ["Disabled", "Disabled"],
        ]);
    });
});
