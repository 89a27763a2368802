import { exchanged, type ServerPlace } from "../../arm/exchanged";
import { DATABASE_COPY } from "../../policies/allowed-types";
import { harmless } from "../show/harmless";
import { REGION_ROLES, type RegionRole, withActiveRegionTold } from "./active-region";

/** A resource as the engine keeps it, as far as a failover concerns it. */
export interface KeptResource {
    readonly urn: string;
    readonly type: string;
    readonly id?: string;
    readonly inputs?: Readonly<Record<string, unknown>>;
    readonly outputs?: Readonly<Record<string, unknown>>;
    /** Waits for its deletion. */
    readonly delete?: boolean;
}

/** What a failover changed, or why a state cannot follow it. */
export type Followed<R> = Following<R> | { readonly refusal: string };

export interface Following<R> {
    readonly resources: readonly R[];
    /** Those of them that are not as they were. */
    readonly moved: readonly R[];
    readonly groups: readonly GroupPlace[];
    /** Declared databases that are on the server of the copies and in no group: made there by an `up` between the failover and this. */
    readonly stranded: readonly R[];
}

/** The region that took over. */
export interface TakenOver {
    readonly role: RegionRole;
    /** As Azure names it. */
    readonly region: string;
}

/** Where a failover group is afterwards. */
export interface GroupPlace {
    readonly name: string;
    /** ARM id of its server. */
    readonly server: string;
}

const GROUP = "azure-native:sql:FailoverGroup";
const SERVER = "azure-native:sql:Server";
const DATABASE = "azure-native:sql:Database";
/** What is declared once and stands where the group is: all else of a database is declared on each server. */
const WITH_GROUP = [DATABASE, "azure-native:sql:TransparentDataEncryption"];

/**
 * The resources of a state after a failover: each failover group, and the declared databases in it with their encryption, under the ids
 * that they have on the server that took over, and each copy on the server that it left. The engine cannot find the first out: a resource keeps
 * its id, and another one would be another resource (terraform-provider-azurerm#25141).
 */
export function followFailover<R extends KeptResource>(
    resources: readonly R[],
    { role, region }: TakenOver,
): Followed<R> {
    const present = resources.filter((resource) => !resource.delete);
    const groups = present.filter(({ type }) => type === GROUP);
    if (groups.length === 0) {
        return { refusal: "it holds no failover group" };
    }
    const servers = present.flatMap(placeOfServer);
    const ways = groups.map((group) => wayOf(group, servers, region));
    const refusals = ways.flatMap((way) => ("refusal" in way ? way.refusal : []));
    if (refusals.length > 0) {
        return { refusal: refusals.join("; ") };
    }
    const taken = ways.flatMap((way) => ("refusal" in way ? [] : way));
    const followed = resources.map((resource) => {
        const way = resource.delete ? undefined : taken.find((one) => goes(resource, one));
        return way ? following(resource, way) : withCopyTold(withActiveRegionTold(resource, role), taken);
    });
    return {
        resources: followed,
        moved: followed.filter((resource, index) => resource !== resources[index]),
        groups: taken.map(({ group, to }) => ({ name: lastOf(group.id ?? ""), server: to.id })),
        stranded: followed.filter(
            ({ type, id = "", delete: leaving }) =>
                type === DATABASE && !leaving && taken.some(({ from }) => same(serverOf(id), from.id)),
        ),
    };
}

/** The region whose server has the failover groups, as the state knows them; undefined where it is neither. */
export function roleOfGroups(
    resources: readonly KeptResource[],
    regions: Readonly<Record<RegionRole, string>>,
): RegionRole | undefined {
    const present = resources.filter((resource) => !resource.delete);
    const servers = present.flatMap(placeOfServer);
    const [group] = present.filter(({ type }) => type === GROUP);
    const server = servers.find(({ id }) => same(id, serverOf(group?.id ?? "")));
    return REGION_ROLES.find((role) => server !== undefined && same(server.location, regions[role]));
}

/** From the server that was the primary to the one that is, whichever of them the group is still known on. */
interface Way {
    readonly group: KeptResource;
    readonly from: ServerPlace;
    readonly to: ServerPlace;
    /** Names of the databases in the group, in lower case. */
    readonly databases: readonly string[];
}

function wayOf(group: KeptResource, servers: readonly ServerPlace[], region: string): Way | { refusal: string } {
    const name = `failover group '${harmless(lastOf(group.id ?? ""))}'`;
    const ids = [serverOf(group.id ?? ""), partnerOf(group)];
    const sides = ids.flatMap((id) => servers.find((server) => same(server.id, id)) ?? []);
    if (sides.length !== 2) {
        return {
            refusal: `it holds ${name} and not both of its servers, ${ids.map((id) => `'${harmless(id)}'`).join(" and ")}`,
        };
    }
    const to = sides.find(({ location }) => same(location, region));
    const from = sides.find((side) => side !== to);
    if (to === undefined || from === undefined) {
        const regions = sides.map(({ location }) => location).join(" and ");
        return { refusal: `${name} is in ${harmless(regions)}, not in ${region}` };
    }
    const databases = Array.isArray(group.inputs?.databases) ? group.inputs.databases : [];
    return { group, from, to, databases: databases.map((id) => lastOf(String(id)).toLowerCase()) };
}

function goes({ urn, type, id = "" }: KeptResource, { group, from, databases }: Way): boolean {
    if (!same(serverOf(id), from.id)) {
        return false;
    }
    return (
        urn === group.urn || (WITH_GROUP.includes(type) && databases.includes((id.split("/")[10] ?? "").toLowerCase()))
    );
}

function following<R extends KeptResource>(resource: R, { from, to }: Way): R {
    const { id, inputs, outputs } = exchanged(
        { id: resource.id, inputs: resource.inputs, outputs: resource.outputs },
        from,
        to,
    );
    return { ...resource, ...(id && { id }), ...(inputs && { inputs }), ...(outputs && { outputs }) };
}

/** A copy that is known on a server which took over is on the one that it took over from. */
function withCopyTold<R extends KeptResource>(resource: R, ways: readonly Way[]): R {
    const { type, outputs } = resource;
    const way = ways.find(({ to }) => type === DATABASE_COPY && isHostOf(outputs?.copyOn, to));
    const hosts = Array.isArray(outputs?.servers) ? outputs.servers : [];
    const copyOn: unknown = way && hosts.find((host) => isHostOf(host, way.from));
    return copyOn === undefined ? resource : { ...resource, outputs: { ...outputs, copyOn } };
}

const isHostOf = (host: unknown, { id }: ServerPlace): boolean =>
    typeof host === "string" && same(host.split(".")[0] ?? "", lastOf(id));

function placeOfServer({ type, id, inputs }: KeptResource): readonly ServerPlace[] {
    const location = inputs?.location;
    return type === SERVER && id !== undefined && typeof location === "string" ? [{ id, location }] : [];
}

function partnerOf({ inputs }: KeptResource): string {
    const [partner] = Array.isArray(inputs?.partnerServers) ? inputs.partnerServers : [];
    const id: unknown = partner?.id;
    return typeof id === "string" ? id : "";
}

/** `/subscriptions/…/servers/<name>` of what is in a server. */
const serverOf = (id: string): string => id.split("/").slice(0, 9).join("/");

const lastOf = (id: string): string => id.split("/").at(-1) ?? "";

const same = (one: string, other: string): boolean => simple(one) === simple(other);

const simple = (text: string): string => text.toLowerCase().replaceAll(" ", "");
