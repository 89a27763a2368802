import * as pulumi from "@pulumi/pulumi";
import { type DiagnosticsArgs, diagnostics } from "../../../infra/monitoring/diagnostics";
import { planned } from "../../planned";

class Parent extends pulumi.ComponentResource {
    constructor() {
        super("figlo:test:Parent", "parent");
    }
}

const setting = async (changes: Partial<DiagnosticsArgs> = {}) => {
    const args = { resourceUri: "vault", workspaceId: "workspace", ...changes };
    const plan = await planned(() => diagnostics("logs", args, new Parent()));
    return plan.one("monitor:DiagnosticSetting");
};

describe("diagnostics", () => {
    it("sends all logs and metrics to the workspace", async () => {
        expect((await setting()).inputs).toEqual(
            expect.objectContaining({
                name: "logs",
                resourceUri: "vault",
                workspaceId: "workspace",
                logs: [{ categoryGroup: "allLogs", enabled: true }],
                metrics: [{ category: "AllMetrics", enabled: true }],
            }),
        );
    });

    it("sends only the categories that are named", async () => {
        expect((await setting({ categories: ["Audit"] })).inputs.logs).toEqual([{ category: "Audit", enabled: true }]);
    });

    it("asks no metrics of a resource that has none", async () => {
        expect((await setting({ metrics: false })).inputs.metrics).toEqual([]);
    });

    it("sends nothing anywhere else", async () => {
        const { inputs } = await setting();
        for (const sink of ["storageAccountId", "eventHubName", "serviceBusRuleId", "marketplacePartnerId"]) {
            expect(inputs).not.toHaveProperty(sink);
        }
    });

    it("is a child of the component that asks for it", async () => {
        expect((await setting()).parent).toContain("figlo:test:Parent::parent");
    });
});
