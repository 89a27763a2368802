import { SITES, TRAFFIC_ENDPOINT, TRAFFIC_PROFILE } from "./azure-types";
import type { ResourceView, StackView } from "./model";

/** The sites and slots that a Traffic Manager profile leads to, by endpoints inside it or beside it. */
export function sitesBehind(profile: ResourceView, stack: StackView): readonly ResourceView[] {
    const beside = stack
        .referrers(profile, "profileName", TRAFFIC_ENDPOINT)
        .flatMap((endpoint) => endpoint.references("targetResourceId", ...SITES));
    return [...profile.references("endpoints", ...SITES), ...beside];
}

/** True for a site that visitors are led to. */
export const isBehindProfile = (site: ResourceView, stack: StackView): boolean =>
    stack.ofType(TRAFFIC_PROFILE).some((profile) => sitesBehind(profile, stack).includes(site));
