import { STORAGE_ACCOUNT } from "../azure-types";
import { resourceRule } from "../rule";
import { found } from "../show";

export const stNoSharedKey = resourceRule([STORAGE_ACCOUNT], ({ props }, report) => {
    if (props.allowSharedKeyAccess !== false) {
        report(found("allowSharedKeyAccess", props.allowSharedKeyAccess));
    }
    // Users of SFTP with a password of their own; without SFTP they do nothing, so only their presence counts.
    if (props.isLocalUserEnabled === true) {
        report("isLocalUserEnabled is true");
    }
});
