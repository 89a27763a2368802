import { databaseAccess } from "../../../cli/separation/database-access";
import { shardArgs } from "../../infra/sql/examples";
import { planned } from "../../planned";
import { previewed, resolved, street } from "../../street";
import { accessOf, plannedShard, range, reader, SUSPENDED, tenant, withInputs } from "./databases";

const GROUP = "44444444-4444-4444-4444-444444444444";
const linde = tenant("t-aaaaaa", { addresses: [range("office", "192.0.2.10", "192.0.2.13")] });
const anker = tenant("t-bbbbbb");

const actsOf = async (...args: Parameters<typeof accessOf>) =>
    (await accessOf(...args)).map(({ addresses }) => addresses.map(({ name, layer, acts }) => [name, layer, acts]));

describe("the addresses that get into a database", () => {
    it("are those of a rule in it, which reaches no other", async () => {
        const [own, other] = await accessOf([linde, anker]);
        expect(own?.addresses).toEqual([
            {
                name: "office",
                start: "192.0.2.10",
                end: "192.0.2.13",
                layer: "database",
                acts: "active",
                servers: ["sql-primary-server", "sql-secondary-server"],
            },
        ]);
        expect(other?.addresses).toEqual([]);
    });

    it("are those of a rule of the servers too, which reaches every one", async () => {
        const firewall = [range("support", "198.51.100.10", "198.51.100.20")];
        expect(await actsOf([linde, anker], { firewall })).toEqual([
            [
                ["office", "database", "active"],
                ["support", "server", "active"],
            ],
            [["support", "server", "active"]],
        ]);
    });

    it("include those of IPv6", async () => {
        const [own] = await accessOf([tenant("t-aaaaaa", { addresses: [range("office", "2001:db8::1")] })]);
        expect(own?.addresses).toMatchObject([{ name: "office", start: "2001:db8::1", acts: "active" }]);
    });

    it.each([
        ["one of them", "192.0.2.13", "192.0.2.20"],
        ["all of Azure", "0.0.0.0", "0.0.0.0"],
        ["more than anybody can have named", "198.51.0.0", "198.51.255.255"],
    ])("count as void where a rule of the servers lets in %s", async (_, startIpAddress, endIpAddress) => {
        const firewall = [range("support", "198.51.100.1")];
        const widened = withInputs(/sql:FirewallRule::/, { startIpAddress, endIpAddress });
        expect(await actsOf([linde], { firewall }, widened)).toEqual([
            [
                ["office", "database", "void"],
                ["support", "server", "active"],
            ],
        ]);
    });

    it("are dormant while the public side of both servers is closed", async () => {
        const closed = withInputs(/sql:Server::/, { publicNetworkAccess: "Disabled" });
        expect(await actsOf([linde], {}, closed)).toEqual([[["office", "database", "dormant"]]]);
    });

    it("are let in by one server alone, where only that one is open", async () => {
        const closed = withInputs(/sql:Server::sql-primary-server/, { publicNetworkAccess: "Disabled" });
        expect(await actsOf([linde], {}, closed)).toEqual([[["office", "database", "active"]]]);
    });

    it("are dormant of IPv6 where the servers take none", async () => {
        const without = withInputs(/sql:Server::/, { isIPv6Enabled: "Disabled" });
        const ofIPv6 = tenant("t-aaaaaa", { addresses: [range("office", "2001:db8::1")] });
        expect(await actsOf([ofIPv6], {}, without)).toEqual([[["office", "database", "dormant"]]]);
    });

    it("are none of a suspended tenant", async () => {
        expect(await actsOf([tenant("t-aaaaaa", { ...linde, ...SUSPENDED })])).toEqual([[]]);
    });
});

