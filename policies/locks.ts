import { ID_SHAPES, RESOURCE_GROUP, SERVER } from "./azure-types";
import { isMark, UnreadableError } from "./marks";
import type { ResourceView, StackView } from "./model";
import { named } from "./named";
import { isGroup, isWiderThanGroup, parseResourceId, type ResourceId } from "./resource-id";
import { isIdOf } from "./same-resource";
import { text } from "./show";

const BY_SCOPE = "azure-native:authorization:ManagementLockByScope";
const AT_RESOURCE = "azure-native:authorization:ManagementLockAtResourceLevel";

/** Locks of one resource, and those that say on what they are. */
export const LOCKS: readonly string[] = [BY_SCOPE, AT_RESOURCE];

const SERVER_TYPE = ID_SHAPES.get(SERVER)?.armType;

/**
 * True for a lock on a SQL server or on a group or more. A known id decides before what it is made from; the id of a failover
 * group's copy is made from its server and the group.
 */
export function isOnServerOrGroup(lock: ResourceView): boolean {
    if (lock.type === AT_RESOURCE) {
        const { resourceProviderNamespace, resourceType } = lock.props;
        return lastType(resourceProviderNamespace, resourceType) === SERVER_TYPE;
    }
    const scopes = lock.dependenciesOf("scope");
    if (isMark(lock.inputs.scope) && scopes.length > 0) {
        return scopes.every(({ type }) => type === SERVER || type === RESOURCE_GROUP);
    }
    const id = parseResourceId(text(lock.props.scope));
    return id === undefined || isGroup(id) || isWiderThanGroup(id) || id.armType === SERVER_TYPE;
}

/** The locks on a resource itself, not on what is below it. Throws where there is none and one might be. */
export function locksOn(resource: ResourceView, stack: StackView): readonly ResourceView[] {
    const { certain, possible } = indexOf(stack).get(resource.urn) ?? NONE;
    const anywhere = indexOf(stack).get(ANYWHERE)?.possible ?? [];
    const [doubtful] = [...possible, ...anywhere];
    if (certain.length === 0 && doubtful) {
        throw new UnreadableError(`${unknownParts(doubtful).join(", ") || "scope"} of ${doubtful.name}`);
    }
    return certain;
}

interface Locks {
    readonly certain: ResourceView[];
    readonly possible: ResourceView[];
}

const NONE: Locks = { certain: [], possible: [] };

/** Key of the locks that could be on anything. */
const ANYWHERE = "";

/** Kept for each stack, so that not every resource reads every lock. */
const indexes = new WeakMap<StackView, ReadonlyMap<string, Locks>>();

function indexOf(stack: StackView): ReadonlyMap<string, Locks> {
    const made = indexes.get(stack) ?? index(stack);
    indexes.set(stack, made);
    return made;
}

function index(stack: StackView): ReadonlyMap<string, Locks> {
    const locks = new Map<string, Locks>();
    const at = (urn: string): Locks => {
        const there = locks.get(urn) ?? { certain: [], possible: [] };
        locks.set(urn, there);
        return there;
    };
    for (const lock of stack.ofType(...LOCKS)) {
        const property = lock.type === BY_SCOPE ? "scope" : "resourceName";
        if (!isMark(lock.inputs[property])) {
            for (const { urn, certain } of idTargets(lock, stack)) {
                at(urn)[certain ? "certain" : "possible"].push(lock);
            }
            continue;
        }
        const urns = lock.dependencyUrns(property);
        // Of an id that is made from several, and so perhaps of something below, only the deployment tells what it is.
        const how = urns.length === 1 && hasTypeOf(lock, urns[0], stack) ? "certain" : "possible";
        for (const urn of urns.length > 0 ? urns : [ANYWHERE]) {
            at(urn)[how].push(lock);
        }
    }
    return locks;
}

interface Target {
    readonly urn: string;
    readonly certain: boolean;
}

function idTargets(lock: ResourceView, stack: StackView): readonly Target[] {
    if (lock.type === AT_RESOURCE && unknownParts(lock).length > 0) {
        return possibleTargets(lock, stack);
    }
    const id = lockedId(lock);
    if (id === undefined) {
        return [];
    }
    const [type] = [...ID_SHAPES].find(([, { armType }]) => armType === id.armType) ?? [];
    return (type === undefined ? [] : named(stack, type, id.names.at(-1)))
        .map((resource) => ({ urn: resource.urn, match: isIdOf(id, resource) }))
        .filter(({ match }) => match !== false)
        .map(({ urn, match }) => ({ urn, certain: match === true }));
}

const PATH = ["resourceProviderNamespace", "parentResourcePath", "resourceType", "resourceName"] as const;
const PARTS = ["resourceGroupName", ...PATH] as const;

/** What of a lock says where it is and is not known yet. */
export const unknownParts = ({ inputs }: ResourceView): readonly string[] =>
    ["scope", ...PARTS].filter((property) => isMark(inputs[property]));

/** The id of what a lock is on; `undefined` while it is not known. */
export function lockedId(lock: ResourceView): ResourceId | undefined {
    if (unknownParts(lock).length > 0) {
        return undefined;
    }
    return lock.type === BY_SCOPE ? parseResourceId(text(lock.inputs.scope)) : idOf(lock);
}

/** The id that the parts of a resource-level lock make. */
function idOf({ inputs }: ResourceView): ResourceId | undefined {
    const group = text(inputs.resourceGroupName);
    const path = PATH.map((part) => text(inputs[part])).filter((part) => part !== "");
    return parseResourceId(`${group && `/subscriptions/_/resourceGroups/${group}`}/providers/${path.join("/")}`);
}

/** What a resource-level lock may be on while a part of it is not known: all that has the type and the name that it says. */
function possibleTargets(lock: ResourceView, stack: StackView): readonly Target[] {
    const name = text(lock.inputs.resourceName).toLowerCase();
    return [...ID_SHAPES.keys()]
        .filter((type) => saysType(lock, type))
        .flatMap((type) => [...named(stack, type, undefined), ...named(stack, type, name)])
        .map(({ urn }) => ({ urn, certain: false }));
}

/** A lock that says the type of what it is on must say that of what it depends on: a secret is not its vault. */
const hasTypeOf = (lock: ResourceView, urn: string | undefined, stack: StackView): boolean =>
    lock.type === BY_SCOPE || saysType(lock, stack.byUrn(urn ?? "")?.type ?? "");

/** True for a resource-level lock that says a type. */
export function saysType({ inputs }: ResourceView, type: string): boolean {
    const [namespace, ...types] = (ID_SHAPES.get(type)?.armType ?? "").split("/");
    return lastType(inputs.resourceProviderNamespace, inputs.resourceType) === `${namespace}/${types.pop()}`;
}

/** Namespace and last type: a resource-level lock has the others in the path of its parent, or before its own. */
const lastType = (namespace: unknown, type: unknown): string =>
    `${text(namespace)}/${text(type).split("/").pop()}`.toLowerCase();
