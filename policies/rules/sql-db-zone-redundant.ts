import { DATABASE, ELASTIC_POOL } from "../azure-types";
import { isTransient } from "../data-class";
import { UndecidedError } from "../marks";
import { stackRule } from "../rule";
import { found } from "../show";

/** A database in a pool takes its zones from the pool. */
export const sqlDbZoneRedundant = stackRule([DATABASE, ELASTIC_POOL], (resource, report) => {
    const { zoneRedundant } = resource.props;
    const inherits = resource.has("elasticPoolId") && !resource.has("zoneRedundant");
    if (zoneRedundant === true || isTransient(resource)) {
        return;
    }
    if (!inherits) {
        report(found("zoneRedundant", zoneRedundant));
    } else if (resource.references("elasticPoolId", ELASTIC_POOL).length === 0) {
        throw new UndecidedError("whether its pool is zone-redundant is not in the plan");
    }
});
