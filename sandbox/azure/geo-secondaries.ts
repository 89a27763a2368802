import type { Json, JsonObject } from "../../arm/json";
import type { Cloud, CloudObject } from "./cloud";
import { writeDefaultsInside } from "./default-states";

const DATABASES = "microsoft.sql/servers/databases";

/**
 * A failover group copies its databases to the partner's server, into the pool of the same name; the copies have retention policies of their own, in
 * their default state (sql-docs, failover-group-sql-db). A database that leaves the group keeps its copy, and the copy its link
 * (Remove-AzSqlDatabaseFromFailoverGroup).
 */
export function writeGeoSecondaries(cloud: Cloud, group: CloudObject): void {
    const { databases, partnerServers } = propertiesOf(group);
    const partner = cloud.get(idIn(partnerServers));
    if (partner === undefined || !Array.isArray(databases)) {
        return;
    }
    for (const id of databases as readonly string[]) {
        const primary = cloud.get(id);
        const copyId = `${partner.id}/databases/${id.split("/").at(-1)}`;
        if (primary !== undefined && cloud.get(copyId) === undefined) {
            const copy = secondary(primary, partner, copyId);
            cloud.write(copy);
            writeDefaultsInside(cloud, copy);
        }
    }
}

/** Whether one database is the geo-secondary of the other: after a failover the link goes the other way. */
export const areLinked = (cloud: Cloud, one: string, other: string): boolean =>
    isSecondaryOf(cloud.get(one), other) || isSecondaryOf(cloud.get(other), one);

/** What was copied from a database that is deleted stands alone from then on [unverified]. */
export function cutGeoLinks(cloud: Cloud, gone: readonly CloudObject[]): void {
    const primaries = gone.filter(({ type }) => type.toLowerCase() === DATABASES);
    const linked = primaries.length === 0 ? [] : cloud.all(DATABASES);
    linked
        .filter((copy) => primaries.some(({ id }) => isSecondaryOf(copy, id)))
        .forEach((copy) => void cutGeoLink(cloud, copy));
}

/** The copy is a database of its own from then on. */
export function cutGeoLink(cloud: Cloud, copy: CloudObject): void {
    const { sourceDatabaseId: _link, ...properties } = propertiesOf(copy);
    cloud.write({ ...copy, body: { ...copy.body, properties } });
}

/** The id of the database that this one is a copy of, while it is linked to it. */
export function sourceOf(database: CloudObject): string | undefined {
    const { createMode, sourceDatabaseId } = propertiesOf(database);
    const isCopy = createMode === "Secondary" || createMode === "OnlineSecondary";
    return isCopy && typeof sourceDatabaseId === "string" ? sourceDatabaseId : undefined;
}

function isSecondaryOf(database: CloudObject | undefined, primary: string): boolean {
    return database !== undefined && sourceOf(database)?.toLowerCase() === primary.toLowerCase();
}

const propertiesOf = ({ body }: CloudObject): JsonObject => (body.properties ?? {}) as JsonObject;

const idIn = (partners: Json | undefined): string =>
    Array.isArray(partners) ? String((partners[0] as JsonObject | undefined)?.id ?? "") : "";

function secondary(primary: CloudObject, partner: CloudObject, id: string): CloudObject {
    const properties = propertiesOf(primary);
    const pool = properties.elasticPoolId;
    const elasticPoolId: JsonObject =
        typeof pool === "string" ? { elasticPoolId: `${partner.id}/elasticPools/${pool.split("/").at(-1)}` } : {};
    const { location } = partner.body;
    const place: JsonObject = location === undefined ? {} : { location };
    return {
        ...primary,
        id,
        body: {
            ...primary.body,
            ...place,
            properties: {
                ...properties,
                ...elasticPoolId,
                createMode: "Secondary",
                secondaryType: "Geo",
                sourceDatabaseId: primary.id,
            },
        },
        outputs: { ...primary.outputs, ...place, ...elasticPoolId, secondaryType: "Geo" },
        declared: false,
        stack: undefined,
    };
}
