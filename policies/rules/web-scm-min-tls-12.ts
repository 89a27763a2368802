import { SITES } from "../azure-types";
import { resourceRule } from "../rule";
import { found } from "../show";

export const webScmMinTls12 = resourceRule(SITES, ({ props }, report) => {
    const version = props.siteConfig?.scmMinTlsVersion;
    if (!["1.2", "1.3"].includes(version)) {
        report(found("siteConfig.scmMinTlsVersion", version));
    }
});
