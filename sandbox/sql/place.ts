import type { Cloud, CloudObject } from "../azure/cloud";
import { textAt, textsAt } from "../azure/refusals/body";
import { lastOf, parentId, sameText } from "../azure/refusals/ids";
import { databaseIn } from "./cloud-databases";
import { refused } from "./sql-refusals";

const DOMAIN = ".database.windows.net";
const SECONDARY = ".secondary";

/** A database that somebody opened. */
export interface Place {
    readonly serverId: string;
    readonly databaseId: string;
}

/**
 * The server behind a host name: `<server>.database.windows.net`, or that of a failover group, which leads to the server that is the primary now;
 * with `.secondary` before the domain to the other one.
 *
 * @throws SqlError where there is none
 */
export function serverOf(cloud: Cloud, host: string): CloudObject {
    const name = host.toLowerCase().endsWith(DOMAIN) ? host.slice(0, -DOMAIN.length) : host;
    const server =
        cloud.all("Microsoft.Sql/servers").find(({ id }) => sameText(lastOf(id), name)) ?? behindListener(cloud, name);
    if (server === undefined) {
        throw refused("noServer", name);
    }
    return server;
}

function behindListener(cloud: Cloud, name: string): CloudObject | undefined {
    const isSecondary = name.toLowerCase().endsWith(SECONDARY);
    const groupName = isSecondary ? name.slice(0, -SECONDARY.length) : name;
    // Both servers tell the group, each with its own role.
    const group = cloud
        .all("Microsoft.Sql/servers/failoverGroups")
        .find(
            ({ id, outputs }) =>
                sameText(lastOf(id), groupName) && (outputs.replicationRole === "Secondary") === isSecondary,
        );
    return group && cloud.get(parentId(group.id));
}

/** @throws SqlError */
export function placeOf(cloud: Cloud, server: CloudObject, database: string): Place {
    const found = databaseIn(cloud, server.id, database === "" ? "master" : database);
    if (found === undefined) {
        throw refused("noDatabase", database);
    }
    return { serverId: server.id, databaseId: found.id };
}

export const isPublic = (server: CloudObject): boolean =>
    textAt(server.body, "properties.publicNetworkAccess") !== "Disabled";

/** Whether a private endpoint leads to a server. */
export const isInNetwork = (cloud: Cloud, server: CloudObject): boolean =>
    cloud
        .all("Microsoft.Network/privateEndpoints")
        .flatMap(({ body }) =>
            textsAt(body, "properties.privateLinkServiceConnections[].properties.privateLinkServiceId"),
        )
        .some((id) => sameText(id, server.id));
