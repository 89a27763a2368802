import { ASSIGNMENTS, RESOURCE_GROUP } from "../azure-types";
import { isMark } from "../marks";
import type { ResourceView } from "../model";
import { isWiderThanGroup, parseResourceId } from "../resource-id";
import { stackRule } from "../rule";
import { found, text } from "../show";

/** A whole subscription or more; a resource group is as wide as a right may be. */
export const rbacNarrowScope = stackRule(ASSIGNMENTS, (assignment, report) => {
    // A known scope decides: what it is made from may be far narrower than what it says.
    const madeFrom = assignment.dependenciesOf("scope");
    if (isMark(assignment.inputs.scope) && madeFrom.length > 0 && madeFrom.every(isInGroup)) {
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

/** Not the group itself: of what is made from its id, the subscription is a part. */
const isInGroup = ({ type }: ResourceView): boolean =>
    type.startsWith("azure-native:") && type !== RESOURCE_GROUP && !OUTSIDE_GROUPS.test(type);
