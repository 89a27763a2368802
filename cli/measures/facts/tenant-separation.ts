import { crossings, leftovers, unplaced } from "../../separation/crossings";
import { type DatabaseAccess, databaseAccess } from "../../separation/database-access";
import type { Facts } from "../facts";

const MOST_READERS = 10;

/** Measure 13: who reaches the databases of tenants, the application and the pipeline among them, and every path from one to another. */
export const tenantSeparation: Facts = {
    measure: 13,
    of: ({ resources, loaded }) => {
        const databases = databaseAccess(resources, loaded);
        const own = databases.filter(({ tenant }) => tenant !== undefined);
        const closed = loaded.data.tenants.filter(({ status }) => status !== "active");
        const readers = reaching(databases, "own reader");
        const more = readers.length - MOST_READERS;
        const whoGetsIn =
            leftovers(databases, loaded.data.tenants).length > 0 ? "not only administrators" : "only administrators";
        const paths = crossings(databases, loaded);
        const unclear = unplaced(resources, databases);
        return [
            `${new Set(own.map(({ tenant }) => tenant)).size} tenants have ${own.length} databases of their own`,
            ...reaching(databases, "application"),
            ...reaching(databases, "administrators"),
            ...readers.slice(0, MOST_READERS),
            ...(more > 0 ? [`${more} more readers of one tenant each; \`otap tenants\` names all`] : []),
            ...reaching(databases, "other"),
            ...(closed.length > 0
                ? [`suspended or leaving: ${closed.map(({ id }) => id).join(", ")}; ${whoGetsIn} get in`]
                : []),
            ...paths.map((path) => `a path between tenants: ${path}`),
            ...(unclear.length > 0
                ? [`the plan does not tell where these are or whom they let in: ${unclear.join(", ")}`]
                : []),
            ...(paths.length + unclear.length === 0
                ? ["no address and no user inside a database is of two tenants, or of one and of the servers"]
                : []),
        ];
    },
};

const WORDS = {
    application: "the application",
    administrators: "administrators",
    "own reader": "a reader of one tenant",
    other: "somebody nobody foresaw",
} as const;

/** Everybody with such a reach, once, with what it reaches. */
function reaching(databases: readonly DatabaseAccess[], reach: keyof typeof WORDS): readonly string[] {
    const found = new Map<string, string[]>();
    for (const { database, identities } of databases) {
        for (const { name, rights, members = [] } of identities.filter((each) => each.reach === reach)) {
            const within = members.length > 0 ? `, with ${members.join(", ")} (the pipeline) in the group` : "";
            const key = `${WORDS[reach]} '${name}'${within}: ${rights.join(", ")}`;
            found.set(key, [...(found.get(key) ?? []), database]);
        }
    }
    return [...found].map(
        ([who, reached]) => `${who} in ${reached.length === 1 ? reached[0] : `${reached.length} databases`}`,
    );
}
