import { DATABASE, ELASTIC_POOL } from "../azure-types";
import { isTransient } from "../data-class";
import type { ResourceView } from "../model";
import { stackRule } from "../rule";
import { atLeast, found, text } from "../show";
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
            if (![12, 24].includes(props.diffBackupIntervalInHours) && !isHyperscale(database)) {
                report(`${found("diffBackupIntervalInHours", props.diffBackupIntervalInHours)} ${where}`);
            }
        }
    }
});

/** Azure makes snapshots of one, and takes no heed of the interval of differential backups (Microsoft's page on its backups). */
const isHyperscale = (database: ResourceView): boolean =>
    [database, ...database.references("elasticPoolId", ELASTIC_POOL)].some(saysHyperscale);

const saysHyperscale = ({ props }: ResourceView): boolean =>
    /^hyperscale$/i.test(text(props.sku?.tier)) || /^HS_/i.test(text(props.sku?.name));
