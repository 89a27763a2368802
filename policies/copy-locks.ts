import { DATABASE, ID_SHAPES, SERVER } from "./azure-types";
import { LOCKS, lockedId, saysType, unknownParts } from "./locks";
import { UnreadableError } from "./marks";
import type { ResourceView, StackView } from "./model";
import { append } from "./multi-map";
import { physicalName, physicalNamesIn } from "./physical-name";
import type { Report } from "./rule";

const DATABASE_TYPE = ID_SHAPES.get(DATABASE)?.armType;

/**
 * Reports the databases of a failover group whose copies on the other server have no lock. No plan holds the copies: the group makes
 * them. While the ids of locks are made from the group and not known, nothing says on which copy each is, and they are counted.
 *
 * @param isKept true for a database that must not be deleted
 */
export function judgeCopies(
    group: ResourceView,
    stack: StackView,
    isKept: (database: ResourceView) => boolean,
    report: Report,
): void {
    const databases = group.references("databases", DATABASE).filter(isKept);
    const locks = copyLocks(stack);
    const named = (database: ResourceView) => locks.byDatabase.get(physicalName(database)) ?? [];
    const servers = serversOf(group);
    const unlocked = databases.filter((database) => !named(database).some((lock) => isOnServer(lock, servers)));
    const makers = [group.urn, ...group.dependencyUrns("partnerServers")];
    const candidates = new Set(makers.flatMap((urn) => locks.byMaker.get(urn) ?? []));
    const pending = [...candidates].filter((lock) => isPending(lock, group)).length;
    if (unlocked.length <= pending) {
        return;
    }
    const [doubtful] = servers.includes(undefined) ? unlocked.flatMap(named) : [];
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

const isOnServer = (lock: ResourceView, servers: Servers): boolean => servers.includes(lockedId(lock)?.names[0] ?? "");

interface CopyLocks {
    /** By the name of the database that a lock is on. */
    readonly byDatabase: ReadonlyMap<string | undefined, readonly ResourceView[]>;
    /** By the URNs of what the id of a lock is made from, where it is not known yet. */
    readonly byMaker: ReadonlyMap<string, readonly ResourceView[]>;
}

/** Kept for each stack, so that not every group reads every lock. */
const kept = new WeakMap<StackView, CopyLocks>();

function copyLocks(stack: StackView): CopyLocks {
    const made = kept.get(stack) ?? index(stack);
    kept.set(stack, made);
    return made;
}

function index(stack: StackView): CopyLocks {
    const byDatabase = new Map<string | undefined, ResourceView[]>();
    const byMaker = new Map<string, ResourceView[]>();
    for (const lock of stack.ofType(...LOCKS).filter(({ props }) => props.level === "CanNotDelete")) {
        const id = lockedId(lock);
        if (id?.armType === DATABASE_TYPE) {
            append(byDatabase, id?.names[1], lock);
        }
        for (const urn of new Set(unknownParts(lock).flatMap((property) => lock.dependencyUrns(property)))) {
            append(byMaker, urn, lock);
        }
    }
    return { byDatabase, byMaker };
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
