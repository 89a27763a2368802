import { SITES } from "../azure-types";
import { resourceRule } from "../rule";
import { found, show, text } from "../show";

/** A whole origin over HTTPS: a star anywhere stands for other people's sites too, and `null` for any file. */
const ORIGIN = /^https:\/\/[^*\s/?#@]+\/?$/i;

/** An empty list says that no other site's pages may ask; nothing at all does not say it. */
export const webCorsNoStar = resourceRule(SITES, ({ props }, report) => {
    const origins = props.siteConfig?.cors?.allowedOrigins;
    if (!Array.isArray(origins)) {
        report(found("siteConfig.cors.allowedOrigins", origins));
        return;
    }
    for (const origin of origins.filter((each) => !ORIGIN.test(text(each)))) {
        report(`siteConfig.cors.allowedOrigins holds ${show(origin)}`);
    }
});
