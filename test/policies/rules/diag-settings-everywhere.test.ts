import { compliant } from "../compliant-stack";
import { type ExampleStack, UNKNOWN } from "../example-stack";

const found = (stack: ExampleStack) => stack.found("diag-settings-everywhere");
const NONE = "no diagnostic setting sends its logs to a workspace";

describe("diag-settings-everywhere", () => {
    it.each([
        ["site", "site-logs"],
        ["profile", "profile-logs"],
        ["database", "database-logs"],
        ["vault", "vault-audit"],
    ])("reports %s without a setting", (resource, setting) => {
        expect(found(compliant().without(setting))).toEqual([`${resource}: ${NONE}`]);
    });

    it.each<[string, string, unknown]>([
        ["goes to no workspace", "workspaceId", ""],
        ["has metrics alone", "logs", []],
        ["is switched off", "logs", [{ categoryGroup: "allLogs", enabled: "true" }]],
        ["names no category", "logs", [{ category: " ", enabled: true }]],
    ])("does not count a setting that %s", (_, property, value) => {
        expect(found(compliant().set("vault-audit", property, value))).toEqual([`vault: ${NONE}`]);
    });

    it("wants one of a slot too", () => {
        expect(found(compliant().plus("web:WebAppSlot", "slot", {}, { name: ["site"] }))).toEqual([`slot: ${NONE}`]);
    });

    it("finds a setting by a known id, and none of something else of the same name", () => {
        const on = (armType: string) =>
            compliant()
                .without("vault-audit")
                .set("vault", "vaultName", "kv-1")
                .plus("monitor:DiagnosticSetting", "log", {
                    resourceUri: `/subscriptions/s/resourceGroups/g/providers/${armType}/KV-1`,
                    workspaceId: UNKNOWN,
                    logs: [{ categoryGroup: "audit", enabled: true }],
                });
        expect(found(on("Microsoft.KeyVault/vaults"))).toEqual([]);
        expect(found(on("Microsoft.Web/sites"))).toEqual([`vault: ${NONE}`]);
    });

    describe("where the ids of databases are made from their server", () => {
        const logs = [{ category: "Errors", enabled: true }];
        const setting = (stack: ExampleStack, name: string) =>
            stack.plus("monitor:DiagnosticSetting", name, { logs }, { resourceUri: ["server"], workspaceId: ["logs"] });
        const two = compliant()
            .without("database-logs")
            .plus("sql:Database", "second", { databaseName: "sqldb-8" }, { serverName: ["server"] });

        it("counts the settings, and not the one of master that takes the server's audit", () => {
            expect(found(two)).toEqual([`database: ${NONE}`, `second: ${NONE}`]);
            expect(found(setting(two, "a"))).toEqual([
                "database: for 1 of the databases of server no diagnostic setting sends their logs to a workspace",
            ]);
            expect(found(setting(setting(two, "a"), "b"))).toEqual([]);
        });

        it("counts no setting of master where the audit goes elsewhere", () => {
            const stack = two.set("server-audit", "isAzureMonitorTargetEnabled", false);
            expect(found(setting(stack, "a"))).toEqual([]);
        });

        it("counts no database whose setting is known", () => {
            const stack = two.plus(
                "monitor:DiagnosticSetting",
                "of-second",
                { logs },
                { resourceUri: ["server", "second"], workspaceId: ["logs"] },
            );
            expect(found(stack)).toEqual([`database: ${NONE}`]);
            expect(found(setting(stack, "a"))).toEqual([]);
        });
    });

    it("judges a database by itself where the plan does not hold its server", () => {
        const alone = compliant().without("server", "partner", "database-logs").set("database", "serverName", "sql-9");
        expect(found(alone)).toEqual([`database: ${NONE}`]);
    });
});
