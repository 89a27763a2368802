import { isWideBlock } from "../address-block";
import { tooMuchTogether } from "../address-sums";
import { VAULT } from "../azure-types";
import { resourceRule } from "../rule";
import { found, list, show, text } from "../show";

export const kvFirewall = resourceRule([VAULT], ({ props }, report, { config }) => {
    const { publicNetworkAccess, networkAcls } = props.properties ?? {};
    if (publicNetworkAccess !== "Disabled") {
        report(found("properties.publicNetworkAccess", publicNetworkAccess));
    }
    if (networkAcls?.defaultAction !== "Deny") {
        report(found("properties.networkAcls.defaultAction", networkAcls?.defaultAction));
    }
    // They wait for the day that somebody opens public access.
    for (const { value } of list(networkAcls?.ipRules).filter((rule) => isWideBlock(text(rule?.value), config))) {
        report(`properties.networkAcls.ipRules lets in ${show(value)}`);
    }
    const together = tooMuchTogether(
        list(networkAcls?.ipRules).map((rule) => text(rule?.value)),
        config,
    );
    if (together) {
        report(`properties.networkAcls.ipRules ${together}`);
    }
});
