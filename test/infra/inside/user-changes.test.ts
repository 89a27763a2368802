import fc from "fast-check";
import type { FoundRight, FoundUser } from "../../../infra/inside/found-user";
import { type DeclaredUser, userChanges } from "../../../infra/inside/user-changes";

const ID = "00112233-4455-6677-8899-aabbccddeeff";
const SID = "0x33221100554477668899AABBCCDDEEFF";
const DECLARED: DeclaredUser = {
    userName: "app",
    kind: "managed-identity",
    entraId: ID,
    roles: ["db_datareader", "db_datawriter"],
    grants: ["EXECUTE"],
};
const plain = (name: string): FoundRight => ({ shown: name, name, isPlain: true });
const FOUND: FoundUser = {
    kind: "managed-identity",
    type: "E",
    isFixed: false,
    entraId: ID,
    roles: ["db_datawriter", "db_datareader"],
    rights: [plain("EXECUTE")],
    mayConnect: true,
};
const ANEW = [
    "DROP USER [app]",
    `CREATE USER [app] WITH SID = ${SID}, TYPE = E`,
    "ALTER ROLE [db_datareader] ADD MEMBER [app]",
    "ALTER ROLE [db_datawriter] ADD MEMBER [app]",
    "GRANT EXECUTE TO [app]",
];

describe("what makes a user as it is declared", () => {
    it("is nothing where it is so, in whatever order its roles are", () => {
        expect(userChanges(FOUND, DECLARED)).toEqual([]);
    });

    it("makes one that is not there, by its id alone: nobody is looked up in a directory", () => {
        expect(userChanges(undefined, DECLARED)).toEqual(ANEW.slice(1));
    });

    it("makes a group as one", () => {
        expect(userChanges(undefined, { ...DECLARED, kind: "group", roles: [], grants: [] })).toEqual([
            `CREATE USER [app] WITH SID = ${SID}, TYPE = X`,
        ]);
    });

    it.each<[string, Partial<FoundUser>, readonly string[]]>([
        ["takes a role away", { roles: ["db_owner", ...FOUND.roles] }, ["ALTER ROLE [db_owner] DROP MEMBER [app]"]],
        ["gives a role", { roles: ["db_datareader"] }, ["ALTER ROLE [db_datawriter] ADD MEMBER [app]"]],
        ["takes a right away", { rights: [plain("CONTROL"), plain("EXECUTE")] }, ["REVOKE CONTROL FROM [app]"]],
        ["gives a right", { rights: [] }, ["GRANT EXECUTE TO [app]"]],
        ["lets it connect again", { mayConnect: false }, ["GRANT CONNECT TO [app]"]],
        [
            "takes a denial away",
            { rights: [{ shown: "DENY EXECUTE", name: "EXECUTE", isPlain: true }] },
            ["REVOKE EXECUTE FROM [app]", "GRANT EXECUTE TO [app]"],
        ],
        ["makes one with another id anew", { entraId: "ffffffff-4455-6677-8899-aabbccddeeff" }, ANEW],
        ["makes one of another kind anew", { kind: "group", type: "X" }, ANEW],
        ["makes one that Entra does not tell anew", { kind: "other", type: "S", entraId: "0x01" }, ANEW],
        [
            "makes one with a right on a part of the database anew",
            { rights: [plain("EXECUTE"), { shown: "SELECT ON SCHEMA", name: "SELECT", isPlain: false }] },
            ANEW,
        ],
    ])("%s", (_what, found, statements) => {
        expect(userChanges({ ...FOUND, ...found }, DECLARED)).toEqual(statements);
    });

    it("touches nothing that each database has", () => {
        expect(() => userChanges({ ...FOUND, isFixed: true, type: "R" }, { ...DECLARED, userName: "public" })).toThrow(
            "'public' is the name of what each database has, or of a role (type R); drop the role if somebody made it, or give the user another name",
        );
    });

    it("refuses a right that is no word of the language", () => {
        expect(() => userChanges(undefined, { ...DECLARED, grants: ["EXECUTE TO [x]; --"] })).toThrow(
            '"EXECUTE TO [x]; --" is no right on a database; give one such as EXECUTE',
        );
    });

    it("ends with the roles that are declared, whatever was there", () => {
        const roles = fc.uniqueArray(fc.constantFrom<string>("db_owner", "db_datareader", "db_datawriter", "a]b"));
        fc.assert(
            fc.property(roles, roles, (before, after) => {
                const statements = userChanges({ ...FOUND, roles: before }, { ...DECLARED, roles: after });
                const left = new Set<string>(before);
                for (const statement of statements) {
                    const [, role = "", verb] = /^ALTER ROLE \[(.*)\] (ADD|DROP) MEMBER \[app\]$/.exec(statement) ?? [];
                    verb === "ADD" ? left.add(role.replace("]]", "]")) : left.delete(role.replace("]]", "]"));
                }
                expect([...left].sort()).toEqual([...after].sort());
            }),
        );
    });
});
