import { SITES, TRAFFIC_ENDPOINT, TRAFFIC_PROFILE } from "./azure-types";
import { holdsMark, isMark, unguarded } from "./marks";
import type { Props, ResourceView, StackView } from "./model";
import { parseResourceId } from "./resource-id";
import { isIdOf } from "./same-resource";
import { list, text } from "./show";

/** The endpoints of a profile that stand beside it. */
export const endpointsBeside = (profile: ResourceView, stack: StackView): readonly ResourceView[] =>
    stack.referrers(profile, "profileName", TRAFFIC_ENDPOINT);

/** The sites and slots that a Traffic Manager profile leads to, by endpoints inside it or beside it. */
const sitesBehind = (profile: ResourceView, stack: StackView): readonly ResourceView[] => [
    ...profile.references("endpoints", ...SITES),
    ...endpointsBeside(profile, stack).flatMap(sitesOf),
];

const sitesOf = (endpoint: ResourceView): readonly ResourceView[] => endpoint.references("targetResourceId", ...SITES);

/** What a profile sends visitors to. */
export interface Served {
    readonly sites: readonly ResourceView[];
    /** How many of the sites may be behind endpoints that are switched off: which, is not known before deployment. */
    readonly doubtful: number;
}

/** The sites behind the endpoints of a profile that are not switched off. */
export function servedBy(profile: ResourceView, stack: StackView): Served {
    const inside = profile.references("endpoints", ...SITES);
    const endpoints = list(profile.props.endpoints);
    const off = endpoints.filter((each) => isOff(each?.endpointStatus)).length;
    const isKnown = !holdsMark(profile.inputs.endpoints);
    const on = endpoints.filter((each) => !isOff(each?.endpointStatus));
    const beside = endpointsBeside(profile, stack).filter(({ props }) => !isOff(props.endpointStatus));
    return {
        sites: [
            ...(isKnown ? inside.filter((site) => on.some((endpoint) => leadsTo(endpoint, site))) : inside),
            ...beside.flatMap(sitesOf),
        ],
        doubtful: isKnown ? 0 : off,
    };
}

const isOff = (status: unknown): boolean => ![undefined, null, "Enabled"].includes(status as string | undefined | null);

function leadsTo(endpoint: Props | null, site: ResourceView): boolean {
    const id = parseResourceId(text(endpoint?.targetResourceId));
    return id !== undefined && isIdOf(id, site) !== false;
}

/** What endpoints that are enabled lead to: two that lead to one site are one. Where it is not known, each counts. */
export function enabledTargets(profile: ResourceView, stack: StackView): number {
    const inside = list(profile.props.endpoints).filter((each) => each?.endpointStatus === "Enabled");
    const targets = inside.map((endpoint) => unguarded(endpoint, "targetResourceId"));
    const unknown = targets.filter((target) => typeof target !== "string" || isMark(target)).length;
    const made = profile.dependencyUrns("endpoints").length;
    const beside = endpointsBeside(profile, stack)
        .filter(({ props }) => props.endpointStatus === "Enabled")
        .map(targetOf);
    const told = [...targets.map(text).filter((target) => target !== "" && !isMark(target)), ...beside];
    return new Set(told.map((each) => each.toLowerCase())).size + (made > 0 ? Math.min(unknown, made) : unknown);
}

function targetOf(endpoint: ResourceView): string {
    const { targetResourceId } = endpoint.inputs;
    const isKnown = typeof targetResourceId === "string" && !isMark(targetResourceId);
    return isKnown ? targetResourceId : endpoint.dependencyUrns("targetResourceId").join(" ") || endpoint.urn;
}

/** Kept for each stack, so that not every site reads every profile. */
const indexes = new WeakMap<StackView, ReadonlySet<ResourceView>>();

/** True for a site that visitors are led to. */
export function isBehindProfile(site: ResourceView, stack: StackView): boolean {
    const led =
        indexes.get(stack) ?? new Set(stack.ofType(TRAFFIC_PROFILE).flatMap((each) => sitesBehind(each, stack)));
    indexes.set(stack, led);
    return led.has(site);
}
