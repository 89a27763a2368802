import { entraSid } from "./entra-sid";
import type { FoundUser } from "./found-user";
import { PlainError } from "./plain-error";
import { quoteName } from "./quote-name";

/** A user as it is declared. */
export interface DeclaredUser {
    readonly userName: string;
    readonly kind: "managed-identity" | "group";
    readonly entraId: string;
    readonly roles: readonly string[];
    readonly grants: readonly string[];
}

/** E: an identity or person; X: a group (CREATE USER, learn.microsoft.com). */
const TYPES = { "managed-identity": "E", group: "X" } as const;

/** Rights are words of the language and no names: nothing else than these goes into a statement. */
const RIGHT = /^[A-Z]+(?: [A-Z]+)*$/;

/**
 * The statements that make of what is there what is declared: none where it is so already.
 *
 * @throws PlainError where the name belongs to a role, or to something that every database has
 */
export function userChanges(found: FoundUser | undefined, declared: DeclaredUser): readonly string[] {
    const user = quoteName(declared.userName);
    if (found?.isFixed) {
        throw new PlainError(
            `'${declared.userName}' is the name of what each database has, or of a role (type ${found.type}); drop the role if somebody made it, or give the user another name`,
        );
    }
    if (found !== undefined && isSame(found, declared)) {
        return [...lessRights(user, found, declared), ...moreRights(user, found, declared)];
    }
    const dropped = found === undefined ? [] : [`DROP USER ${user}`];
    const created = `CREATE USER ${user} WITH SID = ${entraSid(declared.entraId)}, TYPE = ${TYPES[declared.kind]}`;
    return [...dropped, created, ...moreRights(user, NEW, declared)];
}

/** Who is made may connect, and nothing else. */
const NEW = { roles: [], rights: [], mayConnect: true } as const satisfies Partial<FoundUser>;

type Rights = Pick<FoundUser, "roles" | "rights" | "mayConnect">;

/** Rights on parts of a database, or to hand on, are taken away by making the user anew: REVOKE wants to know each part. */
const isSame = (found: FoundUser, { kind, entraId }: DeclaredUser): boolean =>
    found.kind === kind &&
    found.entraId.toLowerCase() === entraId.toLowerCase() &&
    found.rights.every(({ isPlain }) => isPlain);

function lessRights(user: string, found: Rights, { roles, grants }: DeclaredUser): readonly string[] {
    const rights = found.rights.filter(({ shown }) => !grants.includes(shown)).map(({ name }) => name);
    return [
        ...found.roles
            .filter((role) => !roles.includes(role))
            .map((role) => `ALTER ROLE ${quoteName(role)} DROP MEMBER ${user}`),
        ...[...new Set(rights)].map((right) => `REVOKE ${word(right)} FROM ${user}`),
    ];
}

function moreRights(user: string, found: Rights, { roles, grants }: DeclaredUser): readonly string[] {
    const given = found.rights.map(({ shown }) => shown);
    const rights = [...(found.mayConnect ? [] : ["CONNECT"]), ...grants.filter((right) => !given.includes(right))];
    return [
        ...roles
            .filter((role) => !found.roles.includes(role))
            .map((role) => `ALTER ROLE ${quoteName(role)} ADD MEMBER ${user}`),
        ...rights.map((right) => `GRANT ${word(right)} TO ${user}`),
    ];
}

function word(right: string): string {
    if (!RIGHT.test(right)) {
        throw new PlainError(`${JSON.stringify(right)} is no right on a database; give one such as EXECUTE`);
    }
    return right;
}
