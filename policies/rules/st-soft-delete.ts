import { STORAGE_ACCOUNT } from "../azure-types";
import { stackRule } from "../rule";
import { atLeast, found } from "../show";

/** A week, so that what is deleted on a Friday is missed before it is gone. */
const LEAST_DAYS = 7;

/** The blob service always exists in Azure: without a resource of its own it keeps nothing that is deleted. */
export const stSoftDelete = stackRule([STORAGE_ACCOUNT], (account, report, { stack }) => {
    const services = stack.referrers(account, "accountName", "azure-native:storage:BlobServiceProperties");
    if (services.length === 0) {
        report("keeps nothing that is deleted: it has no blob service properties");
    }
    for (const { props } of services) {
        const wanted = {
            "deleteRetentionPolicy.enabled": props.deleteRetentionPolicy?.enabled,
            "containerDeleteRetentionPolicy.enabled": props.containerDeleteRetentionPolicy?.enabled,
            isVersioningEnabled: props.isVersioningEnabled,
        };
        for (const [property, value] of Object.entries(wanted).filter(([, each]) => each !== true)) {
            report(found(property, value));
        }
        const kept = {
            "deleteRetentionPolicy.days": props.deleteRetentionPolicy?.days,
            "containerDeleteRetentionPolicy.days": props.containerDeleteRetentionPolicy?.days,
        };
        for (const [property, days] of Object.entries(kept).filter(([, each]) => !atLeast(each, LEAST_DAYS))) {
            report(`${found(property, days)}, less than ${LEAST_DAYS}`);
        }
    }
});
