import { Monitoring, type MonitoringArgs } from "../../../infra/monitoring/monitoring";
import { deployed, planned } from "../../planned";
import { place } from "../examples";

const monitoring = (changes: Partial<MonitoringArgs> = {}) =>
    new Monitoring("logs", { place: place(), retentionDays: 365, ...changes });

const TELEMETRY = { connectionString: "IngestionEndpoint=https://westeurope.in.applicationinsights.example/" };

describe("Monitoring", () => {
    it("keeps logs in its own region for the days that are asked", async () => {
        const plan = await planned(() => monitoring());
        expect(plan.one("operationalinsights:Workspace").inputs).toMatchObject({
            workspaceName: "log-figlo-advisor-proef-weu",
            location: "westeurope",
            sku: { name: "PerGB2018" },
            retentionInDays: 365,
        });
    });

    it("admits Entra identities only, to the workspace and to the telemetry", async () => {
        const plan = await planned(() => monitoring());
        expect(plan.one("operationalinsights:Workspace").inputs.features).toMatchObject({ disableLocalAuth: true });
        expect(plan.one("applicationinsights:Component").inputs.disableLocalAuth).toBe(true);
    });

    it("puts no daily cap on logs: one that is reached drops the audit log", async () => {
        const plan = await planned(() => monitoring());
        expect(plan.one("operationalinsights:Workspace").inputs.workspaceCapping).toEqual({ dailyQuotaGb: -1 });
    });

    it("keeps telemetry in the workspace", async () => {
        const plan = await deployed(() => monitoring(), TELEMETRY);
        expect(plan.one("applicationinsights:Component").inputs).toMatchObject({
            workspaceResourceId: "id-of-logs-workspace",
            ingestionMode: "LogAnalytics",
            location: "westeurope",
        });
    });

    it("masks visitors' addresses in telemetry", async () => {
        const plan = await planned(() => monitoring());
        expect(plan.one("applicationinsights:Component").inputs.disableIpMasking).toBe(false);
    });

    it("logs who queries the workspace", async () => {
        const plan = await deployed(() => monitoring(), TELEMETRY);
        expect(plan.one("monitor:DiagnosticSetting").inputs).toMatchObject({
            resourceUri: "id-of-logs-workspace",
            workspaceId: "id-of-logs-workspace",
            logs: [{ category: "Audit", enabled: true }],
        });
    });

    it("protects the workspace where its place is protected, without a lock, which its tables would inherit", async () => {
        const plan = await planned(() => monitoring());
        expect(plan.one("operationalinsights:Workspace").protect).toBe(true);
        expect(plan.ofType("authorization:ManagementLockByScope")).toEqual([]);
    });

    it("can be removed where its place is not protected", async () => {
        const plan = await planned(() => monitoring({ place: place({ protect: false }) }));
        expect(plan.one("operationalinsights:Workspace").protect).toBe(false);
    });

    it.each([29, 731, 90.5, Number.NaN])("refuses a retention of %s days", async (retentionDays) => {
        await expect(planned(() => monitoring({ retentionDays }))).rejects.toThrow(
            `retentionDays: expected a whole number from 30 to 730, got ${retentionDays}`,
        );
    });

    it("refuses a region outside the European Union", async () => {
        await expect(planned(() => monitoring({ place: place({ region: "eastus" }) }))).rejects.toThrow(
            "'eastus' is not a region of the European Union",
        );
    });
});
