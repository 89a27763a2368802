import { ROLE_ASSIGNMENT } from "../azure-types";
import { resourceRule } from "../rule";
import { found } from "../show";

/** Not set means `User`: the SDK sends it. An eligible right has no such input, and gives people nothing until they ask. */
export const rbacGroupsOnly = resourceRule([ROLE_ASSIGNMENT], ({ props }, report) => {
    if (!["Group", "ServicePrincipal"].includes(props.principalType)) {
        report(found("principalType", props.principalType));
    }
});
