import { APP_SERVICE_PLAN } from "../azure-types";
import { resourceRule } from "../rule";
import { found } from "../show";

export const webPlanZoneRedundant = resourceRule([APP_SERVICE_PLAN], ({ props }, report) => {
    if (props.zoneRedundant !== true) {
        report(found("zoneRedundant", props.zoneRedundant));
    }
});
