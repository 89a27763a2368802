import { TRAFFIC_PROFILE, WEB_APP } from "../azure-types";
import type { PackConfig } from "../config";
import type { ResourceView, StackView } from "../model";
import { isAllowedRegion, normalRegion } from "../regions";
import { stackRule } from "../rule";
import { sitesBehind } from "../traffic-relations";

/** A profile must lead to two regions, and sites must have such a profile in front of them. */
export const webTwoRegions = stackRule([TRAFFIC_PROFILE, WEB_APP], (resource, report, { stack, config }) => {
    if (resource.type === TRAFFIC_PROFILE) {
        const regions = regionsBehind(resource, stack, config);
        if (regions < 2) {
            report(`leads to sites in ${regions} of at least 2 regions of the European Union`);
        }
    } else if (!stack.ofType(TRAFFIC_PROFILE).some((profile) => regionsBehind(profile, stack, config) >= 2)) {
        report("no Traffic Manager profile leads to sites in two regions of the European Union");
    }
});

function regionsBehind(profile: ResourceView, stack: StackView, config: PackConfig): number {
    const sites = sitesBehind(profile, stack).filter(({ type }) => type === WEB_APP);
    const regions = sites.map(({ props }) => props.location).filter((region) => isAllowedRegion(region, config));
    return new Set(regions.map(normalRegion)).size;
}
