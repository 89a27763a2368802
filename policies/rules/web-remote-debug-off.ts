import { SITES } from "../azure-types";
import { resourceRule } from "../rule";
import { found } from "../show";

export const webRemoteDebugOff = resourceRule(SITES, ({ props }, report) => {
    const enabled = props.siteConfig?.remoteDebuggingEnabled;
    if (enabled !== false) {
        report(found("siteConfig.remoteDebuggingEnabled", enabled));
    }
});
