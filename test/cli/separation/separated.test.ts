import * as fc from "fast-check";
import { databaseAccess } from "../../../cli/separation/database-access";
import { evaluate } from "../../../policies/evaluate";
import { tenantPaths } from "../../../stacks/settings/tenant-paths";
import type { Planned } from "../../planned";
import { street, TODAY } from "../../street";
import { crossingsOf, plannedShard } from "./databases";
import { crossedSets, type TenantSet, tenantSets } from "./tenant-sets";

const { ontwikkeling } = street();
const INSIDE = "pulumi-nodejs:dynamic/figlo:";

const isOn = (until: string | undefined): boolean => until === undefined || until >= TODAY;

const spanOf = (inputs: Readonly<Record<string, unknown>>): string =>
    `${inputs.startIpAddress ?? inputs.startIPv6Address} ${inputs.endIpAddress ?? inputs.endIPv6Address}`;

/** What the databases should let in, read off the set and not off the program. */
const wanted = ({ tenants }: TenantSet) =>
    Object.fromEntries(
        tenants.map(({ id, status, addresses, directAccess }) => [
            `sqldb-${id}`,
            {
                addresses: addresses
                    .filter(({ until }) => status === "active" && isOn(until))
                    .map(({ start, end }) => `${start} ${end}`)
                    .sort(),
                groups: status === "active" && directAccess && isOn(directAccess.until) ? [directAccess.objectId] : [],
                application: status === "active" ? 1 : 0,
            },
        ]),
    );

/** The same of the resources that the program made. */
const found = (plan: Planned) =>
    Object.fromEntries(
        plan.ofType("sql:Database").map(({ inputs: { databaseName } }) => {
            const inside = (type: string) =>
                plan.ofType(`${INSIDE}${type}`).filter(({ inputs }) => inputs.database === databaseName);
            const users = inside("DatabaseUser").map(({ inputs }) => inputs);
            return [
                String(databaseName),
                {
                    addresses: inside("DatabaseFirewallRule")
                        .map(({ inputs }) => spanOf(inputs))
                        .sort(),
                    groups: users.filter(({ kind }) => kind === "group").map(({ entraId }) => entraId),
                    application: users.filter(({ kind }) => kind === "managed-identity").length,
                },
            ];
        }),
    );

const onServers = (plan: Planned): readonly string[] =>
    [...plan.ofType("sql:FirewallRule"), ...plan.ofType("sql:IPv6FirewallRule")].map(({ inputs }) => spanOf(inputs));

/** What the policies say of paths between tenants; the shard alone has no site that runs as the application. */
const judged = ({ resources }: Pick<Planned, "resources">): readonly string[] =>
    evaluate(resources, { environment: "ontwikkeling", today: TODAY })
        .filter(({ rule, message }) => rule === "sql-tenant-separated" && !message.endsWith("no site runs as"))
        .map(({ message }) => message);

/** One plan of two, since the program refuses to make what is crossed. */
async function merged(tenants: TenantSet["tenants"], firewall: TenantSet["firewall"]) {
    const [first, second, ...rest] = tenants;
    const plans = [
        await plannedShard([first, ...rest].filter((each) => each !== undefined)),
        await plannedShard(second ? [second] : [], { firewall }),
    ];
    const all = plans.flatMap(({ resources }) => resources);
    return [...new Map([...all].reverse().map((resource) => [resource.urn, resource])).values()];
}

const pathsIn = ({ tenants, firewall }: TenantSet) => {
    const { settings, data } = ontwikkeling;
    const files = { settings: "settings", tenants: "tenants" };
    return tenantPaths(files, { ...settings, sql: { ...settings.sql, firewall } }, tenants, data.access);
};

describe("generated customers", () => {
    it("each let in their own addresses and readers and nobody else's, and none stands on a server", async () => {
        await fc.assert(
            fc.asyncProperty(tenantSets, async (set) => {
                const { tenants, firewall, activeRegion } = set;
                const plan = await plannedShard(tenants, { firewall, activeRegion });
                expect(found(plan)).toEqual(wanted(set));
                const allowed = new Set(firewall.map(({ start, end }) => `${start} ${end}`));
                expect(onServers(plan).filter((span) => !allowed.has(span))).toEqual([]);
                expect(crossingsOf(databaseAccess(plan.resources, ontwikkeling), tenants)).toEqual([]);
                expect(judged(plan)).toEqual([]);
            }),
            { numRuns: 200 },
        );
    }, 120_000);

    it("each have a guard that names exactly who and what is in their database", async () => {
        await fc.assert(
            fc.asyncProperty(tenantSets, async ({ tenants, firewall }) => {
                const plan = await plannedShard(tenants, { firewall });
                const inside = (type: string, database: unknown, key: string) =>
                    plan
                        .ofType(`${INSIDE}${type}`)
                        .filter(({ inputs }) => inputs.database === database)
                        .map(({ inputs }) => inputs[key]);
                const guards = plan.ofType(`${INSIDE}DatabaseGuard`).map(({ inputs }) => inputs);
                expect(guards.map(({ database }) => database).sort()).toEqual(
                    tenants.map(({ id }) => `sqldb-${id}`).sort(),
                );
                for (const { database, users, rules } of guards) {
                    expect(users).toEqual(expect.arrayContaining(inside("DatabaseUser", database, "userName")));
                    expect(rules).toEqual(expect.arrayContaining(inside("DatabaseFirewallRule", database, "ruleName")));
                    expect([users, rules].flat()).toHaveLength(
                        [
                            ...inside("DatabaseUser", database, "userName"),
                            ...inside("DatabaseFirewallRule", database, "ruleName"),
                        ].length,
                    );
                }
            }),
            { numRuns: 25 },
        );
    }, 60_000);

    it("are taken by the settings where nothing belongs to two", () => {
        fc.assert(
            fc.property(tenantSets, (set) => {
                expect(pathsIn(set)).toEqual([]);
            }),
            { numRuns: 500 },
        );
    });

    it("are refused by the settings where an address or a group of one is another's too", () => {
        fc.assert(
            fc.property(crossedSets, (set) => {
                expect(pathsIn(set)).toHaveLength(1);
            }),
            { numRuns: 500 },
        );
    });

    it("are found in the plan, and by the policies, where an address or a group of one is another's too", async () => {
        await fc.assert(
            fc.asyncProperty(
                crossedSets.filter(({ inPlan }) => inPlan),
                async ({ tenants, firewall }) => {
                    const resources = await merged(tenants, firewall);
                    expect(crossingsOf(databaseAccess(resources, ontwikkeling), tenants)).not.toEqual([]);
                    expect(judged({ resources })).not.toEqual([]);
                },
            ),
            { numRuns: 100 },
        );
    }, 120_000);
});
