import { ServerAudit } from "../../../infra/sql/server-audit";
import { deployed, planned } from "../../planned";

const audit = (protect = true, alertEmails = ["alerts@figlo.example"]) =>
    new ServerAudit("audit", {
        resourceGroupName: "rg",
        serverId: "server-id",
        serverName: "server-name",
        workspaceId: "workspace",
        alertEmails,
        protect,
    });

describe("ServerAudit", () => {
    it("audits every statement and sign-in, and what Microsoft's engineers do, into Azure Monitor", async () => {
        const plan = await deployed(() => audit());
        expect(plan.one("sql:ServerBlobAuditingPolicy").inputs).toEqual({
            resourceGroupName: "rg",
            serverName: "server-name",
            blobAuditingPolicyName: "default",
            state: "Enabled",
            isAzureMonitorTargetEnabled: true,
            isDevopsAuditEnabled: true,
            auditActionsAndGroups: [
                "BATCH_COMPLETED_GROUP",
                "SUCCESSFUL_DATABASE_AUTHENTICATION_GROUP",
                "FAILED_DATABASE_AUTHENTICATION_GROUP",
            ],
        });
    });

    it("sends the audit log from database master, without which Azure Monitor receives nothing", async () => {
        const plan = await deployed(() => audit());
        expect(plan.one("monitor:DiagnosticSetting").inputs).toMatchObject({
            resourceUri: "server-id/databases/master",
            workspaceId: "workspace",
            logs: [
                { category: "SQLSecurityAuditEvents", enabled: true },
                { category: "DevOpsOperationsAudit", enabled: true },
            ],
            metrics: [],
        });
    });

    it("has threat detection with no alert switched off", async () => {
        const plan = await deployed(() => audit());
        expect(plan.one("sql:ServerSecurityAlertPolicy").inputs).toMatchObject({
            securityAlertPolicyName: "Default",
            state: "Enabled",
            disabledAlerts: [],
        });
    });

    it("tells those who answer alerts of a threat, and the administrators of the subscription", async () => {
        const plan = await deployed(() => audit());
        expect(plan.one("sql:ServerSecurityAlertPolicy").inputs).toMatchObject({
            emailAddresses: ["alerts@figlo.example"],
            emailAccountAdmins: true,
        });
    });

    it.each([
        [[], "nobody would be told of an alert"],
        [["nobody"], "'nobody' is not an e-mail address"],
    ])("refuses %j as addresses", async (emails, sentence) => {
        await expect(planned(() => audit(true, emails))).rejects.toThrow(sentence);
    });

    it("has the express vulnerability assessment, which needs no storage, and not the classic one", async () => {
        const plan = await deployed(() => audit());
        expect(plan.one("sql:SqlVulnerabilityAssessmentsSetting").inputs).toEqual({
            resourceGroupName: "rg",
            serverName: "server-name",
            vulnerabilityAssessmentName: "default",
            state: "Enabled",
        });
        expect(plan.ofType("sql:ServerVulnerabilityAssessment")).toEqual([]);
    });

    it("changes the server one thing at a time: 409 ConflictingServerOperation is not retried", async () => {
        const plan = await planned(() => audit());
        const auditing = plan.one("sql:ServerBlobAuditingPolicy");
        const alerts = plan.one("sql:ServerSecurityAlertPolicy");
        expect(auditing.dependencies).toContain(plan.one("monitor:DiagnosticSetting").urn);
        expect(alerts.dependencies).toContain(auditing.urn);
        expect(plan.one("sql:SqlVulnerabilityAssessmentsSetting").dependencies).toContain(alerts.urn);
    });

    it.each([true, false])(
        "is protected as its server is (%s), since Azure switches off what a plan leaves out",
        async (protect) => {
            const plan = await planned(() => audit(protect));
            for (const type of [
                "ServerBlobAuditingPolicy",
                "ServerSecurityAlertPolicy",
                "SqlVulnerabilityAssessmentsSetting",
            ]) {
                expect([type, plan.one(`sql:${type}`).protect]).toEqual([type, protect]);
            }
        },
    );
});
