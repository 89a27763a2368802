import { VAULT } from "../azure-types";
import { resourceRule } from "../rule";
import { found } from "../show";

export const kvFirewall = resourceRule([VAULT], ({ props }, report) => {
    const { publicNetworkAccess, networkAcls } = props.properties ?? {};
    if (publicNetworkAccess !== "Disabled") {
        report(found("properties.publicNetworkAccess", publicNetworkAccess));
    }
    if (networkAcls?.defaultAction !== "Deny") {
        report(found("properties.networkAcls.defaultAction", networkAcls?.defaultAction));
    }
});
