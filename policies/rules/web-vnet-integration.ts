import { SERVER, SITES } from "../azure-types";
import type { Props, ResourceView, StackView } from "../model";
import { stackRule } from "../rule";
import { found } from "../show";
import { configurationOf } from "../site-relations";

/** Judged where the stack holds a SQL server: a site that reaches none needs no way to its private endpoints. */
export const webVnetIntegration = stackRule(SITES, (site, report, { stack }) => {
    if (stack.ofType(SERVER).length === 0) {
        return;
    }
    if (!isInNetwork(site, stack)) {
        report("virtualNetworkSubnetId is not set, so that it reaches SQL past the network");
    }
    judgeRouting(site.props, report);
});

/** The subnet stands in the site, or beside it in a resource of its own. */
const isInNetwork = (site: ResourceView, stack: StackView): boolean =>
    site.has("virtualNetworkSubnetId") ||
    configurationOf(site, stack, "WebAppSwiftVirtualNetworkConnection").some((each) => each.has("subnetResourceId"));

/** Azure renamed it: `vnetRouteAllEnabled` became `outboundVnetRouting`, which has the last word where it speaks. */
function judgeRouting(props: Props, report: (message: string) => void): void {
    const { allTraffic, applicationTraffic } = props.outboundVnetRouting ?? {};
    if (allTraffic === true || applicationTraffic === true) {
        return;
    }
    const before = props.siteConfig?.vnetRouteAllEnabled ?? props.vnetRouteAllEnabled;
    if (applicationTraffic !== undefined && applicationTraffic !== null) {
        report(found("outboundVnetRouting.applicationTraffic", applicationTraffic));
    } else if (before !== true) {
        report(found("siteConfig.vnetRouteAllEnabled", before));
    }
}
