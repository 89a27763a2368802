import { DATABASE, FAILOVER_GROUP, SERVER } from "./azure-types";
import type { ResourceView, StackView } from "./model";
import { physicalNamesIn } from "./physical-name";

/** What tells servers apart that an input names: their URNs, or their names where the plan does not hold them. */
export function serversIn(resource: ResourceView, property: string): readonly string[] {
    const servers = resource.references(property, SERVER);
    return servers.length > 0 ? servers.map(({ urn }) => urn) : physicalNamesIn(resource.inputs[property]);
}

/** The failover groups that copy a database. */
export const failoverGroupsOf = (database: ResourceView, stack: StackView): readonly ResourceView[] =>
    stack.referrers(database, "databases", FAILOVER_GROUP);

/** True for a database that Azure keeps as the copy of another; the original is what is judged. */
export const isReplica = ({ props }: ResourceView): boolean =>
    ["Secondary", "OnlineSecondary"].includes(props.createMode);

/** A policy of a database, where it stands and whether it must stand there. */
export interface Placed {
    readonly where: string;
    readonly policies: readonly ResourceView[];
}

/**
 * The policies of a type for a database, on its own server and on each partner of its failover group: they do not travel with the
 * data, and after a failover the partner's counts.
 */
export function policiesByServer(database: ResourceView, type: string, stack: StackView): readonly Placed[] {
    const policies = stack.referrers(database, "databaseName", type);
    const on = (servers: readonly string[]) =>
        policies.filter((policy) => serversIn(policy, "serverName").some((server) => servers.includes(server)));
    const own = { where: "on its server", policies: on(serversIn(database, "serverName")) };
    const partners = failoverGroupsOf(database, stack).map((group) => ({
        where: "on the other server of its failover group",
        policies: on(serversIn(group, "partnerServers")),
    }));
    return [own, ...partners];
}

/** The server of a database or pool; `undefined` where the plan does not hold it. */
export const serverOf = (resource: ResourceView): ResourceView | undefined =>
    resource.references("serverName", SERVER)[0];

/** Databases on a server. */
export const databasesOn = (server: ResourceView, stack: StackView): readonly ResourceView[] =>
    stack.referrers(server, "serverName", DATABASE);
