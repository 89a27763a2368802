import { DATABASE_FIREWALL_RULE, DATABASE_USER } from "../../policies/allowed-types";
import { USER_IDENTITY } from "../../policies/azure-types";
import { append } from "../../policies/multi-map";
import type { Loaded } from "../../stacks/settings/load-environment";
import type { PlanResource, PlanValue } from "../plan/plan";
import { inputAt, listAt, PlannedResources } from "../plan/planned-resources";
import type { PrivateWay } from "./private-ways";
import { type AddressRule, actsOn, addressRule, type ServerAccess, serverAccess, voids } from "./server-access";

/** Addresses that a rule lets in to one database. */
export interface AdmittedAddresses extends AddressRule {
    /** A server's rule reaches every database of it. */
    readonly layer: "server" | "database";
    /**
     * Dormant on a server whose public side is closed. Void where a rule of the server lets in the same addresses to every database, or so
     * many that it keeps nobody out: then the rule inside the database separates nothing.
     */
    readonly acts: "active" | "dormant" | "void";
    /** Logical names of the servers that have it: of a rule inside a database all that hold the database. */
    readonly servers: readonly string[];
}

export interface AdmittedIdentity {
    /** Its name in the database; of administrators the group's. */
    readonly name: string;
    /** Administrators reach every database of the server, and so does who is a member of the group; `other` is what nobody foresaw. */
    readonly reach: "application" | "own reader" | "administrators" | "other";
    readonly rights: readonly string[];
    /** In Entra; left out where Azure gives it. */
    readonly entraId?: string;
    /** Groups of `access.yaml` that are members of it: the pipeline's. */
    readonly members?: readonly string[];
}

/** Who and what gets into one database: each identity from each of the addresses and by each of the private ways. */
export interface DatabaseAccess {
    readonly database: string;
    /** Opaque id; left out for a database of no tenant. */
    readonly tenant?: string;
    readonly addresses: readonly AdmittedAddresses[];
    readonly privateWays: readonly (PrivateWay & { readonly server: string })[];
    readonly identities: readonly AdmittedIdentity[];
}

/**
 * What reaches each database of a plan: the layers add up, so that all are looked at together. Sorted by the database's name.
 *
 * @param loaded tells whose identities are members of the administrators' group
 */
export function databaseAccess(
    resources: readonly PlanResource[],
    { data }: Pick<Loaded, "data">,
): readonly DatabaseAccess[] {
    const plan = new PlannedResources(resources);
    const servers = new Map(plan.ofType("sql:Server").map((server) => [server.urn, serverAccess(server, plan)]));
    const inside = new Map<string, PlanResource[]>();
    for (const resource of plan.ofType(DATABASE_FIREWALL_RULE, DATABASE_USER)) {
        append(inside, databaseKey(resource.inputs.database), resource);
    }
    const applications = new Set(resources.filter(({ type }) => type === USER_IDENTITY).map(({ urn }) => urn));
    const members = data.access
        .filter(({ role, scope }) => role === "pipeline" && scope === "sql")
        .map(({ group }) => group);
    return plan
        .ofType("sql:Database")
        .map((database): DatabaseAccess => {
            const name = String(inputAt(database, "databaseName"));
            const tenant = inputAt(database, "tags", "tenant");
            const holding = serversOf(database, plan).flatMap(({ urn }) => servers.get(urn) ?? []);
            const own = inside.get(databaseKey(name)) ?? [];
            return {
                database: name,
                ...(typeof tenant === "string" ? { tenant } : {}),
                addresses: [...ofServers(holding), ...ofDatabase(own, holding)].sort(byName),
                privateWays: holding
                    .flatMap(({ name: server, privateWays }) => privateWays.map((way) => ({ server, ...way })))
                    .sort((a, b) => (a.endpoint < b.endpoint ? -1 : 1)),
                identities: [...usersIn(own, applications), ...administratorsOf(holding, members)].sort(byName),
            };
        })
        .sort((a, b) => (a.database < b.database ? -1 : 1));
}

/** A database's name as it is compared: Azure compares without case. */
export const databaseKey = (name: PlanValue | undefined): string => String(name).toLowerCase();

/** The server on which it is made, and those to which its failover groups copy it. */
function serversOf(database: PlanResource, plan: PlannedResources): readonly PlanResource[] {
    const groups = plan.referrers(database, "databases", "sql:FailoverGroup");
    return [
        ...new Set([
            ...plan.references(database, "serverName", "sql:Server"),
            ...groups.flatMap((group) => plan.references(group, "partnerServers", "sql:Server")),
        ]),
    ];
}

/** A rule that several servers have alike, once. */
function ofServers(servers: readonly ServerAccess[]): readonly AdmittedAddresses[] {
    const found = new Map<string, AdmittedAddresses>();
    for (const server of servers) {
        for (const rule of server.rules) {
            const acts = actsOn(server, rule) ? "active" : "dormant";
            const key = JSON.stringify([rule.name, rule.start, rule.end, acts]);
            const names = [...(found.get(key)?.servers ?? []), server.name].sort();
            found.set(key, { ...rule, layer: "server", acts, servers: names });
        }
    }
    return [...found.values()];
}

function ofDatabase(own: readonly PlanResource[], servers: readonly ServerAccess[]): readonly AdmittedAddresses[] {
    const names = servers.map(({ name }) => name).sort();
    return own
        .filter(({ type }) => type === DATABASE_FIREWALL_RULE)
        .map((resource) => {
            const rule = addressRule(resource, "ruleName");
            const acting = servers.filter((server) => actsOn(server, rule));
            const isVoid = acting.some(({ rules }) => rules.some((other) => voids(other, rule)));
            const acts = isVoid ? "void" : acting.length > 0 ? "active" : "dormant";
            return { ...rule, layer: "database", acts, servers: names } as const;
        });
}

function usersIn(own: readonly PlanResource[], applications: ReadonlySet<string>): readonly AdmittedIdentity[] {
    return own
        .filter(({ type }) => type === DATABASE_USER)
        .map((user) => {
            const { userName, entraId, kind } = user.inputs;
            const made = (user.propertyDependencies.entraId ?? []).some((urn) => applications.has(urn));
            return {
                name: String(userName),
                reach: made ? "application" : kind === "group" ? "own reader" : "other",
                rights: [...listAt(user, "roles"), ...listAt(user, "grants")].map(String).sort(),
                ...(typeof entraId === "string" ? { entraId } : {}),
            };
        });
}

/** Who administers several servers alike, once. */
function administratorsOf(servers: readonly ServerAccess[], members: readonly string[]): readonly AdmittedIdentity[] {
    const groups = new Map(servers.map(({ administrators }) => [administrators.objectId, administrators]));
    return [...groups.values()].map(({ group, objectId }) => ({
        name: group,
        reach: "administrators",
        rights: ["everything"],
        entraId: objectId,
        ...(members.length > 0 ? { members } : {}),
    }));
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
    a.name === b.name ? 0 : a.name < b.name ? -1 : 1;
