import { VAULT } from "../azure-types";
import { resourceRule } from "../rule";
import { found } from "../show";

export const kvPurgeProtection = resourceRule([VAULT], ({ props }, report) => {
    const protection = props.properties?.enablePurgeProtection;
    if (protection !== true) {
        report(found("properties.enablePurgeProtection", protection));
    }
});
