import { STORAGE_ACCOUNT } from "../azure-types";
import { resourceRule } from "../rule";
import { found } from "../show";

/** ARM's name is `supportsHttpsTrafficOnly`. */
export const stHttpsOnly = resourceRule([STORAGE_ACCOUNT], ({ props }, report) => {
    if (props.enableHttpsTrafficOnly !== true) {
        report(found("enableHttpsTrafficOnly", props.enableHttpsTrafficOnly));
    }
});
