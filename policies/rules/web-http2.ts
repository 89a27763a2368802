import { SITES } from "../azure-types";
import { resourceRule } from "../rule";
import { found } from "../show";

export const webHttp2 = resourceRule(SITES, ({ props }, report) => {
    const enabled = props.siteConfig?.http20Enabled;
    if (enabled !== true) {
        report(found("siteConfig.http20Enabled", enabled));
    }
});
