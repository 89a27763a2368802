import { SITES } from "../azure-types";
import { stackRule } from "../rule";
import { found } from "../show";
import { configurationOf } from "../site-relations";

/** Azure's default allows both, and removing these resources from a program allows both again. */
const WAYS = { FTP: "WebAppFtpAllowed", SCM: "WebAppScmAllowed" } as const;

export const webBasicAuthOff = stackRule(SITES, (site, report, { stack }) => {
    for (const [way, className] of Object.entries(WAYS)) {
        const policies = configurationOf(site, stack, className);
        if (policies.length === 0) {
            report(`publishing by ${way} with a password is not switched off`);
        }
        for (const { props } of policies.filter((policy) => policy.props.allow !== false)) {
            report(found(`allow of its ${way} publishing`, props.allow));
        }
    }
});
