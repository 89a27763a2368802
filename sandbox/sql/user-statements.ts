import { EMPTY_DATABASE, type InsideUser, named, sameName, without } from "./database-state";
import { FIXED_ROLES, FIXED_USERS, PUBLIC } from "./fixed-principals";
import type { SqlReader } from "./sql-reader";
import { refused } from "./sql-refusals";
import { type ChangeStatement, change, type StatementForm } from "./sql-statement";

/** An identity's or group's id in Entra ID is sixteen bytes. */
const SID = /^0x([0-9a-f]{32})$/i;

/** Users that are in this database only, made by their SID: nobody is looked up in a directory. */
export const USER_FORMS: readonly StatementForm[] = [
    { words: ["CREATE", "USER"], shown: "CREATE USER [u] WITH SID = 0x…, TYPE = E | X", read: createUser },
    { words: ["DROP", "USER"], shown: "DROP USER [IF EXISTS] [u]", read: dropUser },
];

function createUser(reader: SqlReader): ChangeStatement {
    const name = reader.name();
    reader.expect("WITH");
    const said = new Map<string, string>();
    do {
        const option = reader.oneOf("SID", "TYPE");
        if (said.has(option)) {
            throw reader.wrong();
        }
        reader.expect("=");
        said.set(option, option === "SID" ? reader.piece("binary") : reader.oneOf("E", "X"));
    } while (reader.takes(","));
    const [sid, type] = [said.get("SID"), said.get("TYPE") as InsideUser["type"] | undefined];
    if (sid === undefined || type === undefined) {
        throw reader.wrong();
    }
    return change((state) => {
        const digits = SID.exec(sid)?.[1]?.toLowerCase();
        if (digits === undefined) {
            throw refused("badSid");
        }
        if ([...FIXED_USERS, ...FIXED_ROLES, PUBLIC, ...state.users].some((one) => sameName(one.name, name))) {
            throw refused("principalExists", name);
        }
        if (state.users.some((user) => user.sid === digits)) {
            throw refused("sidExists");
        }
        const id = 5 + Math.max(state.lastId - EMPTY_DATABASE.lastId, 0);
        return {
            state: {
                ...state,
                users: [...state.users, { id, name, type, sid: digits }],
                // Who is made may connect (CREATE USER, learn.microsoft.com).
                grants: [...state.grants, { right: "CONNECT", user: name }],
                lastId: state.lastId + 1,
            },
        };
    });
}

function dropUser(reader: SqlReader): ChangeStatement {
    const mayMiss = reader.takes("IF", "EXISTS");
    const name = reader.name();
    return change((state) => {
        if (FIXED_USERS.some((one) => sameName(one.name, name))) {
            throw refused("fixedPrincipal", "user", name);
        }
        if (named(state.users, name) === undefined) {
            if (mayMiss) {
                return { state };
            }
            throw refused("noPrincipal", "drop", "user", name);
        }
        const others = <Item extends { readonly user: string }>(items: readonly Item[]) =>
            items.filter(({ user }) => !sameName(user, name));
        const { users, members, grants } = state;
        return {
            state: { ...state, users: without(users, name), members: others(members), grants: others(grants) },
        };
    });
}
