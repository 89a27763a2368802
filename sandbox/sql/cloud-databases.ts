import type { Cloud, CloudObject } from "../azure/cloud";
import { takeAway } from "../azure/drift";
import { cutGeoLink, sourceOf } from "../azure/geo-secondaries";
import { textsAt } from "../azure/refusals/body";
import { lastOf, parentId, sameText } from "../azure/refusals/ids";
import { refused } from "./sql-refusals";
import type { ViewRow } from "./system-views";

const DATABASES = "Microsoft.Sql/servers/databases";
const GROUPS = "Microsoft.Sql/servers/failoverGroups";

/** The databases of a server, `master` among them. */
export const databasesOf = (cloud: Cloud, serverId: string): readonly CloudObject[] =>
    cloud.all(DATABASES).filter(({ id }) => sameText(parentId(id), serverId));

export const databaseIn = (cloud: Cloud, serverId: string, name: string): CloudObject | undefined =>
    cloud.get(`${serverId}/databases/${name}`);

/** A copy of a database, by the server that holds it. */
export interface DropLink {
    readonly database: string;
    /** Name of the server that holds the copy. */
    readonly partner: string;
}

/**
 * Ends the link between a database and its copy; both stay (ALTER DATABASE, "REMOVE SECONDARY ON SERVER"). What Azure answers while they are in a
 * failover group is unverified.
 */
export function removeSecondary(cloud: Cloud, serverId: string, { database, partner }: DropLink): void {
    const primary = databaseIn(cloud, serverId, database);
    if (primary === undefined) {
        throw refused("noDatabaseToAlter", database);
    }
    const copy = copiesOf(cloud, primary.id).find(({ id }) => sameText(lastOf(parentId(id)), partner));
    if (copy === undefined) {
        throw refused("notReplicated", database);
    }
    if (isInGroup(cloud, primary.id)) {
        throw refused("replicated", database);
    }
    cutGeoLink(cloud, copy);
}

/** Deletes a database that has no copy and is none; what Azure answers of one that has is unverified. */
export function dropDatabase(cloud: Cloud, serverId: string, name: string): void {
    if (sameText(name, "master")) {
        throw refused("systemDatabase", name);
    }
    const database = databaseIn(cloud, serverId, name);
    if (database === undefined) {
        throw refused("nothingToDrop", "database", name);
    }
    const { id } = database;
    if (sourceOf(database) !== undefined) {
        throw refused("isCopy", name);
    }
    if (copiesOf(cloud, id).length > 0 || isInGroup(cloud, id)) {
        throw refused("replicated", name);
    }
    takeAway(cloud, database);
}

const copiesOf = (cloud: Cloud, id: string): readonly CloudObject[] =>
    cloud.all(DATABASES).filter((one) => sameText(sourceOf(one) ?? "", id));

const isInGroup = (cloud: Cloud, id: string): boolean =>
    cloud.all(GROUPS).some(({ body }) => textsAt(body, "properties.databases[]").some((one) => sameText(one, id)));

/** Rows of `sys.databases` as master has them. A database has the number of its place. */
export const databaseRows = (cloud: Cloud, serverId: string): readonly ViewRow[] =>
    sorted(cloud, serverId).map(({ id }, index) => ({
        ...{ name: lastOf(id), database_id: index + 1, state: 0, state_desc: "ONLINE" },
    }));

/** Rows of `sys.geo_replication_links`: both sides of a link have one, each with its own role. */
export const linkRows = (cloud: Cloud, serverId: string): readonly ViewRow[] =>
    sorted(cloud, serverId).flatMap((database, index) => {
        const source = sourceOf(database);
        const partners = [
            ...(source === undefined ? [] : [{ partner: source, role: 1 }]),
            ...copiesOf(cloud, database.id).map(({ id }) => ({ partner: id, role: 0 })),
        ];
        return partners.map(({ partner, role }) => ({
            ...{ database_id: index + 1, partner_server: lastOf(parentId(partner)), partner_database: lastOf(partner) },
            ...{ replication_state: 2, replication_state_desc: "CATCH_UP" },
            ...{ role, role_desc: role === 0 ? "PRIMARY" : "SECONDARY" },
        }));
    });

const sorted = (cloud: Cloud, serverId: string): readonly CloudObject[] => {
    const isMaster = ({ id }: CloudObject) => Number(sameText(lastOf(id), "master"));
    return databasesOf(cloud, serverId).toSorted((a, b) => isMaster(b) - isMaster(a) || (a.id < b.id ? -1 : 1));
};
