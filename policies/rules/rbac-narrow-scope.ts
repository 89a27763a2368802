import { isWideAssignment } from "../assignment-scope";
import { ASSIGNMENTS } from "../azure-types";
import { stackRule } from "../rule";
import { found } from "../show";

/** A whole subscription or more; a resource group is as wide as a right may be. */
export const rbacNarrowScope = stackRule(ASSIGNMENTS, (assignment, report) => {
    if (isWideAssignment(assignment)) {
        report(found("scope", assignment.props.scope));
    }
});
