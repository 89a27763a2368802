import { compliant } from "../compliant-stack";
import { UNKNOWN } from "../example-stack";

const RETENTION = [
    ["sql-db-str-retention", "restore", "short-term"],
    ["sql-db-ltr-retention", "archive", "long-term"],
] as const;

describe.each(RETENTION)("%s", (rule, policy, kind) => {
    it("reports a database whose policy is gone, which would silently set it back", () => {
        expect(compliant().without(policy).found(rule)).toEqual([
            `database: has no ${kind} retention policy on its server`,
        ]);
    });

    it("reports a copy without a policy of its own: after a failover it is the one that counts", () => {
        expect(compliant().without(`partner-${policy}`).found(rule)).toEqual([
            `database: has no ${kind} retention policy on the other server of its failover group`,
        ]);
    });

    it("finds the copy's policy by the database's name, since the copy itself is not declared", () => {
        const stack = compliant()
            .set(`partner-${policy}`, "databaseName", "SQLDB-K7F3")
            .change(`partner-${policy}`, ({ propertyDependencies = {}, ...resource }) => ({
                ...resource,
                propertyDependencies: { serverName: propertyDependencies.serverName ?? [] },
            }));
        expect(stack.found(rule)).toEqual([]);
    });

    it("asks nothing of a transient copy", () => {
        const stack = compliant().without(policy).set("database", "tags.dataClass", "transient");
        expect(stack.found(rule)).toEqual([]);
    });
});

describe("sql-db-str-retention", () => {
    it("asks no interval of a Hyperscale database, of which Azure makes snapshots", () => {
        const silent = compliant().unset("restore", "diffBackupIntervalInHours");
        const found = (name: string, sku: unknown) => silent.set(name, "sku", sku).found("sql-db-str-retention");
        const expected = ["database: diffBackupIntervalInHours is not set on its server"];
        expect(found("database", { name: "GP_Gen5" })).toEqual(expected);
        expect(found("database", { name: "HS_Gen5" })).toEqual([]);
        expect(found("pool", { name: "HS_Gen5", tier: "Hyperscale" })).toEqual([]);
    });

    it("wants 14 days in productie and 7 elsewhere", () => {
        const stack = compliant().set("restore", "retentionDays", 7);
        expect(stack.found("sql-db-str-retention")).toEqual([
            "database: retentionDays is 7 on its server, less than 14",
        ]);
        expect(stack.found("sql-db-str-retention", { environment: "acceptatie" })).toEqual([]);
    });

    it("judges the other databases while one is unknown", () => {
        const stack = compliant()
            .plus("sql:Database", "second", { databaseName: "sqldb-m2" }, { serverName: ["server"] })
            .set("restore", "retentionDays", UNKNOWN);
        expect(stack.found("sql-db-str-retention")).toEqual([
            "database: undecided, retentionDays is not known before deployment",
            "second: has no short-term retention policy on its server",
        ]);
    });
});

describe("sql-db-ltr-retention", () => {
    it("reports a policy that keeps nothing in Azure's spelling", () => {
        const off = { weeklyRetention: "PT0S", monthlyRetention: "PT0S", yearlyRetention: "P0Y" };
        const stack = compliant().change("archive", (policy) => ({ ...policy, inputs: { ...policy.inputs, ...off } }));
        expect(stack.found("sql-db-ltr-retention")).toEqual([
            "database: its long-term retention policy keeps nothing on its server",
        ]);
        expect(stack.set("archive", "monthlyRetention", "P12M").found("sql-db-ltr-retention")).toEqual([]);
    });

    it.each(["PT1S", "P6D", "P", "", 7, undefined])("takes %p for nothing: a week is the least", (weeklyRetention) => {
        const inputs = { weeklyRetention };
        const stack = compliant().change("archive", (policy) => ({ ...policy, inputs }));
        expect(stack.found("sql-db-ltr-retention")).toHaveLength(1);
        expect(stack.set("archive", "weeklyRetention", "P7D").found("sql-db-ltr-retention")).toEqual([]);
    });

    it("says nothing in test, where no data is to be kept", () => {
        expect(compliant().without("archive").found("sql-db-ltr-retention", { environment: "test" })).toEqual([]);
    });
});

