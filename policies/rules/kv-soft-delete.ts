import { VAULT } from "../azure-types";
import { resourceRule } from "../rule";
import { atLeast, found } from "../show";

/** Azure's longest; it cannot be changed later. */
const DAYS = 90;

export const kvSoftDelete = resourceRule([VAULT], ({ props }, report) => {
    const { enableSoftDelete, softDeleteRetentionInDays } = props.properties ?? {};
    if (enableSoftDelete !== true) {
        report(found("properties.enableSoftDelete", enableSoftDelete));
    }
    if (!atLeast(softDeleteRetentionInDays, DAYS)) {
        report(`${found("properties.softDeleteRetentionInDays", softDeleteRetentionInDays)}, less than ${DAYS}`);
    }
});
