import { DIAGNOSTIC_SETTING, VAULT } from "../azure-types";
import { sendsLogs } from "../diagnostic-relations";
import { stackRule } from "../rule";

export const kvAuditLogs = stackRule([VAULT], (vault, report, { stack }) => {
    const settings = stack.referrers(vault, "resourceUri", DIAGNOSTIC_SETTING);
    if (!settings.some((setting) => sendsLogs(setting, "AuditEvent"))) {
        report("no diagnostic setting of it sends AuditEvent to a workspace");
    }
});
