import { APP_SERVICE_PLAN } from "../azure-types";
import { resourceRule } from "../rule";
import { found, text } from "../show";

/** Standard, Premium of any version, also for functions and workflows, and isolated workers. Free, shared, basic and consumption have no promise of being there. */
const SIZES = /^(S[1-3]|P[0-5]m?v[234]|P[1-3]|(EP|WS)[1-3]|I\d+m?(v\d)?)$/i;
const TIERS = /^(Standard|ElasticPremium|WorkflowStandard|Premium[0M]?(V[234])?|IsolatedM?(V\d)?)$/i;

export const webPlanMinSku = resourceRule([APP_SERVICE_PLAN], ({ props }, report) => {
    const { name, tier } = props.sku ?? {};
    if (!SIZES.test(text(name))) {
        report(found("sku.name", name));
    }
    if (tier !== undefined && tier !== null && !TIERS.test(text(tier))) {
        report(found("sku.tier", tier));
    }
});
