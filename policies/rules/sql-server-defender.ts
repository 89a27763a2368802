import { DATABASE_ALERT_POLICY, SERVER, SERVER_ALERT_POLICY } from "../azure-types";
import { isGiven } from "../marks";
import type { Props } from "../model";
import { type Report, stackRule } from "../rule";
import { found, show } from "../show";

/** A policy of a database takes the place of its server's there. */
export const sqlServerDefender = stackRule([SERVER, DATABASE_ALERT_POLICY], (resource, report, { stack }) => {
    if (resource.type === DATABASE_ALERT_POLICY) {
        judgePolicy(resource.props, "", report);
        return;
    }
    const policies = stack.referrers(resource, "serverName", SERVER_ALERT_POLICY);
    if (policies.length === 0) {
        report("has no security alert policy");
    }
    for (const { props } of policies) {
        judgePolicy(props, " of its security alert policy", report);
    }
});

function judgePolicy({ state, disabledAlerts }: Props, where: string, report: Report): void {
    if (state !== "Enabled") {
        report(found(`state${where}`, state));
    }
    const silenced = [disabledAlerts].flat().filter(isGiven);
    if (silenced.length > 0) {
        report(`disabledAlerts${where} silences ${silenced.map(show).join(", ")}`);
    }
}
