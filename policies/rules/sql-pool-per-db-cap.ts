import { ELASTIC_POOL } from "../azure-types";
import { resourceRule } from "../rule";
import { found } from "../show";

/** Both are in vCores, or both in DTUs. */
export const sqlPoolPerDbCap = resourceRule([ELASTIC_POOL], ({ props }, report) => {
    const whole = props.sku?.capacity;
    const most = props.perDatabaseSettings?.maxCapacity;
    if (typeof whole !== "number") {
        report(found("sku.capacity", whole));
    } else if (typeof most !== "number" || most >= whole) {
        report(`${found("perDatabaseSettings.maxCapacity", most)}, and the pool has ${whole}`);
    }
});
