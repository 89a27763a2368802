import { type DatabaseState, named, sameName } from "./database-state";
import { FIXED_ROLES } from "./fixed-principals";
import type { SqlReader } from "./sql-reader";
import { refused } from "./sql-refusals";
import { type ChangeStatement, change, type StatementForm } from "./sql-statement";

/** Rights on a whole database, by the code that `sys.database_permissions` has for them. */
export const RIGHTS: Readonly<Record<string, string>> = {
    ALTER: "AL",
    "ALTER ANY ROLE": "ALRL",
    "ALTER ANY USER": "ALUS",
    CONNECT: "CO",
    CONTROL: "CL",
    DELETE: "DL",
    EXECUTE: "EX",
    INSERT: "IN",
    SELECT: "SL",
    UPDATE: "UP",
    "VIEW DATABASE STATE": "VWDS",
    "VIEW DEFINITION": "VW",
};

/** The longest first, so that none is taken for the beginning of another. */
const WRITTEN = Object.keys(RIGHTS).sort((a, b) => b.length - a.length);

/** What users may do. */
export const RIGHT_FORMS: readonly StatementForm[] = [
    { words: ["ALTER", "ROLE"], shown: "ALTER ROLE [r] ADD | DROP MEMBER [u]", read: alterRole },
    { words: ["GRANT"], shown: "GRANT | DENY right, … TO [u]", read: (reader) => setRights(reader, [{}]) },
    { words: ["DENY"], shown: "", read: (reader) => setRights(reader, [{ denied: true }]) },
    { words: ["REVOKE"], shown: "REVOKE right, … FROM [u]", read: (reader) => setRights(reader, []) },
];

function alterRole(reader: SqlReader): ChangeStatement {
    const role = reader.name();
    const adds = reader.oneOf("ADD", "DROP") === "ADD";
    reader.expect("MEMBER");
    const user = reader.name();
    return change((state) => {
        const known = named<{ readonly name: string }>(FIXED_ROLES, role);
        if (known === undefined) {
            throw refused("noPrincipal", "alter", "role", role);
        }
        const { name } = requireUser(state, user, adds ? "add" : "drop", "principal");
        const others = state.members.filter((one) => one.role !== known.name || !sameName(one.user, name));
        return { state: { ...state, members: adds ? [...others, { role: known.name, user: name }] : others } };
    });
}

/** A right is granted, denied or neither: each statement takes what was said of it before. */
function setRights(reader: SqlReader, given: readonly { readonly denied?: true }[]): ChangeStatement {
    const rights: string[] = [];
    do {
        rights.push(readRight(reader));
    } while (reader.takes(","));
    reader.expect(given.length > 0 ? "TO" : "FROM");
    const user = reader.name();
    return change((state) => {
        const { name } = requireUser(state, user, "find", "user");
        const others = state.grants.filter((one) => !sameName(one.user, name) || !rights.includes(one.right));
        const grants = given.flatMap((one) => [...new Set(rights)].map((right) => ({ ...one, right, user: name })));
        return { state: { ...state, grants: [...others, ...grants] } };
    });
}

function readRight(reader: SqlReader): string {
    const right = WRITTEN.find((one) => reader.takes(...one.split(" ")));
    if (right === undefined) {
        throw reader.wrong();
    }
    return right;
}

function requireUser(state: DatabaseState, name: string, verb: string, kind: string): { readonly name: string } {
    const user = named(state.users, name);
    if (user === undefined) {
        throw refused("noPrincipal", verb, kind, name);
    }
    return user;
}
