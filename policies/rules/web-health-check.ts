import { SITES } from "../azure-types";
import { resourceRule } from "../rule";
import { found, text } from "../show";

/** The front page alone is no health check: it also answers while what is behind it does not. */
export const webHealthCheck = resourceRule(SITES, ({ props }, report) => {
    const path = props.siteConfig?.healthCheckPath;
    if (!/^\/+[^/\s?#]/.test(text(path))) {
        report(found("siteConfig.healthCheckPath", path));
    }
});
