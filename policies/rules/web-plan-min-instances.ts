import { APP_SERVICE_PLAN } from "../azure-types";
import { resourceRule } from "../rule";
import { atLeast, found } from "../show";

export const webPlanMinInstances = resourceRule([APP_SERVICE_PLAN], ({ props }, report) => {
    if (!atLeast(props.sku?.capacity, 2)) {
        report(found("sku.capacity", props.sku?.capacity));
    }
});
