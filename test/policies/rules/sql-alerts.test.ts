import { compliant } from "../compliant-stack";
import { type ExampleStack, UNKNOWN } from "../example-stack";

const ofDatabase = (inputs: Record<string, unknown>): ExampleStack =>
    compliant().plus("sql:DatabaseSecurityAlertPolicy", "own", inputs, {
        serverName: ["server"],
        databaseName: ["database"],
    });

describe("sql-server-defender", () => {
    const silenced = (disabledAlerts: unknown) =>
        compliant().set("server-alerts", "disabledAlerts", disabledAlerts).found("sql-server-defender");

    it("reports a server without a policy", () => {
        expect(compliant().without("server-alerts").found("sql-server-defender")).toEqual([
            "server: has no security alert policy",
        ]);
    });

    it("reports alerts that are switched off, also where a list is a text", () => {
        expect(silenced(["Sql_Injection", "Access_Anomaly"])).toEqual([
            "server: disabledAlerts of its security alert policy silences 'Sql_Injection', 'Access_Anomaly'",
        ]);
        expect(silenced("Sql_Injection")).toHaveLength(1);
    });

    it.each([[[""]], [[]], [undefined], [null]])("passes %j, which switches nothing off", (alerts) => {
        expect(silenced(alerts)).toEqual([]);
    });

    it("is undecided while the list is not known", () => {
        expect(silenced(UNKNOWN)).toEqual(["server: undecided, disabledAlerts is not known before deployment"]);
    });

    it("reports a policy of a database that takes the place of its server's", () => {
        expect(ofDatabase({ state: "Enabled" }).found("sql-server-defender")).toEqual([]);
        expect(ofDatabase({ state: "Disabled" }).found("sql-server-defender")).toEqual(["own: state is 'Disabled'"]);
        expect(ofDatabase({}).found("sql-server-defender")).toEqual(["own: state is not set"]);
        expect(
            ofDatabase({ state: "Enabled", disabledAlerts: ["Sql_Injection"] }).found("sql-server-defender"),
        ).toEqual(["own: disabledAlerts silences 'Sql_Injection'"]);
    });
});

describe("sql-alert-emails", () => {
    const told = (emailAddresses: unknown) =>
        compliant().set("server-alerts", "emailAddresses", emailAddresses).found("sql-alert-emails");

    it("takes one address among others", () => {
        expect(told(["", "alerts@figlo.example"])).toEqual([]);
    });

    it.each([[[]], [["nobody"]], ["alerts@figlo.example"], [null], [[null]]])("reports %j", (addresses) => {
        expect(told(addresses)).toHaveLength(1);
    });

    it("looks at the policy of a database too", () => {
        expect(ofDatabase({ emailAccountAdmins: "true" }).found("sql-alert-emails")).toEqual([
            "own: emailAddresses is not set",
            "own: emailAccountAdmins is 'true'",
        ]);
    });
});

describe("sql-server-auditing-retention", () => {
    const found = (stack: ExampleStack) => stack.found("sql-server-auditing-retention");
    const inStorage = (retentionDays: unknown, type = "sql:ServerBlobAuditingPolicy") =>
        found(
            compliant().plus(
                type,
                "audit",
                { state: "Enabled", storageEndpoint: "https://st1.blob.core.windows.net", retentionDays },
                { serverName: ["server"], databaseName: ["database"] },
            ),
        );

    it("passes storage that keeps for 90 days or without end", () => {
        expect(inStorage(0)).toEqual([]);
        expect(inStorage(90)).toEqual([]);
    });

    it.each([89, "90", null, undefined])("reports storage that keeps for %p days", (days) => {
        expect(inStorage(days)).toEqual([expect.stringMatching(/^audit: retentionDays is .*, less than 90$/)]);
    });

    it.each(["DatabaseBlobAuditingPolicy", "ExtendedDatabaseBlobAuditingPolicy", "ExtendedServerBlobAuditingPolicy"])(
        "looks at a %s too",
        (type) => {
            expect(inStorage(30, `sql:${type}`)).toEqual(["audit: retentionDays is 30, less than 90"]);
        },
    );

    it("is undecided while the days are not known", () => {
        expect(inStorage(UNKNOWN)).toEqual(["audit: undecided, retentionDays is not known before deployment"]);
    });

    it("follows the log of master to its workspace", () => {
        expect(found(compliant().set("logs", "retentionInDays", 30))).toEqual([
            "partner-audit: retentionInDays is 30 of workspace logs, less than 90",
            "server-audit: retentionInDays is 30 of workspace logs, less than 90",
        ]);
        expect(found(compliant().unset("logs", "retentionInDays"))).toHaveLength(2);
    });

    it("leaves the days of storage to a policy that writes there", () => {
        expect(found(compliant().set("server-audit", "retentionDays", 30))).toEqual([]);
    });

    it("is undecided about a workspace that the plan does not hold", () => {
        expect(found(compliant().without("logs"))).toContain(
            "server-audit: undecided, how long its workspace keeps logs is not in the plan",
        );
    });
});
