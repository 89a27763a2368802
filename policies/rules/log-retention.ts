import { WORKSPACE } from "../azure-types";
import { resourceRule } from "../rule";
import { atLeast, found } from "../show";

const TABLE = "azure-native:operationalinsights:Table";

/** A table keeps what its workspace does, unless it says otherwise; `-1` is how Azure writes that. */
export const logRetention = resourceRule([WORKSPACE, TABLE], ({ type, props }, report, { config }) => {
    const days = type === TABLE ? (props.totalRetentionInDays ?? props.retentionInDays) : props.retentionInDays;
    const inherits = type === TABLE && [undefined, null, -1].includes(days);
    if (!inherits && !atLeast(days, config.logRetentionDays)) {
        report(`${found("retentionInDays", days)}, less than ${config.logRetentionDays}`);
    }
});
