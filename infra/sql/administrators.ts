import { GUID } from "../guid";

/** The Entra group that administers the SQL servers of a shard. */
export interface Administrators {
    /** Display name of the group. */
    readonly group: string;
    /** Object id of the group. */
    readonly objectId: string;
    /** Directory of the group. SQL accepts as users of databases only identities of this same directory. */
    readonly tenantId: string;
}

/** Everything that is wrong with the administrators, each with its path below `path`. */
export function administratorMistakes(path: string, administrators: Administrators): string[] {
    const guids = (["objectId", "tenantId"] as const).filter((key) => !GUID.test(administrators[key]));
    return [
        ...(administrators.group.trim() === "" ? [`${path}.group: no group is named; give its name in Entra ID`] : []),
        ...guids.map((key) => `${path}.${key}: '${administrators[key]}' is no GUID; copy it from Entra ID`),
    ];
}
