import { WORKSPACE } from "../azure-types";
import { resourceRule } from "../rule";
import { atLeast, found } from "../show";

export const logRetention = resourceRule([WORKSPACE], ({ props }, report, { config }) => {
    if (!atLeast(props.retentionInDays, config.logRetentionDays)) {
        report(`${found("retentionInDays", props.retentionInDays)}, less than ${config.logRetentionDays}`);
    }
});
