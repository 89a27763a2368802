import {
    type AdmittedAddresses,
    databaseAccess as accessOf,
    type DatabaseAccess,
} from "../../separation/database-access";
import type { Facts } from "../facts";

/** The JSON of a preview holds all of them. */
const MOST_SHOWN = 25;

/** Measure 10: which addresses reach which databases, and which layer lets them in. */
export const databaseAccess: Facts = {
    measure: 10,
    of: ({ resources, loaded }) => {
        const databases = accessOf(resources, loaded);
        const rules = [...ofServers(databases), ...databases.flatMap(ofDatabase)];
        const more = rules.length - MOST_SHOWN;
        return [
            ...rules.slice(0, MOST_SHOWN),
            ...(more > 0 ? [`${more} more rules; \`otap preview --json\` tells all, in databaseAccess`] : []),
            ...(rules.length === 0 ? ["no address outside the networks reaches a database"] : []),
            ...privateWays(databases),
        ];
    },
};

/** Each rule of a server once, with how many databases it opens. */
function ofServers(databases: readonly DatabaseAccess[]): readonly string[] {
    const rules = new Map<string, { readonly rule: AdmittedAddresses; count: number }>();
    for (const rule of databases.flatMap(({ addresses }) => addresses.filter(({ layer }) => layer === "server"))) {
        const key = JSON.stringify(rule);
        const known = rules.get(key) ?? { rule, count: 0 };
        known.count += 1;
        rules.set(key, known);
    }
    return [...rules.values()].map(
        ({ rule, count }) =>
            `${spanOf(rule)}: ${counted(count)}, by a rule of ${rule.servers.join(" and ")}${actsOf(rule)}`,
    );
}

const ofDatabase = ({ database, addresses }: DatabaseAccess): readonly string[] =>
    addresses
        .filter(({ layer }) => layer === "database")
        .map((rule) => `${spanOf(rule)}: ${database} alone, by a rule in it${actsOf(rule)}`);

const counted = (databases: number): string => (databases === 1 ? "1 database" : `${databases} databases`);

const spanOf = ({ name, start, end }: AdmittedAddresses): string =>
    `'${name}' (${start === end ? start : `${start} to ${end}`})`;

const actsOf = ({ acts, start }: AdmittedAddresses): string =>
    ({
        active: "",
        dormant: `; dormant, since the public side is closed${start.includes(":") ? ", or closed to IPv6" : ""}`,
        void: "; void, since a rule of the server lets in the same addresses, or more than a few, to every database",
    })[acts];

/** Endpoints that reach the same databases from the same addresses, together. */
function privateWays(databases: readonly DatabaseAccess[]): readonly string[] {
    const ways = new Map<string, Set<string>>();
    for (const { database, privateWays } of databases) {
        for (const { subnet, from } of privateWays) {
            const key = `${from.join(" and ") || "nobody"}, by private endpoints in ${subnet}`;
            ways.set(key, (ways.get(key) ?? new Set()).add(database));
        }
    }
    return [...ways].map(([key, reached]) => `${key}: ${counted(reached.size)}`);
}
