import { compliant } from "../compliant-stack";
import { type ExampleStack, UNKNOWN } from "../example-stack";

const found = (stack: ExampleStack) => stack.found("sql-server-auditing-enabled");

const NOTHING_COLLECTS = [
    "server: its audit goes to Azure Monitor and no diagnostic setting collects SQLSecurityAuditEvents",
];

describe("sql-server-auditing-enabled", () => {
    it("reports a server without a policy", () => {
        expect(found(compliant().without("server-audit"))).toEqual(["server: has no auditing policy"]);
    });

    it("reports Azure Monitor as target without a diagnostic setting on master: nothing is written", () => {
        expect(found(compliant().without("server-audit-log"))).toEqual(NOTHING_COLLECTS);
    });

    it.each([
        ["goes to no workspace", "workspaceId", " "],
        ["is switched off", "logs", [{ category: "SQLSecurityAuditEvents", enabled: false }]],
        ["collects something else", "logs", [{ category: "Errors", enabled: true }]],
    ])("does not count a setting that %s", (_, property, value) => {
        expect(found(compliant().set("server-audit-log", property, value))).toEqual(NOTHING_COLLECTS);
    });

    it("does not count a setting on a database of the server: the server's audit is written by master", () => {
        const stack = compliant().change("server-audit-log", (setting) => ({
            ...setting,
            propertyDependencies: {
                ...setting.propertyDependencies,
                resourceUri: [compliant().urn("server"), compliant().urn("database")],
            },
        }));
        expect(found(stack)).toEqual(NOTHING_COLLECTS);
    });

    describe("where names are known", () => {
        const id = (rest: string) => `/subscriptions/s/resourceGroups/g/providers/Microsoft.Sql/servers/${rest}`;
        const on = (resourceUri: string, group = "g") =>
            compliant()
                .set("server", "serverName", "sql-1")
                .set("server", "resourceGroupName", group)
                .without("server-audit-log")
                .plus("monitor:DiagnosticSetting", "log", {
                    resourceUri,
                    workspaceId: UNKNOWN,
                    logs: [{ categoryGroup: "allLogs", enabled: true }],
                });

        it("finds the setting by the id of master", () => {
            expect(found(on(id("SQL-1/databases/master")))).toEqual([]);
        });

        it.each(["sql-1", "sql-1/databases/sqldb-k7f3", "sql-2/databases/master"])(
            "does not count one on %s",
            (rest) => {
                expect(found(on(id(rest)))).toEqual(NOTHING_COLLECTS);
            },
        );

        it("does not count one in another group", () => {
            expect(found(on(id("sql-1/databases/master"), "other"))).toEqual(NOTHING_COLLECTS);
        });
    });

    it("wants a target, and takes storage for one", () => {
        const stack = compliant().set("server-audit", "isAzureMonitorTargetEnabled", false);
        expect(found(stack)).toEqual(["server: its auditing policy names no target"]);
        expect(found(stack.set("server-audit", "storageEndpoint", ""))).toHaveLength(1);
        expect(found(stack.set("server-audit", "storageEndpoint", UNKNOWN))).toEqual([]);
    });
});

describe("sql-server-auditing-action-groups", () => {
    it("wants who signed in, who tried to, and what was run", () => {
        const groups = (value: unknown) =>
            compliant().set("server-audit", "auditActionsAndGroups", value).found("sql-server-auditing-action-groups");
        expect(groups(["BATCH_COMPLETED_GROUP", "FAILED_DATABASE_AUTHENTICATION_GROUP"])).toEqual([
            "server-audit: auditActionsAndGroups lacks SUCCESSFUL_DATABASE_AUTHENTICATION_GROUP",
        ]);
        expect(groups(undefined)).toHaveLength(1);
    });

    it("reports a filter, which leaves events out", () => {
        expect(
            compliant()
                .set("server-audit", "predicateExpression", "server_principal_name <> 'batch'")
                .found("sql-server-auditing-action-groups"),
        ).toHaveLength(1);
    });
});
