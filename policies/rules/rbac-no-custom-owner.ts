import type { Props } from "../model";
import { isEverything, operationsOf, ROLE_GIVING, reaches } from "../role-permissions";
import { resourceRule } from "../rule";
import { found, list, show, text } from "../show";

/** Who may do one of these makes an owner of himself, and no condition is known to keep him from it. */
const MAKES_OWNER = [
    "microsoft.authorization/elevateaccess/action",
    "microsoft.authorization/roleassignmentschedulerequests/write",
    "microsoft.authorization/roledefinitions/write",
    "microsoft.authorization/roleeligibilityschedulerequests/write",
];

/**
 * A role of one's own names what it may do. A star for everything is refused, and what makes an owner, by name or by a star. The
 * giving of roles may be named: a condition at the assignment says which.
 */
export const rbacNoCustomOwner = resourceRule(["azure-native:authorization:RoleDefinition"], ({ props }, report) => {
    const { permissions } = props;
    if (!Array.isArray(permissions)) {
        report(found("permissions", permissions));
    }
    for (const permission of list(permissions)) {
        for (const action of operationsOf(permission?.actions).filter((each) => isOwners(each, permission))) {
            report(`permissions.actions holds ${show(action)}`);
        }
        for (const action of operationsOf(permission?.dataActions).filter(isOfAnyProvider)) {
            report(`permissions.dataActions holds ${show(action)}`);
        }
    }
});

const isOwners = (action: unknown, permission: Props): boolean =>
    isEverything(action) ||
    MAKES_OWNER.some((each) => reaches(action, each, permission)) ||
    (text(action).includes("*") && reaches(action, ROLE_GIVING, permission));

/** Whose data it is stands before the first slash: `Microsoft.*` is everybody's. */
const isOfAnyProvider = (action: unknown): boolean => (text(action).trim().split("/")[0] ?? "").includes("*");
