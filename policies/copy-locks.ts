import { DATABASE, ID_SHAPES, SERVER } from "./azure-types";
import { isTransient } from "./data-class";
import { LOCKS, lockedId, saysType, unknownParts } from "./locks";
import { UnreadableError } from "./marks";
import type { ResourceView, StackView } from "./model";
import { physicalName, physicalNamesIn } from "./physical-name";
import type { Report } from "./rule";

const DATABASE_TYPE = ID_SHAPES.get(DATABASE)?.armType;

/**
 * Reports the databases of a failover group whose copies on the other server have no lock. No plan holds the copies: the group makes
 * them. While the ids of locks are made from the group and not known, nothing says on which copy each is, and they are counted.
 */
export function judgeCopies(group: ResourceView, stack: StackView, report: Report): void {
    const databases = group.references("databases", DATABASE).filter((database) => !isTransient(database));
    const locks = stack.ofType(...LOCKS).filter(({ props }) => props.level === "CanNotDelete");
    const servers = serversOf(group);
    const unlocked = databases.filter((database) => !locks.some((lock) => isOnCopy(lock, database, servers)));
    const pending = locks.filter((lock) => isPending(lock, group)).length;
    if (unlocked.length <= pending) {
        return;
    }
    const doubtful = locks.find((lock) => servers.includes(undefined) && unlocked.some((each) => isNamed(lock, each)));
    if (doubtful) {
        throw new UnreadableError(`whether ${doubtful.name} is on the other server of the failover group`);
    }
    if (pending > 0) {
        report(`${unlocked.length - pending} of its copies on the other server have no lock against deletion`);
        return;
    }
    for (const { name } of unlocked) {
        report(`its copy of ${name} on the other server has no lock against deletion`);
    }
}

type Servers = readonly (string | undefined)[];

/** Names of the servers that hold the copies. */
function serversOf(group: ResourceView): Servers {
    const servers = group.references("partnerServers", SERVER);
    return servers.length > 0 ? servers.map(physicalName) : physicalNamesIn(group.inputs.partnerServers);
}

const isOnCopy = (lock: ResourceView, database: ResourceView, servers: Servers): boolean =>
    isNamed(lock, database) && servers.includes(lockedId(lock)?.names[0] ?? "");

function isNamed(lock: ResourceView, database: ResourceView): boolean {
    const id = lockedId(lock);
    return id?.armType === DATABASE_TYPE && id?.names[1] === physicalName(database);
}

/** A lock whose id is made from the group, or that says that it is on a database of which it does not know all parts yet. */
const isPending = (lock: ResourceView, group: ResourceView): boolean =>
    unknownParts(lock).some((property) =>
        property === "scope"
            ? lock.dependencyUrns(property).includes(group.urn)
            : saysType(lock, DATABASE) && isOfGroup(lock, property, group),
    );

const isOfGroup = (lock: ResourceView, property: string, group: ResourceView): boolean =>
    lock
        .dependencyUrns(property)
        .some((urn) => urn === group.urn || group.dependencyUrns("partnerServers").includes(urn));
