import { ALERT_QUERIES, type AlertQuery } from "../../../infra/monitoring/alert-queries";
import { Alerts, type AlertsArgs } from "../../../infra/monitoring/alerts";
import { deployed, planned } from "../../planned";
import { place } from "../examples";

const alerts = (changes: Partial<AlertsArgs> = {}) =>
    new Alerts("alerts", {
        place: place(),
        workspaceId: "workspace",
        actionRegion: "swedencentral",
        emails: ["alerts@figlo.example", "on-call@figlo.example"],
        rows: ALERT_QUERIES.map(({ id }) => id),
        ...changes,
    });

describe("Alerts", () => {
    it("processes messages in the chosen region, never 'global', which may be anywhere", async () => {
        const plan = await planned(() => alerts());
        expect(plan.one("monitor:ActionGroup").inputs).toMatchObject({ location: "swedencentral", enabled: true });
    });

    it.each(["global", "westeurope", "eastus"])(
        "refuses %s for messages: Azure does not process them there",
        async (region) => {
            await expect(planned(() => alerts({ actionRegion: region }))).rejects.toThrow(
                `'${region}' does not keep the messages of alerts in the European Union; ` +
                    "choose one of germanywestcentral, swedencentral",
            );
        },
    );

    it("takes a region in any of Azure's spellings", async () => {
        const plan = await planned(() => alerts({ actionRegion: "Germany West Central" }));
        expect(plan.one("monitor:ActionGroup").inputs.location).toBe("germanywestcentral");
    });

    it("tells each address in the common schema", async () => {
        const plan = await planned(() => alerts());
        expect(plan.one("monitor:ActionGroup").inputs.emailReceivers).toEqual(
            ["alerts@figlo.example", "on-call@figlo.example"].map((address) => ({
                name: address,
                emailAddress: address,
                useCommonAlertSchema: true,
            })),
        );
    });

    it.each([
        ["ontwikkeling", "ontwikkeling"],
        ["a-long-environment", "a-long-envir"],
    ])("cuts the short name of %s to Azure's twelve characters", async (environment, shortName) => {
        const plan = await planned(() => alerts({ place: place({ tags: { environment } }) }));
        expect(plan.one("monitor:ActionGroup").inputs.groupShortName).toBe(shortName);
    });

    it("makes one rule for each row, in the region of the workspace", async () => {
        const plan = await deployed(() => alerts());
        const rules = plan.ofType("monitor:ScheduledQueryRule");
        expect(rules.map(({ name }) => name).sort()).toEqual(ALERT_QUERIES.map(({ id }) => `alerts-${id}`).sort());
        for (const { inputs } of rules) {
            expect(inputs).toMatchObject({
                location: "westeurope",
                scopes: ["workspace"],
                enabled: true,
                actions: { actionGroups: ["id-of-alerts-group"] },
            });
        }
    });

    it("has no metric or activity log alerts, which Azure processes globally", async () => {
        const plan = await planned(() => alerts());
        expect(plan.ofType("monitor:MetricAlert")).toEqual([]);
        expect(plan.ofType("monitor:ActivityLogAlert")).toEqual([]);
    });

    it("lets Azure accept a query before the first log has made its table", async () => {
        const plan = await planned(() => alerts());
        const rules = plan.ofType("monitor:ScheduledQueryRule");
        expect(rules.filter(({ inputs }) => inputs.skipQueryValidation !== true)).toEqual([]);
    });

    it("measures a column where a row says so, and counts rows otherwise", async () => {
        const plan = await planned(() => alerts());
        const criterion = (id: string) =>
            (plan.one("monitor:ScheduledQueryRule", `alerts-${id}`).inputs.criteria as { allOf: object[] }).allOf[0];
        expect(criterion("sql-pool-cpu")).toMatchObject({
            timeAggregation: "Average",
            metricMeasureColumn: "Average",
            operator: "GreaterThan",
            threshold: 90,
            resourceIdColumn: "_ResourceId",
        });
        expect(criterion("vault-denied")).toMatchObject({ timeAggregation: "Count", threshold: 0 });
        expect(criterion("vault-denied")).not.toHaveProperty("metricMeasureColumn");
    });

    it("makes only the rows that are asked for", async () => {
        const plan = await planned(() => alerts({ rows: ["backup-failed"] }));
        expect(plan.ofType("monitor:ScheduledQueryRule").map(({ name }) => name)).toEqual(["alerts-backup-failed"]);
    });

    it.each([
        [[], "nobody would be told of an alert"],
        [["alerts"], "'alerts' is not an e-mail address"],
        [["a@figlo.example", "A@figlo.example"], "'A@figlo.example' is given twice"],
    ])("refuses %j as addresses", async (emails, sentence) => {
        await expect(planned(() => alerts({ emails }))).rejects.toThrow(sentence);
    });

    it("refuses a region outside the European Union", async () => {
        await expect(planned(() => alerts({ place: place({ region: "uksouth" }) }))).rejects.toThrow(
            "'uksouth' is not a region of the European Union",
        );
    });
});

describe("ALERT_QUERIES", () => {
    const rows: readonly AlertQuery[] = ALERT_QUERIES;
    const MINUTES = { PT5M: 5, PT15M: 15, PT1H: 60, P1D: 1440 };

    it("names each row once", () => {
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    });

    it("looks at every moment: no row is evaluated less often than its window is long", () => {
        expect(rows.filter(({ frequency, window }) => MINUTES[frequency] > MINUTES[window])).toEqual([]);
    });

    it("looks back a quarter of an hour at least: metrics reach a workspace minutes late", () => {
        expect(rows.filter(({ window }) => MINUTES[window] < 15)).toEqual([]);
    });

    it("tells of somebody who insists at the firewall, not of each scan of the internet", () => {
        expect(rows.find(({ id }) => id === "sql-blocked-by-firewall")).toMatchObject({
            measure: { column: "Total", by: "Total" },
            threshold: 100,
            window: "PT1H",
        });
    });

    it("asks shared tables only for columns that may be absent by column_ifexists", () => {
        expect(rows.filter(({ query }) => /(?<!column_ifexists\(")\b\w+_[sdgb]\b/.test(query))).toEqual([]);
    });

    it("leaves time and resource in the rows, by which the rule groups", () => {
        expect(rows.filter(({ query }) => /\b(summarize|project)\b/.test(query))).toEqual([]);
    });

    it("covers pools, connections, applications, traffic, vaults, certificates and backups", () => {
        expect(rows.map(({ id }) => id)).toEqual(
            expect.arrayContaining([
                "sql-pool-cpu",
                "sql-pool-storage",
                "sql-connections-failed",
                "sql-blocked-by-firewall",
                "app-server-errors",
                "app-unhealthy",
                "traffic-endpoint-down",
                "vault-denied",
                "certificate-near-expiry",
                "backup-failed",
            ]),
        );
    });
});
