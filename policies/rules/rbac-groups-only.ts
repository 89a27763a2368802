import { resourceRule } from "../rule";
import { found } from "../show";

/** Not set means `User`: the SDK sends it. */
export const rbacGroupsOnly = resourceRule(["azure-native:authorization:RoleAssignment"], ({ props }, report) => {
    if (!["Group", "ServicePrincipal"].includes(props.principalType)) {
        report(found("principalType", props.principalType));
    }
});
