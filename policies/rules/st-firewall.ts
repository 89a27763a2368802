import { isWideBlock } from "../address-block";
import { tooMuchTogether } from "../address-sums";
import { STORAGE_ACCOUNT } from "../azure-types";
import { resourceRule } from "../rule";
import { found, list, show, text } from "../show";

/** ARM's name of `networkRuleSet` is `networkAcls`. */
export const stFirewall = resourceRule([STORAGE_ACCOUNT], ({ props }, report, { config }) => {
    if (props.publicNetworkAccess !== "Disabled") {
        report(found("publicNetworkAccess", props.publicNetworkAccess));
    }
    if (props.networkRuleSet?.defaultAction !== "Deny") {
        report(found("networkRuleSet.defaultAction", props.networkRuleSet?.defaultAction));
    }
    // They wait for the day that somebody opens public access.
    for (const { iPAddressOrRange } of list(props.networkRuleSet?.ipRules).filter((rule) =>
        isWideBlock(text(rule?.iPAddressOrRange), config),
    )) {
        report(`networkRuleSet.ipRules lets in ${show(iPAddressOrRange)}`);
    }
    const ranges = list(props.networkRuleSet?.ipRules).map((rule) => text(rule?.iPAddressOrRange));
    const together = tooMuchTogether(ranges, config);
    if (together) {
        report(`networkRuleSet.ipRules ${together}`);
    }
});
