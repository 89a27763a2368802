import { DATABASE_FIREWALL_RULE, DATABASE_USER } from "../../policies/allowed-types";
import type { Loaded } from "../../stacks/settings/load-environment";
import { type Held, sharedAddresses } from "../../stacks/settings/shared-addresses";
import type { PlanResource } from "../plan/plan";
import { type AdmittedAddresses, type AdmittedIdentity, type DatabaseAccess, databaseKey } from "./database-access";
import { blockOf } from "./server-access";

/**
 * Every path from one tenant to the data of another, as a sentence: addresses that are admitted to two tenants' databases, addresses of a
 * tenant at a server, identities in two tenants' databases other than the application's, and whatever a tenant that is not active has left.
 * None is what measure 13 wants.
 */
export const crossings = (databases: readonly DatabaseAccess[], { data }: Pick<Loaded, "data">): readonly string[] => [
    ...sharedRanges(databases, data.tenants),
    ...sharedIdentities(databases),
    ...leftovers(databases, data.tenants),
];

type Tenants = Loaded["data"]["tenants"];

interface Opened extends Held {
    readonly text: string;
}

/** One holder, which no tenant can be: two rules of servers are no path between tenants. */
const SERVERS = "";

function sharedRanges(databases: readonly DatabaseAccess[], tenants: Tenants): readonly string[] {
    const ofServers = databases.flatMap(({ addresses }) =>
        addresses
            .filter(({ layer }) => layer === "server")
            .map(({ name, start, end }) => [JSON.stringify([name, start, end]), { name, start, end }] as const),
    );
    const opened = [
        ...[...new Map(ofServers).values()].flatMap((rule) => open(SERVERS, rule, "every database of the server")),
        ...databases.flatMap(({ database, tenant, addresses }) =>
            addresses
                .filter(({ layer }) => layer === "database")
                .flatMap((rule) => open(tenant ?? database, rule, database)),
        ),
        // What a tenant declares counts whether or not a rule of it stands: it may not lead elsewhere either.
        ...tenants.flatMap(({ id, addresses }) => addresses.flatMap((range) => open(id, range, `tenant ${id}`))),
    ];
    return sharedAddresses(opened).map(([one, other]) => `${one.text} and ${other.text} share addresses`);
}

function open(
    holder: string,
    { name, start, end }: Pick<AdmittedAddresses, "name" | "start" | "end">,
    of: string,
): readonly Opened[] {
    const block = blockOf({ start, end });
    return block === undefined ? [] : [{ holder, block, text: `'${name}' of ${of}` }];
}

function sharedIdentities(databases: readonly DatabaseAccess[]): readonly string[] {
    const firsts = new Map<string, DatabaseAccess>();
    return databases.flatMap((access) => {
        const isGroup = ({ reach }: AdmittedIdentity): boolean => reach === "administrators";
        const administrators = new Set(access.identities.filter(isGroup).map(keyOf));
        const users = access.identities.filter((each) => !isGroup(each));
        return users.flatMap((user) => {
            const key = keyOf(user);
            const first = user.reach === "application" ? access : (firsts.get(key) ?? access);
            firsts.set(key, first);
            return [
                ...(first === access ? [] : [`'${user.name}' is in ${first.database} and in ${access.database}`]),
                ...(administrators.has(key)
                    ? [`'${user.name}' of ${access.database} administers every database of its server`]
                    : []),
            ];
        });
    });
}

/** As Entra compares. */
const keyOf = ({ entraId, name }: AdmittedIdentity): string => (entraId ?? name).toLowerCase();

/** Who and what gets in where a tenant is suspended or leaving, besides administrators. */
export function leftovers(databases: readonly DatabaseAccess[], tenants: Tenants): readonly string[] {
    const closed = new Set(tenants.filter(({ status }) => status !== "active").map(({ id }) => id));
    return databases.flatMap(({ database, tenant, identities, addresses }) =>
        tenant === undefined || !closed.has(tenant)
            ? []
            : [
                  ...identities.filter(({ reach }) => reach !== "administrators"),
                  ...addresses.filter(({ layer }) => layer === "database"),
              ].map(({ name }) => `'${name}' is left in ${database}, whose tenant is not active`),
    );
}

/** Names of users and rules of which the plan does not know where they are, or whom they let in: what they lead to nobody can say. */
export function unplaced(resources: readonly PlanResource[], databases: readonly DatabaseAccess[]): readonly string[] {
    const known = new Set(databases.map(({ database }) => databaseKey(database)));
    const elsewhere = resources
        .filter(({ type }) => type === DATABASE_FIREWALL_RULE || type === DATABASE_USER)
        .filter(({ inputs }) => !known.has(databaseKey(inputs.database)));
    const unclear = databases.flatMap(({ addresses, identities }) => [
        ...addresses.filter((rule) => blockOf(rule) === undefined),
        ...identities.filter(({ reach, entraId }) => reach !== "application" && entraId === undefined),
    ]);
    return [...new Set([...elsewhere, ...unclear].map(({ name }) => name))];
}
