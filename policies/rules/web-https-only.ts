import { SITES } from "../azure-types";
import { resourceRule } from "../rule";
import { found } from "../show";

export const webHttpsOnly = resourceRule(SITES, ({ props }, report) => {
    if (props.httpsOnly !== true) {
        report(found("httpsOnly", props.httpsOnly));
    }
});
