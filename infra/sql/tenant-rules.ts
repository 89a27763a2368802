import { GUID } from "../guid";
import { isSameName } from "../inside/guard/same-names";
import { type AddressRange, addressMistakes, overlaps } from "./address-range";
import { MOST_TENANTS, mostDatabases } from "./pool-size";
import { type ShardArgs, sortedTenants, type Tenant } from "./shard-args";
import { tenantIdMistakes } from "./tenant-id";

/** Everything that is wrong with the tenants of a shard, and every way from one of them to another's database. */
export function tenantMistakes(args: ShardArgs): string[] {
    const { tenants, pool } = args;
    const ids = tenants.map((tenant) => tenant.id);
    const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
    const most = mostDatabases(pool);
    const remedy = most < MOST_TENANTS ? "choose a larger pool or open another shard" : "open another shard";
    return [
        ...(ids.length > most ? [`tenants: ${ids.length} are too many, at most ${most} are allowed; ${remedy}`] : []),
        ...[...twice].map((id) => `tenants: '${id}' is named twice; a tenant has one database`),
        ...ids.flatMap((id) => tenantIdMistakes("tenants", id)),
        ...tenants.flatMap(({ id, addresses }) => addressMistakes(`tenants.${id}.addresses`, addresses)),
        ...sharedAddresses(args),
        ...tenants.flatMap((tenant) => readerMistakes(tenant, args)),
    ];
}

interface Declared {
    readonly where: string;
    readonly range: AddressRange;
}

/** The layers add up: an address of the server reaches every database, and one of two tenants the databases of both. */
function sharedAddresses(args: ShardArgs): string[] {
    const ofServer = args.firewall.map((range) => ({ where: `firewall.${range.name}`, range }));
    const ofTenants = sortedTenants(args).map(({ id, addresses }) =>
        addresses.map((range) => ({ where: `tenants.${id}.addresses.${range.name}`, range })),
    );
    const mistakes: string[] = [];
    const before: Declared[] = [...ofServer];
    for (const own of ofTenants) {
        mistakes.push(...own.flatMap((one) => sharedWith(one, before)));
        before.push(...own);
    }
    return mistakes;
}

const sharedWith = ({ where, range }: Declared, others: readonly Declared[]): string[] =>
    others
        .filter((other) => overlaps(range, other.range))
        .map((other) => `${where}: holds an address of ${other.where}; what one tenant comes by reaches no other`);

function readerMistakes({ id, reader }: Tenant, { tenants, administrators, application }: ShardArgs): string[] {
    if (reader === undefined) {
        return [];
    }
    const path = `tenants.${id}.reader`;
    const { group, objectId } = reader;
    if (!GUID.test(objectId)) {
        return [`${path}.objectId: '${objectId}' is no GUID; copy it from Entra ID`];
    }
    const same = (other: string) => other.toLowerCase() === objectId.toLowerCase();
    const other = tenants.find((each) => each.id !== id && each.reader !== undefined && same(each.reader.objectId));
    return [
        ...(group.trim() === "" ? [`${path}.group: no group is named; give its name in Entra ID`] : []),
        ...(isSameName(group, application.name)
            ? [`${path}.group: '${group}' is the application's name in the databases; name the group otherwise`]
            : []),
        ...(same(administrators.objectId)
            ? [`${path}.objectId: is the group that administers the servers and so reads every tenant; give its own`]
            : []),
        ...(other ? [`${path}.objectId: reads the database of '${other.id}' too; give each tenant a group`] : []),
    ];
}
