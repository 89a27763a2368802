import { TRAFFIC_PROFILE } from "../azure-types";
import { isGiven, unguarded } from "../marks";
import { stackRule } from "../rule";
import { found, list, show, text } from "../show";
import { enabledTargets, endpointsBeside } from "../traffic-relations";

/** Endpoints stand in the profile or beside it; both spell their type, `…/azureEndpoints` and `AzureEndpoints`. */
export const tmTwoEndpoints = stackRule([TRAFFIC_PROFILE], (profile, report, { stack }) => {
    const { profileStatus } = profile.props;
    if (!["Enabled", undefined, null].includes(profileStatus)) {
        report(found("profileStatus", profileStatus));
    }
    const inside = list(profile.props.endpoints).map((endpoint) => endpoint ?? {});
    const beside = endpointsBeside(profile, stack).map(({ props }) => props);
    for (const type of [...inside.map((each) => each.type), ...beside.map((each) => each.endpointType)]) {
        if (!/(^|\/)azureEndpoints$/i.test(text(type))) {
            report(`an endpoint has the type ${show(type)}, not one of Azure`);
        }
    }
    if ([...inside, ...beside].some((endpoint) => !isGiven(unguarded(endpoint, "targetResourceId")))) {
        report("an endpoint has no targetResourceId");
    }
    for (const { alwaysServe } of [...inside, ...beside]) {
        if (!["Disabled", undefined, null].includes(alwaysServe)) {
            report(`an endpoint has alwaysServe ${show(alwaysServe)}: it is served while it is ill`);
        }
    }
    const targets = enabledTargets(profile, stack);
    if (targets < 2) {
        report(`has ${targets} enabled endpoints`);
    }
});
