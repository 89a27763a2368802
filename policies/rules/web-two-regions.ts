import { TRAFFIC_PROFILE, WEB_APP } from "../azure-types";
import type { PackConfig } from "../config";
import { UndecidedError } from "../marks";
import type { ResourceView, StackView } from "../model";
import { isAllowedRegion, normalRegion } from "../regions";
import { stackRule } from "../rule";
import { servedBy } from "../traffic-relations";

/** A profile must lead to two regions, and sites must have such a profile in front of them; one that is closed has it for its visitors' site. */
export const webTwoRegions = stackRule([TRAFFIC_PROFILE, WEB_APP], (resource, report, { stack, config }) => {
    if (resource.type === TRAFFIC_PROFILE) {
        const { least, most } = reachOf(resource, stack, config);
        if (most < 2) {
            report(`leads to sites in ${most} of at least 2 regions of the European Union`);
        } else if (least < 2) {
            throw new UndecidedError("which of its endpoints is switched off is not known before deployment");
        }
        return;
    }
    const redundant = stack
        .ofType(TRAFFIC_PROFILE)
        .map((each) => reachOf(each, stack, config))
        .filter(({ most }) => most >= 2);
    if (redundant.length === 0) {
        report("no Traffic Manager profile leads to sites in two regions of the European Union");
    } else if (!isClosed(resource) && !redundant.some(({ sites }) => sites.has(resource))) {
        report("is open to visitors, and no Traffic Manager profile leads to it and to another region");
    }
});

const isClosed = ({ props }: ResourceView): boolean => props.publicNetworkAccess === "Disabled";

interface Reach {
    readonly sites: ReadonlySet<ResourceView>;
    /** Of regions, also where any of the sites may be behind an endpoint that is switched off. */
    readonly least: number;
    readonly most: number;
}

/** Kept for each profile, so that not every site reads it anew. */
const reaches = new WeakMap<ResourceView, Reach>();

function reachOf(profile: ResourceView, stack: StackView, config: PackConfig): Reach {
    const made = reaches.get(profile) ?? reach(profile, stack, config);
    reaches.set(profile, made);
    return made;
}

function reach(profile: ResourceView, stack: StackView, config: PackConfig): Reach {
    const { sites, doubtful } = servedBy(profile, stack);
    const apps = sites.filter(({ type }) => type === WEB_APP);
    const regions = apps.map(({ props }) => props.location).filter((region) => isAllowedRegion(region, config));
    const most = new Set(regions.map(normalRegion)).size;
    return { sites: new Set(apps), most, least: most - doubtful };
}
