import { compliant } from "../compliant-stack";
import { type ExampleStack, UNKNOWN } from "../example-stack";

const found = (stack: ExampleStack, environment: "test" | "productie" = "test") =>
    stack.found("sql-db-no-prod-copy", { environment });

const copy = (inputs: Record<string, unknown>, references: Record<string, readonly string[]> = {}): ExampleStack =>
    compliant().plus(
        "sql:Database",
        "copy",
        { databaseName: "copy", ...inputs },
        { serverName: ["server"], ...references },
    );

const id = (group: string, server: string, database = "sqldb-k7f3") =>
    `/subscriptions/s/resourceGroups/${group}/providers/Microsoft.Sql/servers/${server}/databases/${database}`;

describe("sql-db-no-prod-copy", () => {
    it.each([undefined, null, "", "Default", "default"])(
        "has nothing against createMode %p, which is no copy",
        (createMode) => {
            expect(found(copy({ createMode }))).toEqual([]);
            expect(found(copy({ createMode }), "productie")).toEqual([]);
        },
    );

    it("is undecided while the mode is not known", () => {
        expect(found(copy({ createMode: UNKNOWN }))).toEqual([
            "copy: undecided, createMode is not known before deployment",
        ]);
    });

    describe("before productie", () => {
        it("passes a copy of a database of the same plan", () => {
            expect(found(copy({ createMode: "Copy" }, { sourceDatabaseId: ["database"] }))).toEqual([]);
        });

        it.each([
            ["sourceDatabaseId", id("rg-figlo-productie-weu", "sql-1")],
            ["sourceDatabaseId", id("g", "sql-figlo-PRD-weu")],
            [
                "recoverableDatabaseId",
                "/subscriptions/s/resourceGroups/production/providers/Microsoft.Sql/servers/a/recoverableDatabases/b",
            ],
            ["longTermRetentionBackupResourceId", "/subscriptions/s/resourceGroups/prod/providers/x/y/z"],
        ])("reports %s of productie by a name in it", (property, source) => {
            expect(found(copy({ createMode: "Copy", [property]: source }))).toEqual([
                expect.stringContaining(`copy: ${property} is of productie: `),
            ]);
        });

        it("reports it whatever the copy calls itself", () => {
            const tags = { dataClass: "transient", endDate: "2026-12-01" };
            const sourceDatabaseId = id("productie", "sql-1");
            expect(found(copy({ createMode: "copy", sourceDatabaseId, tags }))).toHaveLength(1);
            expect(found(copy({ createMode: "Secondary", sourceDatabaseId, tags }))).toHaveLength(1);
        });

        it.each(["products", "nonprod", "pre-prod", "niet-productie"])("takes %s for no name of productie", (group) => {
            const sourceDatabaseId = id(group, "sql-1");
            expect(found(copy({ createMode: "Copy", sourceDatabaseId }))).toEqual([
                "copy: undecided, the environment of sourceDatabaseId is not in the plan",
            ]);
        });

        it("reports an original that another stack tells, by the name of that stack", () => {
            const of = (stack: string) =>
                found(
                    compliant()
                        .plus("pulumi:pulumi:StackReference", "other", { name: stack })
                        .plus(
                            "sql:Database",
                            "copy",
                            { createMode: "Copy" },
                            { serverName: ["server"], sourceDatabaseId: ["other"] },
                        ),
                );
            expect(of("organization/figlo-advisor/productie")).toEqual([
                "copy: sourceDatabaseId is of productie: 'organization/figlo-advisor/productie'",
            ]);
            expect(of("organization/figlo-advisor/test-klanten-02")).toEqual([
                "copy: undecided, the environment of sourceDatabaseId is not in the plan",
            ]);
        });

        it("follows an id to a database of the plan, and is undecided about one of the same name elsewhere", () => {
            const named = copy({ createMode: "Copy", sourceDatabaseId: id("g", "sql-1") });
            expect(found(named.set("server", "serverName", "sql-1"))).toEqual([]);
            expect(found(named)).toEqual(["copy: undecided, the environment of sourceDatabaseId is not in the plan"]);
        });

        it("reports a copy of nothing", () => {
            expect(found(copy({ createMode: "PointInTimeRestore", sourceDatabaseId: " " }))).toEqual([
                "copy: createMode is 'PointInTimeRestore', and nothing says of what it is a copy",
            ]);
        });
    });

    describe("in productie", () => {
        it("reports a copy that stays, and passes a transient one", () => {
            const restored = copy({ createMode: "PointInTimeRestore" }, { sourceDatabaseId: ["database"] });
            expect(found(restored, "productie")).toEqual([
                "copy: createMode is 'PointInTimeRestore', and nothing says that it is a transient copy",
            ]);
            expect(found(restored.set("copy", "tags", { dataClass: "transient" }), "productie")).toEqual([]);
        });

        it("passes the replica of a database of the plan, and no other", () => {
            const replica = copy({ createMode: "Secondary" }, { sourceDatabaseId: ["database"] });
            expect(found(replica, "productie")).toEqual([]);
            const elsewhere = copy({ createMode: "Secondary", sourceDatabaseId: id("g", "sql-9", "else") });
            expect(found(elsewhere, "productie")).toHaveLength(1);
        });
    });
});

describe("sql-db-no-sample", () => {
    const sample = (sampleName: unknown) => compliant().set("database", "sampleName", sampleName);

    it("reports sample data in acceptatie and productie, and lets the others have it", () => {
        expect(sample("AdventureWorksLT").found("sql-db-no-sample")).toEqual([
            "database: sampleName is 'AdventureWorksLT'",
        ]);
        expect(sample("AdventureWorksLT").found("sql-db-no-sample", { environment: "test" })).toEqual([]);
        expect(sample("").found("sql-db-no-sample")).toEqual([]);
    });

    it("is undecided while the name is not known", () => {
        expect(sample(UNKNOWN).found("sql-db-no-sample")).toEqual([
            "database: undecided, sampleName is not known before deployment",
        ]);
    });
});

describe("sql-pool-per-db-cap", () => {
    const cap = (maxCapacity: unknown) =>
        compliant().set("pool", "perDatabaseSettings.maxCapacity", maxCapacity).found("sql-pool-per-db-cap");

    it("wants less for one database than the pool has, as a number", () => {
        expect(cap(7)).toEqual([]);
        expect(cap(8)).toEqual(["pool: perDatabaseSettings.maxCapacity is 8, and the pool has 8"]);
        expect(cap("2")).toHaveLength(1);
        expect(cap(null)).toHaveLength(1);
    });
});
