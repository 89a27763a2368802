import { TRAFFIC_ENDPOINT, TRAFFIC_PROFILE } from "../azure-types";
import { stackRule } from "../rule";
import { list, show, text } from "../show";

/** Endpoints stand in the profile or beside it; both spell their type, `…/azureEndpoints` and `AzureEndpoints`. */
export const tmTwoEndpoints = stackRule([TRAFFIC_PROFILE], (profile, report, { stack }) => {
    const inline = list(profile.props.endpoints).map((endpoint) => ({
        type: endpoint?.type,
        status: endpoint?.endpointStatus,
        always: endpoint?.alwaysServe,
    }));
    const beside = stack.referrers(profile, "profileName", TRAFFIC_ENDPOINT).map(({ props }) => ({
        type: props.endpointType,
        status: props.endpointStatus,
        always: props.alwaysServe,
    }));
    const endpoints = [...inline, ...beside];
    for (const { type } of endpoints.filter((endpoint) => !/(^|\/)azureEndpoints$/i.test(text(endpoint.type)))) {
        report(`an endpoint has the type ${show(type)}, not one of Azure`);
    }
    for (const { always } of endpoints.filter((endpoint) => !["Disabled", undefined, null].includes(endpoint.always))) {
        report(`an endpoint has alwaysServe ${show(always)}: it is served while it is ill`);
    }
    const enabled = endpoints.filter(({ status }) => status === "Enabled").length;
    if (enabled < 2) {
        report(`has ${enabled} enabled endpoints`);
    }
});
