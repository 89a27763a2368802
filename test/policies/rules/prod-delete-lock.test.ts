import { compliant } from "../compliant-stack";
import { UNKNOWN } from "../example-stack";

describe("prod-delete-lock", () => {
    it.each(["database", "vault", "store", "backups"])("wants a lock on %s", (name) => {
        expect(compliant().without(`${name}-lock`).found("prod-delete-lock")).toEqual([
            `${name}: has no lock against deletion`,
        ]);
    });

    it.each([
        ...["server", "pool", "database", "failover", "vault", "store", "container", "logs", "backups"],
        ...["server-audit", "server-key", "store-recovery", "nightly", "backup", "database-copy"],
    ])("wants %s protected", (name) => {
        const stack = compliant().change(name, (resource) => ({ ...resource, protect: undefined }));
        expect(stack.found("prod-delete-lock")).toEqual([`${name}: is not protected: a deployment could delete it`]);
    });

    it("refuses a lock on a server or a group, which everything inside inherits", () => {
        const lock = (on: string) =>
            compliant().plus("authorization:ManagementLockByScope", "lock", { level: "CanNotDelete" }, { scope: [on] });
        const message = "lock: locks a server or a resource group, and everything inside inherits it";
        expect(lock("server").found("prod-delete-lock")).toEqual([message]);
        expect(lock("group").found("prod-delete-lock")).toEqual([message]);
        const id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Sql/servers/sql-1";
        const spelled = (scope: string) =>
            compliant().plus("authorization:ManagementLockByScope", "lock", { level: "CanNotDelete", scope });
        expect(spelled(id).found("prod-delete-lock")).toEqual([message]);
        expect(spelled(`${id}/databases/sqldb-k7f3`).found("prod-delete-lock")).toEqual([]);
        expect(
            compliant()
                .plus("authorization:ManagementLockAtResourceGroupLevel", "lock", { level: "CanNotDelete" })
                .found("prod-delete-lock"),
        ).toHaveLength(1);
    });

    it("wants the text protected from which names are made: another one replaces all that has a name", () => {
        const stack = compliant().plus("random:index/randomString:RandomString", "suffix", { length: 6 });
        expect(stack.found("prod-delete-lock")).toEqual(["suffix: is not protected: a deployment could delete it"]);
    });

    it("leaves random text alone that makes no name of what holds data", () => {
        const used = (type: string) =>
            compliant()
                .plus("random:index/randomString:RandomString", "suffix", { length: 6 })
                .plus(type, "user", { level: "CanNotDelete" }, { description: ["suffix"] })
                .found("prod-delete-lock");
        const expected = "suffix: is not protected: a deployment could delete it";
        expect(used("monitor:ActionGroup")).toEqual([]);
        expect(used("resources:ResourceGroup")).toEqual([expected]);
        expect(used("pulumi-nodejs:dynamic/figlo:Other")).toEqual([expected]);
        expect(used("sql:Server")).toContain(expected);
    });

    it("takes an account with a customer's container for no copy, whatever its tags say", () => {
        const transient = compliant()
            .set("store", "tags.dataClass", "transient")
            .change("store", (resource) => ({ ...resource, protect: false }))
            .without("store-lock");
        expect(transient.found("prod-delete-lock")).toEqual([
            "store: is not protected: a deployment could delete it",
            "store: has no lock against deletion",
        ]);
        expect(transient.set("container", "containerName", "drill").found("prod-delete-lock")).toEqual([]);
    });

    it("asks nothing of a transient copy, and nothing in test", () => {
        const copy = compliant()
            .set("database", "tags.dataClass", "transient")
            .change("database", (resource) => ({ ...resource, protect: false }))
            .without("database-lock");
        expect(copy.found("prod-delete-lock")).toEqual([]);
        expect(compliant().without("vault-lock").found("prod-delete-lock", { environment: "test" })).toEqual([]);
    });

    const BY_SCOPE = "authorization:ManagementLockByScope";
    const AT_RESOURCE = "authorization:ManagementLockAtResourceLevel";
    const level = "CanNotDelete";
    const UNLOCKED = ["database: has no lock against deletion"];

    it("compares the whole id where it is known: another server may have a database of the same name", () => {
        const on = (server: string, group = "g") => {
            const id = `/subscriptions/s/resourceGroups/${group}/providers/Microsoft.Sql/servers/${server}`;
            return compliant()
                .set("server", "serverName", "sql-1")
                .set("database", "resourceGroupName", "g")
                .without("database-lock")
                .plus(BY_SCOPE, "database-lock", { level, scope: `${id}/databases/SQLDB-K7F3` })
                .found("prod-delete-lock");
        };
        expect(on("SQL-1")).toEqual([]);
        expect(on("sql-2")).toEqual(UNLOCKED);
        expect(on("sql-1", "other")).toEqual(UNLOCKED);
    });

    it("is undecided while the name of the database's server is not known", () => {
        const scope = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Sql/servers/sql-1/databases/sqldb-k7f3";
        expect(compliant().set("database-lock", "scope", scope).found("prod-delete-lock")).toEqual([
            "database: undecided, scope of database-lock is not known before deployment",
        ]);
    });

    it("lets a known id decide before what it is made from", () => {
        const id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv-1";
        const stack = compliant().set("database-lock", "scope", id);
        expect(stack.found("prod-delete-lock")).toEqual(UNLOCKED);
    });

    it("is undecided about an id that is made from several, of which one is the resource", () => {
        const stack = compliant().plus(BY_SCOPE, "database-lock", { level }, { scope: ["database", "failover"] });
        expect(stack.found("prod-delete-lock")).toEqual([
            "database: undecided, scope of database-lock is not known before deployment",
        ]);
    });

    it("reports a lock that only forbids to write", () => {
        expect(compliant().set("database-lock", "level", "ReadOnly").found("prod-delete-lock")).toEqual([
            "database-lock: level is 'ReadOnly'",
            "database: has no lock against deletion",
        ]);
    });

    describe("with a resource-level lock", () => {
        const parts = {
            level,
            resourceGroupName: "g",
            resourceProviderNamespace: "Microsoft.Sql",
            parentResourcePath: "servers/sql-1",
            resourceType: "databases",
            resourceName: "sqldb-k7f3",
        };
        const found = (changed: Record<string, unknown>, references = {}) =>
            compliant()
                .set("server", "serverName", "sql-1")
                .without("database-lock")
                .plus(AT_RESOURCE, "database-lock", { ...parts, ...changed }, references)
                .found("prod-delete-lock");

        it("takes it for the resource that its parts name", () => {
            expect(found({})).toEqual([]);
            expect(found({ parentResourcePath: undefined, resourceType: "servers/sql-1/databases" })).toEqual([]);
        });

        it.each([
            { resourceName: "sqldb-m2" },
            { parentResourcePath: "servers/sql-2" },
            { resourceType: "elasticPools" },
            { resourceProviderNamespace: "Microsoft.Storage", parentResourcePath: "", resourceType: "storageAccounts" },
        ])("does not take it for another: %j", (changed) => {
            expect(found(changed)).toEqual(UNLOCKED);
        });

        it("goes by what its name is made from, if that has the type that it says", () => {
            expect(found({ resourceName: UNKNOWN }, { resourceName: ["database"] })).toEqual([]);
            expect(
                found({ resourceName: UNKNOWN, resourceType: "elasticPools" }, { resourceName: ["database"] }),
            ).toEqual(["database: undecided, resourceName of database-lock is not known before deployment"]);
        });

        it("is undecided while the path of its parent is not known", () => {
            expect(found({ parentResourcePath: UNKNOWN })).toEqual([
                "database: undecided, parentResourcePath of database-lock is not known before deployment",
            ]);
            expect(found({ parentResourcePath: UNKNOWN, resourceName: "sqldb-m2" })).toEqual(UNLOCKED);
        });

        it("refuses one on a server", () => {
            const server = { parentResourcePath: "", resourceType: "servers", resourceName: "sql-1" };
            expect(found(server)).toContain(
                "database-lock: locks a server or a resource group, and everything inside inherits it",
            );
        });
    });
});
