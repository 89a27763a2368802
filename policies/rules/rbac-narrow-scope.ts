import { ASSIGNMENTS } from "../azure-types";
import { isMark } from "../marks";
import type { ResourceView } from "../model";
import { isWiderThanGroup, parseResourceId } from "../resource-id";
import { stackRule } from "../rule";
import { found, text } from "../show";

/** A whole subscription or more; a resource group is as wide as a right may be. */
export const rbacNarrowScope = stackRule(ASSIGNMENTS, (assignment, report) => {
    // A known scope decides: what it is made from may be far narrower than what it says.
    if (isMark(assignment.inputs.scope) && assignment.dependenciesOf("scope").some(isInGroup)) {
        return;
    }
    const { scope } = assignment.props;
    const id = parseResourceId(text(scope));
    if (id === undefined || isWiderThanGroup(id)) {
        report(found("scope", scope));
    }
});

/** What management groups and subscriptions hold themselves, such as policies and roles, has an id as wide as they are. */
const OUTSIDE_GROUPS = /^azure-native:(authorization|billing|management|policyinsights|security|subscription):/;

const isInGroup = ({ type }: ResourceView): boolean => type.startsWith("azure-native:") && !OUTSIDE_GROUPS.test(type);
