import { STORAGE_ACCOUNT } from "../azure-types";
import { resourceRule } from "../rule";
import { found } from "../show";

/** ARM's name of `networkRuleSet` is `networkAcls`. */
export const stFirewall = resourceRule([STORAGE_ACCOUNT], ({ props }, report) => {
    if (props.publicNetworkAccess !== "Disabled") {
        report(found("publicNetworkAccess", props.publicNetworkAccess));
    }
    if (props.networkRuleSet?.defaultAction !== "Deny") {
        report(found("networkRuleSet.defaultAction", props.networkRuleSet?.defaultAction));
    }
});
