import { SITES } from "../azure-types";
import { resourceRule } from "../rule";
import { found } from "../show";

/** `FtpsOnly` is encrypted, but still a way to change the application past the pipeline. */
export const webFtpDisabled = resourceRule(SITES, ({ props }, report) => {
    const state = props.siteConfig?.ftpsState;
    if (state !== "Disabled") {
        report(found("siteConfig.ftpsState", state));
    }
});
