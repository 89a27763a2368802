import { SITES } from "../azure-types";
import { resourceRule } from "../rule";
import { found } from "../show";

export const webMinTls12 = resourceRule(SITES, ({ props }, report) => {
    const version = props.siteConfig?.minTlsVersion;
    if (!["1.2", "1.3"].includes(version)) {
        report(found("siteConfig.minTlsVersion", version));
    }
});
