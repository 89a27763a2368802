import { DATABASE, FAILOVER_GROUP, SERVER } from "./azure-types";
import { UndecidedError } from "./marks";
import type { ResourceView, StackView } from "./model";
import { physicalNamesIn } from "./physical-name";
import { parseResourceId } from "./resource-id";
import { isIdOf } from "./same-resource";
import { text } from "./show";

/** What names the original of a database that is made as a copy. */
export const COPY_SOURCES: readonly string[] = [
    "longTermRetentionBackupResourceId",
    "recoverableDatabaseId",
    "recoveryServicesRecoveryPointId",
    "restorableDroppedDatabaseId",
    "sourceDatabaseId",
    "sourceResourceId",
];

/** What tells servers apart that an input names: their URNs, or their names where the plan does not hold them. */
export function serversIn(resource: ResourceView, property: string): readonly string[] {
    const servers = resource.references(property, SERVER);
    return servers.length > 0 ? servers.map(({ urn }) => urn) : physicalNamesIn(resource.inputs[property]);
}

/** The failover groups that copy a database. */
export const failoverGroupsOf = (database: ResourceView, stack: StackView): readonly ResourceView[] =>
    stack.referrers(database, "databases", FAILOVER_GROUP);

/**
 * True for a database that Azure keeps as the copy of another of the plan; the original is what is judged. A copy of what the plan does
 * not hold, or of a copy, is judged itself: nothing else is.
 */
export const isReplica = (database: ResourceView): boolean =>
    saysReplica(database) && originalsOf(database).some((original) => !saysReplica(original));

const saysReplica = ({ props }: ResourceView): boolean => ["Secondary", "OnlineSecondary"].includes(props.createMode);

/** Throws where a known id may be of a database whose server's name is not known yet. */
function originalsOf(database: ResourceView): readonly ResourceView[] {
    const found = database.references("sourceDatabaseId", DATABASE).filter(({ urn }) => urn !== database.urn);
    const id = parseResourceId(text(database.inputs.sourceDatabaseId));
    const certain = id === undefined ? found : found.filter((original) => isIdOf(id, original) === true);
    if (certain.length === 0 && found.length > 0) {
        throw new UndecidedError(
            "whether sourceDatabaseId is of a database in the plan is not known before deployment",
        );
    }
    return certain;
}

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
    const own = { where: "on its server", policies: policiesOnOwnServer(database, type, stack) };
    const partners = failoverGroupsOf(database, stack).map((group) => ({
        where: "on the other server of its failover group",
        policies: policiesOn(serversIn(group, "partnerServers"), database, type, stack),
    }));
    return [own, ...partners];
}

/** The policies of a type for a database where it stands: another server may have a database of the same name. */
export const policiesOnOwnServer = (database: ResourceView, type: string, stack: StackView): readonly ResourceView[] =>
    policiesOn(serversIn(database, "serverName"), database, type, stack);

const policiesOn = (
    servers: readonly string[],
    database: ResourceView,
    type: string,
    stack: StackView,
): readonly ResourceView[] =>
    stack
        .referrers(database, "databaseName", type)
        .filter((policy) => serversIn(policy, "serverName").some((server) => servers.includes(server)));

/** The server of a database or pool; `undefined` where the plan does not hold it. */
export const serverOf = (resource: ResourceView): ResourceView | undefined =>
    resource.references("serverName", SERVER)[0];

/** Databases on a server. */
export const databasesOn = (server: ResourceView, stack: StackView): readonly ResourceView[] =>
    stack.referrers(server, "serverName", DATABASE);
