import { asInDatabase } from "../../infra/inside/as-in-database";
import { identityNameOf } from "../plain-ids";
import { between } from "./address-math";
import type { AccessGrant, Tenant } from "./data-files";
import type { Settings } from "./settings";
import type { Mistake } from "./settings-error";
import { type Held, sharedAddresses } from "./shared-addresses";

/** The names of the two files, for messages. */
export interface PathFiles {
    readonly settings: string;
    readonly tenants: string;
}

/**
 * What would lead from one customer to another's data: an address or a group that belongs to both, or to one and to the servers. Whoever is
 * suspended and whatever is over counts too, since both may come back.
 */
export const tenantPaths = (
    files: PathFiles,
    settings: Settings,
    tenants: readonly Tenant[],
    access: readonly AccessGrant[],
): readonly Mistake[] => [...addressPaths(files, settings, tenants), ...readerPaths(files, settings, tenants, access)];

interface Declared extends Held {
    readonly name: string;
    /** In its file. */
    readonly path: string;
    /** For messages. */
    readonly where: string;
}

function addressPaths(files: PathFiles, settings: Settings, tenants: readonly Tenant[]): readonly Mistake[] {
    const declared = [...ofServers(files, settings), ...tenants.flatMap(ofTenant)];
    const order = new Map(declared.map((range, index) => [range, index] as const));
    return sharedAddresses(declared).map((pair) => {
        // The servers' come first, so that the later of two is a tenant's.
        const [other, found] = [...pair].sort((a, b) => Number(order.get(a)) - Number(order.get(b))) as [
            Declared,
            Declared,
        ];
        const why =
            other.holder === SERVERS
                ? "which opens the databases of all customers"
                : "and an address belongs to one customer";
        const message = `'${found.name}' shares addresses with '${other.name}' of ${other.where}, ${why}; name each address once`;
        return { file: files.tenants, path: found.path, message };
    });
}

/** One holder, since the servers' ranges are compared with each other elsewhere, and no tenant has such an id. */
const SERVERS = "servers";

function ofServers(files: PathFiles, { sql, testWindow }: Settings): readonly Declared[] {
    const held = (path: string) => (range: Named) =>
        heldBy(SERVERS, range, { path, where: `${path} in ${files.settings}` });
    return [
        ...sql.firewall.flatMap(held("sql.firewall")),
        ...(testWindow?.addresses ?? []).flatMap(held("testWindow.addresses")),
    ];
}

const ofTenant = ({ id, addresses }: Tenant, index: number): readonly Declared[] =>
    addresses.flatMap((range, position) =>
        heldBy(id, range, { where: `'${id}'`, path: `tenants[${index}].addresses[${position}]` }),
    );

type Named = Tenant["addresses"][number] | NonNullable<Settings["testWindow"]>["addresses"][number];

function heldBy(
    holder: string,
    { name, start, end }: Named,
    told: Pick<Declared, "where" | "path">,
): readonly Declared[] {
    const block = between(start, end);
    return block === undefined ? [] : [{ holder, block, name, ...told }];
}

/** A group that reads for a customer belongs to that one customer, and is none of ours. */
function readerPaths(
    files: PathFiles,
    settings: Settings,
    tenants: readonly Tenant[],
    access: readonly AccessGrant[],
): readonly Mistake[] {
    const ours = [settings.sql.administrators, ...access.filter(({ scope }) => scope === "sql")];
    const application = asInDatabase(identityNameOf(settings, "back-end"));
    return tenants.flatMap(({ directAccess: reader }, index) => {
        if (reader === undefined) {
            return [];
        }
        const name = asInDatabase(reader.group);
        const isSame = ({ group, objectId }: Pick<AccessGrant, "group" | "objectId">): boolean =>
            asInDatabase(group) === name || objectId === reader.objectId;
        const earlier = tenants.slice(0, index).find(({ directAccess }) => directAccess && isSame(directAccess));
        const whose = ours.some(isSame)
            ? "administers the SQL servers or has work on them, and so reaches the databases of all customers"
            : name === application
              ? "is called what the application is called in every database"
              : earlier && `reads for '${earlier.id}' as well`;
        const message = `'${reader.group}' (${reader.objectId}) ${whose}; name a group that is this customer's alone`;
        return whose === undefined
            ? []
            : [{ file: files.tenants, path: `tenants[${index}].directAccess.group`, message }];
    });
}
