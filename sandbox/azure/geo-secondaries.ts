import type { Json, JsonObject } from "../../arm/json";
import type { Cloud, CloudObject } from "./cloud";
import { writeDefaultsInside } from "./default-states";

/**
 * A failover group copies its databases to the partner's server, into the pool of the same name; the copies have retention policies of their own, in
 * their default state (sql-docs, failover-group-sql-db). A database that leaves the group keeps its copy.
 */
export function writeGeoSecondaries(cloud: Cloud, group: CloudObject): void {
    const { databases, partnerServers } = (group.body.properties ?? {}) as JsonObject;
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

const idIn = (partners: Json | undefined): string =>
    Array.isArray(partners) ? String((partners[0] as JsonObject | undefined)?.id ?? "") : "";

function secondary(primary: CloudObject, partner: CloudObject, id: string): CloudObject {
    const properties = (primary.body.properties ?? {}) as JsonObject;
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
            properties: { ...properties, ...elasticPoolId, createMode: "Secondary", secondaryType: "Geo" },
        },
        outputs: { ...primary.outputs, ...place, ...elasticPoolId, secondaryType: "Geo" },
        declared: false,
    };
}