describe("sql-db-geo-backup", () => {
    it("wants zone redundancy and a copy where the region has no pair", () => {
        const stack = compliant().set("database", "location", "Italy North");
        expect(stack.found("sql-db-geo-backup")).toEqual([
            "database: requestedBackupStorageRedundancy is 'Geo', and 'Italy North' has no pair in the Union",
        ]);
        const zone = stack.set("database", "requestedBackupStorageRedundancy", "Zone");
        expect(zone.found("sql-db-geo-backup")).toEqual([]);
        expect(zone.without("failover").found("sql-db-geo-backup")).toHaveLength(1);
    });

    it("refuses a geo copy that would land outside the Union", () => {
        expect(compliant().set("database", "location", "uksouth").found("sql-db-geo-backup")).toHaveLength(1);
    });

    it("takes the server's region where the database names none", () => {
        expect(compliant().unset("database", "location").found("sql-db-geo-backup")).toEqual([]);
    });
});

describe("sql-db-zone-redundant", () => {
    it("lets a database in a pool say nothing, and one outside not", () => {
        const silent = compliant().unset("database", "zoneRedundant");
        expect(silent.found("sql-db-zone-redundant")).toEqual([]);
        expect(silent.unset("database", "elasticPoolId").found("sql-db-zone-redundant")).toEqual([
            "database: zoneRedundant is not set",
        ]);
        const id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Sql/servers/sql-1/elasticPools/pool-1";
        expect(silent.set("database", "elasticPoolId", id).found("sql-db-zone-redundant")).toEqual([
            "database: undecided, whether its pool is zone-redundant is not in the plan",
        ]);
    });
});

describe("sql-failover-group", () => {
    it("reports a database that no group copies", () => {
        expect(compliant().without("failover").found("sql-failover-group")).toEqual([
            "database: is in no failover group",
        ]);
    });

    it("reports a partner in the same region, in any spelling", () => {
        expect(compliant().set("partner", "location", "West Europe").found("sql-failover-group")).toEqual([
            "failover: its partner is in the same region, West Europe",
        ]);
    });

    it("reports a partner outside the Union", () => {
        expect(compliant().set("partner", "location", "uksouth").found("sql-failover-group")).toEqual([
            "failover: its partner's location is 'uksouth', not in the European Union",
        ]);
    });

    it("follows ids and names where a plan has no dependencies", () => {
        const id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Sql/servers/sql-1/databases/sqldb-k7f3";
        const stack = compliant()
            .set("server", "serverName", "sql-1")
            .set("failover", "databases", [id])
            .set("failover", "serverName", "sql-1")
            .map(({ propertyDependencies, ...resource }) => resource);
        expect(stack.found("sql-failover-group")).toEqual([
            "failover: undecided, partnerServers is not known before deployment",
        ]);
    });

    it.each([[[]], [undefined], [[{ id: "" }]], [null]])("reports the partners %j, which are none", (partners) => {
        const [found] = compliant().set("failover", "partnerServers", partners).found("sql-failover-group");
        expect(found).toMatch(/^failover: partnerServers is /);
    });

    it("is undecided about a partner that the plan does not hold", () => {
        const id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Sql/servers/sql-elsewhere";
        expect(compliant().set("failover", "partnerServers", [{ id }]).found("sql-failover-group")).toEqual([
            "failover: undecided, the region of a partner server is not in the plan",
        ]);
        expect(compliant().without("partner").found("sql-failover-group")).toEqual([
            "failover: undecided, the region of a partner server is not in the plan",
        ]);
    });
});

