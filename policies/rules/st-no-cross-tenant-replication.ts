import { BACKUP_INSTANCE, STORAGE_ACCOUNT } from "../azure-types";
import { stackRule } from "../rule";
import { found } from "../show";

/** Azure Backup copies blobs to an account of its own in another directory, and refuses an account that does not allow it. */
export const stNoCrossTenantReplication = stackRule([STORAGE_ACCOUNT], (account, report, { stack }) => {
    const allowed = account.props.allowCrossTenantReplication;
    const isBackedUp = () => stack.referrers(account, "properties", BACKUP_INSTANCE).length > 0;
    if (allowed !== false && !(allowed === true && isBackedUp())) {
        report(found("allowCrossTenantReplication", allowed));
    }
});
