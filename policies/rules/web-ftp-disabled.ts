import { SITES } from "../azure-types";
import { resourceRule } from "../rule";
import { found } from "../show";

/** `FtpsOnly` is encrypted, but still a way to change the application past the pipeline: not in productie. */
export const webFtpDisabled = resourceRule(SITES, ({ props }, report, { config }) => {
    const state = props.siteConfig?.ftpsState;
    const allowed = config.environment === "productie" ? ["Disabled"] : ["Disabled", "FtpsOnly"];
    if (!allowed.includes(state)) {
        report(found("siteConfig.ftpsState", state));
    }
});