describe("the identities that get into a database", () => {
    it("are the application, the tenant's own reader, and the administrators with the pipeline among them", async () => {
        const readBy = tenant("t-aaaaaa", { directAccess: reader("readers", GROUP) });
        const [own, other] = await accessOf([readBy, anker]);
        const pipeline = street().ontwikkeling.data.access.find(({ role }) => role === "pipeline")?.group;
        expect(own?.identities).toEqual([
            {
                name: "id-figlo-advisor-proef-back-end-weu",
                reach: "application",
                rights: ["EXECUTE", "db_datareader", "db_datawriter"],
            },
            { name: "readers", reach: "own reader", rights: ["db_datareader"], entraId: GROUP },
            {
                name: "sql-administrators-proef",
                reach: "administrators",
                rights: ["everything"],
                entraId: "22222222-2222-2222-2222-222222222222",
                members: [pipeline],
            },
        ]);
        expect(other?.identities.map(({ name }) => name)).toEqual([
            "id-figlo-advisor-proef-back-end-weu",
            "sql-administrators-proef",
        ]);
    });

    it("are the application only where the stack makes its identity", async () => {
        const { application } = shardArgs();
        const [own] = await accessOf([anker], { application });
        expect(own?.identities[0]).toMatchObject({ name: application.name, reach: "other" });
    });

    it("are administrators alone where the tenant is suspended", async () => {
        const [own] = await accessOf([tenant("t-aaaaaa", { ...SUSPENDED, directAccess: reader("readers", GROUP) })]);
        expect(own?.identities.map(({ reach }) => reach)).toEqual(["administrators"]);
    });
});

describe("the networks that get into a database", () => {
    it("are the applications' and the runners' of both regions, by endpoints to both servers", async () => {
        const [own] = databaseAccess((await previewed("ontwikkeling")).resources, street().ontwikkeling);
        expect(own?.privateWays).toEqual(
            ["primary", "secondary"].flatMap((from) =>
                ["primary", "secondary"].map((to) => ({
                    server: `shard-01-${to}-server`,
                    endpoint: `shard-01-${from}-to-${to}-endpoint`,
                    subnet: `${from}-network-shard-01-subnet`,
                    from: from === "primary" ? ["10.10.1.0/24", "10.10.3.0/24"] : ["10.10.17.0/24", "10.10.19.0/24"],
                })),
            ),
        );
    });

    it.each([
        [
            "the subnet does not bind endpoints to its security group",
            /:Subnet::/,
            { privateEndpointNetworkPolicies: "Disabled" },
        ],
        ["no rule ends what the group allows", /:NetworkSecurityGroup::/, { securityRules: [] }],
    ])("are the whole network where %s", async (_, of, inputs) => {
        const loose = withInputs(of, inputs)((await previewed("ontwikkeling")).resources);
        const [own] = databaseAccess(loose, street().ontwikkeling);
        expect(own?.privateWays.map(({ from }) => from)).toEqual(Array(4).fill(["VirtualNetwork"]));
    });
});

describe("what gets into databases", () => {
    it("is the same of what is deployed as of a first preview", async () => {
        const [plan, state] = [(await previewed("productie")).resources, (await resolved("productie")).resources];
        const withoutIds = (resources: typeof plan) =>
            databaseAccess(resources, street().productie).map(({ identities, ...rest }) => ({
                ...rest,
                identities: identities.map(({ entraId, ...identity }) => identity),
            }));
        expect(withoutIds(state)).toEqual(withoutIds(plan));
    });

    it("is in the order of the databases' names, whatever the order of the resources", async () => {
        const { resources } = await plannedShard([anker, linde]);
        const access = databaseAccess(resources, street().ontwikkeling);
        expect(access.map(({ database }) => database)).toEqual(["sqldb-t-aaaaaa", "sqldb-t-bbbbbb"]);
        expect(databaseAccess([...resources].reverse(), street().ontwikkeling)).toEqual(access);
    });

    it("is nothing where there is no database", async () => {
        expect(databaseAccess((await planned(() => {})).resources, street().ontwikkeling)).toEqual([]);
    });
});
