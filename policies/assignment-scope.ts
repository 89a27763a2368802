import { RESOURCE_GROUP } from "./azure-types";
import { isMark } from "./marks";
import type { ResourceView } from "./model";
import { isWiderThanGroup, parseResourceId } from "./resource-id";
import { text } from "./show";

/** True for a right on a whole subscription or more, or on nothing that is an id. Throws where its scope is not known. */
export function isWideAssignment(assignment: ResourceView): boolean {
    // A known scope decides: what it is made from may be far narrower than what it says.
    const madeFrom = assignment.dependenciesOf("scope");
    if (isMark(assignment.inputs.scope) && madeFrom.length > 0 && madeFrom.every(isInGroup)) {
        return false;
    }
    const id = parseResourceId(text(assignment.props.scope));
    return id === undefined || isWiderThanGroup(id);
}

/** What management groups and subscriptions hold themselves, such as policies and roles, has an id as wide as they are. */
const OUTSIDE_GROUPS = /^azure-native:(authorization|billing|management|policyinsights|security|subscription):/;

/** Not the group itself: of what is made from its id, the subscription is a part. */
const isInGroup = ({ type }: ResourceView): boolean =>
    type.startsWith("azure-native:") && type !== RESOURCE_GROUP && !OUTSIDE_GROUPS.test(type);
