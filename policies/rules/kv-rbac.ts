import { VAULT } from "../azure-types";
import { resourceRule } from "../rule";
import { found, list } from "../show";

const ACCESS_POLICY = "azure-native:keyvault:AccessPolicy";

export const kvRbac = resourceRule([VAULT, ACCESS_POLICY], ({ type, props }, report) => {
    if (type === ACCESS_POLICY) {
        report("is an access policy beside role assignments");
        return;
    }
    if (props.properties?.enableRbacAuthorization !== true) {
        report(found("properties.enableRbacAuthorization", props.properties?.enableRbacAuthorization));
    }
    const policies = list(props.properties?.accessPolicies).length;
    if (policies > 0) {
        report(`properties.accessPolicies holds ${policies}`);
    }
});
