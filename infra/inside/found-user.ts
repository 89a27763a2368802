import { entraIdOf } from "./entra-sid";
import type { Row, Session } from "./session";

/** A user as it really stands in a database. */
export interface FoundUser {
    /** A managed identity's or person's, a group's, or something else that has the name. */
    readonly kind: "managed-identity" | "group" | "other";
    /** As `sys.database_principals` numbers its types; what is neither E nor X is not told by Entra. */
    readonly type: string;
    /** Whether each database has it (`dbo`, `guest`, `sys`, `INFORMATION_SCHEMA`, roles): such a one is never dropped. */
    readonly isFixed: boolean;
    readonly entraId: string;
    /** Sorted. */
    readonly roles: readonly string[];
    /** Rights besides CONNECT, which each user is made with; sorted. */
    readonly rights: readonly FoundRight[];
    readonly mayConnect: boolean;
}

export interface FoundRight {
    /** Its name where it is granted on the whole database; more words for a denial, on a part, or to hand on. */
    readonly shown: string;
    readonly name: string;
    /** Whether REVOKE takes it away by its name alone. */
    readonly isPlain: boolean;
}

const PRINCIPAL = `SELECT p.principal_id, p.[type], p.sid
FROM sys.database_principals AS p
WHERE p.[name] = @name`;
const ROLES = `SELECT r.[name]
FROM sys.database_role_members AS m
INNER JOIN sys.database_principals AS r ON r.principal_id = m.role_principal_id
INNER JOIN sys.database_principals AS p ON p.principal_id = m.member_principal_id
WHERE p.[name] = @name`;
const RIGHTS = `SELECT g.permission_name, g.[state], g.class, g.class_desc
FROM sys.database_permissions AS g
INNER JOIN sys.database_principals AS p ON p.principal_id = g.grantee_principal_id
WHERE p.[name] = @name`;

const KINDS: Readonly<Record<string, FoundUser["kind"]>> = { E: "managed-identity", X: "group" };
/** dbo, guest, INFORMATION_SCHEMA and sys; the next user that is made gets 5. */
const LAST_FIXED = 4;

/** The user, or whatever else has its name; `undefined` where nothing has. */
export async function findUser(session: Session, name: string): Promise<FoundUser | undefined> {
    const [principal] = await session.query(PRINCIPAL, { name });
    if (principal === undefined) {
        return undefined;
    }
    const type = String(principal.type).trim();
    const roles = await session.query(ROLES, { name });
    const rights = (await session.query(RIGHTS, { name })).map(right);
    const { sid } = principal;
    return {
        kind: KINDS[type] ?? "other",
        type,
        isFixed: Number(principal.principal_id) <= LAST_FIXED || type === "R",
        entraId: sid instanceof Uint8Array ? entraIdOf(sid) : "",
        roles: roles.map((row) => String(row.name)).sort(),
        rights: rights.filter(({ shown }) => shown !== "CONNECT").sort((a, b) => (a.shown < b.shown ? -1 : 1)),
        mayConnect: rights.some(({ shown }) => shown === "CONNECT"),
    };
}

function right({ permission_name, state, class: level, class_desc }: Row): FoundRight {
    const name = String(permission_name).trim();
    const isWhole = Number(level) === 0;
    const given = String(state).trim();
    const shown = [
        ...(given === "D" ? ["DENY"] : []),
        name,
        ...(isWhole ? [] : [`ON ${class_desc}`]),
        ...(given === "W" ? ["WITH GRANT OPTION"] : []),
    ];
    return { shown: shown.join(" "), name, isPlain: isWhole && given !== "W" };
}