describe("sql-db-per-tenant", () => {
    it.each([
        ["no tenant", "tags.tenant", undefined, ["database: its tag 'tenant' is not set"]],
        ["two tenants", "tags.tenant", "k7f3,m2", ["database: its tag 'tenant' is 'k7f3,m2', which is not one id"]],
        [
            "a name that is another tenant's",
            "databaseName",
            "sqldb-k7f31",
            ["database: databaseName is 'sqldb-k7f31', without the tenant's id 'k7f3'"],
        ],
    ])("reports a database with %s", (_, path, value, expected) => {
        expect(compliant().set("database", path, value).found("sql-db-per-tenant")).toEqual(expected);
    });

    it.each(["tags", "tags.tenant"])("is undecided while %s is not known", (path) => {
        expect(compliant().set("database", path, UNKNOWN).found("sql-db-per-tenant")).toEqual([
            "database: undecided, tags.tenant is not known before deployment",
        ]);
    });

    it("reports both databases of a tenant that has two", () => {
        const { inputs } = compliant().get("database");
        const stack = compliant().plus("sql:Database", "second", { ...inputs, databaseName: "k7f3-second" });
        expect(stack.found("sql-db-per-tenant")).toEqual([
            "database: tenant 'k7f3' has another database, second",
            "second: tenant 'k7f3' has another database, database",
        ]);
    });

    it("names three others of a tenant that has many: findings must not grow with their square", () => {
        const { inputs } = compliant().get("database");
        const many = Array.from({ length: 50 }, (_, index) => `copy-${index}`).reduce(
            (stack, name) => stack.plus("sql:Database", name, { ...inputs, databaseName: `k7f3-${name}` }),
            compliant(),
        );
        expect(many.found("sql-db-per-tenant")).toHaveLength(51 * 3);
    });

    it("counts neither a transient copy nor a replica", () => {
        const { inputs } = compliant().get("database");
        const stack = compliant()
            .plus("sql:Database", "copy", { ...inputs, tags: { tenant: "k7f3", dataClass: "transient" } })
            .plus(
                "sql:Database",
                "replica",
                {
                    ...inputs,
                    createMode: "Secondary",
                },
                { serverName: ["partner"], sourceDatabaseId: ["database"] },
            );
        expect(stack.found("sql-db-per-tenant")).toEqual([]);
    });

    describe("with a database that calls itself a replica", () => {
        const { inputs } = compliant().get("database");
        const replicaOf = (sourceDatabaseId: unknown, references = {}) =>
            compliant()
                .set("server", "serverName", "sql-1")
                .plus(
                    "sql:Database",
                    "replica",
                    { ...inputs, databaseName: "sqldb-m2", createMode: "Secondary", sourceDatabaseId },
                    { serverName: ["partner"], ...references },
                );
        const id = (server: string, name = "sqldb-k7f3") =>
            `/subscriptions/s/resourceGroups/g/providers/Microsoft.Sql/servers/${server}/databases/${name}`;
        const RULES = ["sql-db-per-tenant", "sql-db-str-retention", "sql-db-ltr-retention", "sql-failover-group"];

        it.each(RULES)("%s lets it be where its original is in the plan", (rule) => {
            expect(replicaOf(id("sql-1")).found(rule)).toEqual([]);
        });

        it.each(RULES)("%s judges it where its original is anywhere else", (rule) => {
            expect(replicaOf(id("sql-9")).found(rule).join()).toContain("replica: ");
            expect(replicaOf(id("sql-1", "sqldb-z9")).found(rule).join()).toContain("replica: ");
            expect(replicaOf("sqldb").found(rule).join()).toContain("replica: ");
        });

        it("judges two that call each other the original", () => {
            const stack = replicaOf(UNKNOWN, { sourceDatabaseId: ["database"] })
                .set("database", "createMode", "Secondary")
                .change("database", (database) => ({
                    ...database,
                    inputs: { ...database.inputs, sourceDatabaseId: id("sql-2", "sqldb-m2") },
                }))
                .set("partner", "serverName", "sql-2");
            expect(stack.without("failover").found("sql-failover-group")).toEqual([
                "database: is in no failover group",
                "replica: is in no failover group",
            ]);
        });

        it("is undecided while the name of the server that it names is not known", () => {
            const stack = replicaOf(id("sql-1")).set("server", "serverName", UNKNOWN);
            expect(stack.found("sql-db-str-retention")).toEqual([
                "replica: undecided, whether sourceDatabaseId is of a database in the plan is not known before deployment",
            ]);
        });
    });

    it("counts what calls itself a replica and names no original", () => {
        const { inputs } = compliant().get("database");
        const stack = compliant().plus("sql:Database", "replica", { ...inputs, createMode: "Secondary" });
        expect(stack.found("sql-db-per-tenant")).toHaveLength(2);
    });
});

describe("sql-db-tde", () => {
    it("reports a database that leaves it to Azure's default", () => {
        expect(compliant().without("encryption").found("sql-db-tde")).toEqual([
            "database: transparent data encryption is not declared",
        ]);
    });

    it("does not count that of a database of the same name on another server", () => {
        const stack = compliant()
            .without("encryption")
            .plus(
                "sql:TransparentDataEncryption",
                "encryption",
                { databaseName: "sqldb-k7f3", state: "Enabled" },
                { serverName: ["partner"] },
            );
        expect(stack.found("sql-db-tde")).toEqual(["database: transparent data encryption is not declared"]);
    });
});
