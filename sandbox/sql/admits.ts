import type { CloudObject } from "../azure/cloud";
import { textAt } from "../azure/refusals/body";
import { childrenOf, lastOf, sameText } from "../azure/refusals/ids";
import { isAddressIn } from "./address-order";
import { isInNetwork, isPublic, placeOf, serverOf } from "./place";
import { asSqlError, type SqlError } from "./sql-error";
import { refused } from "./sql-refusals";
import type { SqlWorld } from "./sql-world";

/** Somebody who wants to log in. */
export interface Visitor {
    readonly host: string;
    readonly database: string;
    /** A public address; left out for who comes by the network's private endpoint. */
    readonly address?: string;
    /** Of a managed identity the client id, of a group whose member it is the object id. */
    readonly entraId: string;
}

/**
 * Whether somebody gets into a database: by an address that the server or the database admits, or by the network; and as a user of that
 * database or as a member of the administrators' group.
 *
 * @returns true, or what SQL Server answers
 */
export function admits(world: SqlWorld, visitor: Visitor): true | SqlError {
    try {
        requireAdmitted(world, visitor);
        return true;
    } catch (error) {
        return asSqlError(error);
    }
}

function requireAdmitted({ cloud, states }: SqlWorld, { host, database, address, entraId }: Visitor): void {
    const server = serverOf(cloud, host);
    if (address === undefined ? !isInNetwork(cloud, server) : !isPublic(server)) {
        throw refused("closedServer");
    }
    const { databaseId } = placeOf(cloud, server, database);
    const { rules, users, grants } = states.of(databaseId);
    const ranges = [
        ...childrenOf(cloud, server.id, "Microsoft.Sql/servers/firewallRules").map(rangeOf),
        ...childrenOf(cloud, server.id, "Microsoft.Sql/servers/ipv6FirewallRules").map(rangeOf),
        ...rules,
    ];
    if (address !== undefined && !ranges.some(({ start, end }) => isAddressIn(address, start, end))) {
        throw refused("noAddress", lastOf(server.id), address);
    }
    const administrators = textAt(server.body, "properties.administrators.sid") ?? "";
    const user = users.find(({ sid }) => sid === sidOf(entraId));
    const connects = grants.some(
        ({ right, denied, ...grant }) => right === "CONNECT" && !denied && sameText(grant.user, user?.name ?? ""),
    );
    if (!sameText(administrators, entraId) && !connects) {
        throw refused("noLogin");
    }
}

const rangeOf = ({ body }: CloudObject) => ({
    start: textAt(body, "properties.startIpAddress") ?? textAt(body, "properties.startIPv6Address") ?? "",
    end: textAt(body, "properties.endIpAddress") ?? textAt(body, "properties.endIPv6Address") ?? "",
});

/** A GUID as SQL Server keeps it: its first three groups are little-endian. */
function sidOf(guid: string): string {
    const [a = "", b = "", c = "", ...rest] = guid.toLowerCase().split("-");
    const turned = (group: string) => (group.match(/../g) ?? []).reverse().join("");
    return [turned(a), turned(b), turned(c), ...rest].join("");
}
