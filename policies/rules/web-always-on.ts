import { SITES } from "../azure-types";
import { resourceRule } from "../rule";
import { found } from "../show";

export const webAlwaysOn = resourceRule(SITES, ({ props }, report) => {
    const alwaysOn = props.siteConfig?.alwaysOn;
    if (alwaysOn !== true) {
        report(found("siteConfig.alwaysOn", alwaysOn));
    }
});
