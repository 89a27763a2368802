import { VAULT } from "../azure-types";
import { resourceRule } from "../rule";
import { atLeast, found } from "../show";

/** Azure's longest and its shortest; it cannot be changed later. */
const IN_PRODUCTIE = 90;
const ELSEWHERE = 7;

export const kvSoftDelete = resourceRule([VAULT], ({ props }, report, { config }) => {
    const least = config.environment === "productie" ? IN_PRODUCTIE : ELSEWHERE;
    const { enableSoftDelete, softDeleteRetentionInDays } = props.properties ?? {};
    if (enableSoftDelete !== true) {
        report(found("properties.enableSoftDelete", enableSoftDelete));
    }
    if (!atLeast(softDeleteRetentionInDays, least)) {
        report(`${found("properties.softDeleteRetentionInDays", softDeleteRetentionInDays)}, less than ${least}`);
    }
});
