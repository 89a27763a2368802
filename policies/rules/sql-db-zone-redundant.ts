import { DATABASE, ELASTIC_POOL } from "../azure-types";
import { isTransient } from "../data-class";
import { resourceRule } from "../rule";
import { found } from "../show";

/** A database in a pool takes its zones from the pool. */
export const sqlDbZoneRedundant = resourceRule([DATABASE, ELASTIC_POOL], (resource, report) => {
    const { zoneRedundant } = resource.props;
    const inherits = resource.has("elasticPoolId") && !resource.has("zoneRedundant");
    if (zoneRedundant !== true && !inherits && !isTransient(resource)) {
        report(found("zoneRedundant", zoneRedundant));
    }
});
