import { DATABASE } from "../azure-types";
import { isTransient } from "../data-class";
import { stackRule } from "../rule";
import { atLeast, found } from "../show";
import { isReplica, policiesByServer } from "../sql-relations";

const POLICY = "azure-native:sql:BackupShortTermRetentionPolicy";

export const sqlDbStrRetention = stackRule([DATABASE], (database, report, { stack, config }) => {
    if (isTransient(database) || isReplica(database)) {
        return;
    }
    for (const { where, policies } of policiesByServer(database, POLICY, stack)) {
        if (policies.length === 0) {
            report(`has no short-term retention policy ${where}`);
        }
        for (const { props } of policies) {
            if (!atLeast(props.retentionDays, config.pointInTimeDays)) {
                report(`${found("retentionDays", props.retentionDays)} ${where}, less than ${config.pointInTimeDays}`);
            }
            if (![12, 24].includes(props.diffBackupIntervalInHours)) {
                report(`${found("diffBackupIntervalInHours", props.diffBackupIntervalInHours)} ${where}`);
            }
        }
    }
});
