import { compliant } from "../compliant-stack";
import { type ExampleStack, UNKNOWN } from "../example-stack";

const BY_SCOPE = "authorization:ManagementLockByScope";
const level = "CanNotDelete";
const found = (stack: ExampleStack) => stack.found("prod-delete-lock");
const known = () =>
    compliant().without("copy-lock").set("server", "serverName", "sql-1").set("partner", "serverName", "sql-2");
const onServer = (server: string, name = "sqldb-k7f3") =>
    `/subscriptions/s/resourceGroups/g/providers/Microsoft.Sql/servers/${server}/databases/${name}`;
const NONE = ["failover: its copy of database on the other server has no lock against deletion"];

describe("prod-delete-lock on the copies that a failover group makes", () => {
    it("reports one without a lock", () => {
        expect(found(compliant().without("copy-lock"))).toEqual(NONE);
        expect(found(compliant().set("copy-lock", "level", "ReadOnly"))).toEqual([
            "copy-lock: level is 'ReadOnly'",
            ...NONE,
        ]);
    });

    it("compares the id where it is known", () => {
        const locked = (scope: string) => found(known().plus(BY_SCOPE, "copy-lock", { level, scope }));
        expect(locked(onServer("SQL-2"))).toEqual([]);
        expect(locked(onServer("sql-1"))).toEqual(NONE);
        expect(locked(onServer("sql-2", "sqldb-m2"))).toEqual(NONE);
        expect(
            locked("/subscriptions/s/resourceGroups/g/providers/Microsoft.Sql/servers/sql-1/failoverGroups/f"),
        ).toEqual(NONE);
    });

    it("knows the server by its id too, where the plan does not hold it", () => {
        const id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Sql/servers/sql-9";
        const stack = known().set("failover", "partnerServers", [{ id }]);
        expect(found(stack.plus(BY_SCOPE, "copy-lock", { level, scope: onServer("sql-9") }))).toEqual([]);
        expect(found(stack.plus(BY_SCOPE, "copy-lock", { level, scope: onServer("sql-2") }))).toEqual(NONE);
    });

    it("counts locks whose ids are made from the group, while they are not known", () => {
        const { inputs } = compliant().get("database");
        const two = compliant()
            .plus("sql:Database", "second", inputs, { serverName: ["server"] }, true)
            .plus(BY_SCOPE, "second-lock", { level }, { scope: ["second"] })
            .change("failover", (group) => {
                const { databases = [], ...others } = group.propertyDependencies ?? {};
                const urns = [...databases, databases[0]?.replace(/database$/, "second") ?? ""];
                return { ...group, propertyDependencies: { ...others, databases: urns } };
            });
        expect(found(two)).toEqual(["failover: 1 of its copies on the other server have no lock against deletion"]);
        expect(found(two.plus(BY_SCOPE, "second-copy-lock", { level }, { scope: ["partner", "failover"] }))).toEqual(
            [],
        );
    });

    it("does not count a lock that is made from something else", () => {
        const stack = compliant()
            .without("copy-lock")
            .plus(BY_SCOPE, "copy-lock", { level }, { scope: ["vault"] });
        expect(found(stack)).toEqual(NONE);
    });

    it("is undecided about a known id while the name of the other server is not known", () => {
        const stack = known()
            .set("partner", "serverName", UNKNOWN)
            .plus(BY_SCOPE, "copy-lock", { level, scope: onServer("sql-2") });
        expect(found(stack)).toContain(
            "failover: undecided, whether copy-lock is on the other server of the failover group is not known before deployment",
        );
    });

    it("takes a resource-level lock by its parts", () => {
        const parts = {
            level,
            resourceGroupName: "g",
            resourceProviderNamespace: "Microsoft.Sql",
            parentResourcePath: "servers/sql-2",
            resourceType: "databases",
            resourceName: "sqldb-k7f3",
        };
        const AT_RESOURCE = "authorization:ManagementLockAtResourceLevel";
        expect(found(known().plus(AT_RESOURCE, "copy-lock", parts))).toEqual([]);
        expect(found(known().plus(AT_RESOURCE, "copy-lock", { ...parts, resourceType: "elasticPools" }))).toEqual(NONE);
        const { parentResourcePath: _, ...unknown } = parts;
        expect(found(known().plus(AT_RESOURCE, "copy-lock", unknown, { parentResourcePath: ["partner"] }))).toEqual([]);
    });
});
