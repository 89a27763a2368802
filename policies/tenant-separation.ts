import { type AddressRange, knownRangeOf, parseAddress } from "./address-range";
import { DATABASE_FIREWALL_RULE, DATABASE_USER } from "./allowed-types";
import { DATABASE, SERVER, SITES } from "./azure-types";
import type { PackConfig } from "./config";
import { givenTag, tag } from "./data-class";
import type { DeclaredTenant } from "./declared";
import { isMark, isObject, UndecidedError, UnreadableError } from "./marks";
import type { ResourceView, StackView } from "./model";
import { Overlaps, type OwnedRange } from "./overlaps";
import { mentionsIn, physicalName, physicalNamesIn } from "./physical-name";
import { text } from "./show";
import { COPY_SOURCES } from "./sql-relations";
import { partsOf } from "./tenant-containers";

/** Whose every address and identity is that reaches a tenant's database, or may. */
export interface Separation {
    /** Of the rules inside databases, and of what the files declare. */
    readonly addresses: Overlaps;
    /** By the id in Entra of a user, the tenants in whose databases it is. */
    readonly users: ReadonlyMap<string, ReadonlySet<string>>;
    /** By the id of a group, the tenants whose readers it is. */
    readonly readers: ReadonlyMap<string, ReadonlySet<string>>;
    /** Ids of the groups that administer the servers; a mark where one is not known. */
    readonly administrators: ReadonlySet<unknown>;
    /** URNs of the identities that sites run as. */
    readonly applications: ReadonlySet<string>;
    /** Tenants that are suspended or leaving. */
    readonly closed: ReadonlySet<string>;
}

/** Takes the place of the administrator that a server names itself. */
const SERVER_ADMINISTRATOR = "azure-native:sql:ServerAzureADAdministrator";

/** Kept for each stack, so that not every user and rule is compared with every other. */
const kept = new WeakMap<PackConfig, WeakMap<StackView, Separation>>();

export function separationOf(stack: StackView, config: PackConfig): Separation {
    const stacks = kept.get(config) ?? new WeakMap<StackView, Separation>();
    const made = stacks.get(stack) ?? read(stack, config);
    kept.set(config, stacks.set(stack, made));
    return made;
}

const read = (stack: StackView, config: PackConfig): Separation => ({
    addresses: new Overlaps([
        ...stack.ofType(DATABASE_FIREWALL_RULE).flatMap((rule) => ownedRange(rule, config)),
        ...config.tenants.flatMap((tenant) => declaredRanges(tenant, config)),
    ]),
    users: together(stack.ofType(DATABASE_USER).flatMap((user) => ownedUser(user, config))),
    readers: together(
        config.tenants.flatMap(({ id, readers }) => readers.map((each) => [idOf(each), idOf(id)] as const)),
    ),
    administrators: new Set(stack.ofType(SERVER, SERVER_ADMINISTRATOR).map(administratorOf)),
    applications: new Set(stack.ofType(...SITES).flatMap((site) => site.dependencyUrns("identity"))),
    closed: new Set(config.tenants.filter(({ active }) => !active).map(({ id }) => idOf(id))),
});

/**
 * The tenant into whose database something is put: as the database itself says, or by its name where it says nothing or the plan does not
 * hold it. `undefined` where no database is named; throws where it is not known which.
 */
export function tenantOf(inside: ResourceView, config: PackConfig): string | undefined {
    const databases = inside.references("database", DATABASE);
    const [name] = physicalNamesIn(inside.inputs.database);
    if (databases.length === 0) {
        return name && ownerByName(name, config);
    }
    const [owner, ...others] = new Set(databases.map((database) => ownerOf(database, config)));
    if (others.length > 0) {
        throw new UndecidedError(`which of the databases called ${name ?? "so"} is meant is not known`);
    }
    return owner;
}

/** Whose data a database holds: a copy its original's, whatever it says of itself. */
function ownerOf(database: ResourceView, config: PackConfig, copies: readonly ResourceView[] = []): string {
    if (isMark(database.inputs.tags) || isMark(givenTag(database, "tenant"))) {
        throw new UnreadableError(`the tag 'tenant' of ${database.name}`);
    }
    const seen = [...copies, database];
    const original = COPY_SOURCES.flatMap((property) => database.references(property, DATABASE)).find(
        (other) => !seen.includes(other),
    );
    if (original) {
        return ownerOf(original, config, seen);
    }
    const own = tag(database, "tenant")?.toLowerCase();
    return sourceOwner(database, config) ?? own ?? ownerByName(physicalName(database) ?? database.name, config);
}

/** Whose a backup is that the plan knows by its id alone: `…/longTermRetentionDatabases/<database>/…`. */
const sourceOwner = ({ inputs }: ResourceView, { tenants }: PackConfig): string | undefined => {
    const ids = COPY_SOURCES.flatMap((property) => mentionsIn(inputs[property])).flatMap(({ id }) => id?.names ?? []);
    const parts = new Set(ids.flatMap((name) => partsOf(name.split(",")[0] ?? "")));
    return tenants.map(({ id }) => idOf(id)).find((id) => parts.has(id));
};

function ownerByName(name: string, { tenants }: PackConfig): string {
    const parts = new Set(partsOf(name.toLowerCase()));
    return tenants.map(({ id }) => idOf(id)).find((id) => parts.has(id)) ?? name.toLowerCase();
}

/** An id as it is compared: Entra and Azure compare without case. */
export const idOf = (value: unknown): string => text(value).trim().toLowerCase();

function ownedRange(rule: ResourceView, config: PackConfig): readonly OwnedRange[] {
    const [range, owner] = [knownRangeOf(rule), tenantIfKnown(rule, config)];
    return range && owner !== undefined ? [{ range, owner, what: `an address of rule ${rule.name}` }] : [];
}

function declaredRanges({ id, addresses }: DeclaredTenant, { today }: PackConfig): readonly OwnedRange[] {
    return addresses.flatMap(({ start, end, until }) => {
        const range = rangeFrom(start, end);
        // Who ends may see another have the address next.
        return range && (until === undefined || until >= today)
            ? [{ range, owner: idOf(id), what: "an address that the files declare" }]
            : [];
    });
}

function rangeFrom(start: string, end: string): AddressRange | undefined {
    const [first, last] = [parseAddress(start), parseAddress(end)];
    return first && last && first.bits === last.bits ? { first, last } : undefined;
}

function ownedUser(user: ResourceView, config: PackConfig): readonly (readonly [string, string])[] {
    const [id, owner] = [isMark(user.inputs.entraId) ? "" : idOf(user.inputs.entraId), tenantIfKnown(user, config)];
    return id !== "" && owner !== undefined ? [[id, owner]] : [];
}

function together(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, ReadonlySet<string>> {
    const sets = new Map<string, Set<string>>();
    for (const [id, tenant] of pairs) {
        sets.set(id, (sets.get(id) ?? new Set()).add(tenant));
    }
    return sets;
}

/** What is undecided by itself says nothing of others. */
function tenantIfKnown(inside: ResourceView, config: PackConfig): string | undefined {
    try {
        return tenantOf(inside, config);
    } catch (error) {
        if (error instanceof UndecidedError) {
            return undefined;
        }
        throw error;
    }
}

function administratorOf({ type, inputs }: ResourceView): unknown {
    const administrators = type === SERVER ? inputs.administrators : inputs;
    const sid = isObject(administrators) && !isMark(administrators) ? administrators.sid : administrators;
    return isMark(sid) ? sid : idOf(sid);
}
