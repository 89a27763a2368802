import { TRAFFIC_PROFILE } from "../azure-types";
import { resourceRule } from "../rule";
import { found, text } from "../show";

export const tmMonitorHttps = resourceRule([TRAFFIC_PROFILE], ({ props }, report) => {
    const protocol = props.monitorConfig?.protocol;
    if (text(protocol).toUpperCase() !== "HTTPS") {
        report(found("monitorConfig.protocol", protocol));
    }
});
