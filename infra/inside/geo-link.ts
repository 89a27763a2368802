import type { Session } from "./session";

/** A database as one of two servers has it. */
export interface SideOfLink {
    readonly host: string;
    readonly exists: boolean;
    /** What the server says that it is for the other server; `undefined` where no link leads there. */
    readonly role?: "primary" | "secondary";
}

/** `role`: 0 the database is the primary, 1 it is the copy (sys.geo_replication_links, learn.microsoft.com). Both are views of master. */
const LINKS = `SELECT l.[role], l.partner_server
FROM sys.databases AS d
LEFT JOIN sys.geo_replication_links AS l ON l.database_id = d.database_id
WHERE d.[name] = @database`;

/** @param session in `master` of `host` */
export async function sideOfLink(session: Session, host: string, other: string, database: string): Promise<SideOfLink> {
    const rows = await session.query(LINKS, { database });
    const link = rows.find(({ partner_server }) => isServer(other, String(partner_server)));
    return {
        host,
        exists: rows.length > 0,
        ...(link && { role: Number(link.role) === 0 ? "primary" : "secondary" }),
    };
}

/** What a server is called where no domain stands behind it. */
export const serverName = (host: string): string => host.split(".")[0] ?? "";

const isServer = (host: string, name: string): boolean => serverName(host).toLowerCase() === name.toLowerCase();

/** The server that holds the copy, as the link says; `undefined` where there is no link, or the two do not say the same (in the middle of a failover). */
export function copyHost([one, other]: readonly [SideOfLink, SideOfLink]): string | undefined {
    const [first, second] = [one.role ?? opposite(other.role), other.role ?? opposite(one.role)];
    if (first === undefined || first === second) {
        return undefined;
    }
    return first === "secondary" ? one.host : other.host;
}

const opposite = (role: SideOfLink["role"]): SideOfLink["role"] =>
    role === undefined ? undefined : role === "primary" ? "secondary" : "primary";
