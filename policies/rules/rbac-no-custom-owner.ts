import { isGiven } from "../marks";
import type { Props } from "../model";
import { resourceRule } from "../rule";
import { found, list, show, text } from "../show";

/** Who may do one of these makes an owner of himself, and no condition can keep him from it. */
const MAKES_OWNER = ["microsoft.authorization/elevateaccess/action", "microsoft.authorization/roledefinitions/write"];

/** A condition at the assignment can say which roles may be given: named by itself, it is no owner's. */
const GIVES_RIGHTS = "microsoft.authorization/roleassignments/write";

/** A role of one's own names what it may do. A star for everything is refused, and what makes an owner, by name or by a star. */
export const rbacNoCustomOwner = resourceRule(["azure-native:authorization:RoleDefinition"], ({ props }, report) => {
    const { permissions } = props;
    if (!Array.isArray(permissions)) {
        report(found("permissions", permissions));
    }
    for (const permission of list(permissions)) {
        for (const action of valuesOf(permission?.actions).filter((each) => isOwners(each, permission))) {
            report(`permissions.actions holds ${show(action)}`);
        }
        for (const action of valuesOf(permission?.dataActions).filter(isEverything)) {
            report(`permissions.dataActions holds ${show(action)}`);
        }
    }
});

/** A text is no list, and Azure may still take it for one element. */
const valuesOf = (actions: unknown): readonly unknown[] =>
    Array.isArray(actions) ? actions : isGiven(actions) ? [actions] : [];

const isEverything = (action: unknown): boolean => /^[*/\s]+$/.test(text(action));

const isOwners = (action: unknown, permission: Props): boolean =>
    isEverything(action) ||
    MAKES_OWNER.some((each) => reaches(action, each, permission)) ||
    (text(action).includes("*") && reaches(action, GIVES_RIGHTS, permission));

const reaches = (action: unknown, operation: string, { notActions }: Props): boolean =>
    matches(action, operation) && !valuesOf(notActions).some((each) => matches(each, operation));

/** Azure's star stands for any text, slashes included, and it compares without case. */
function matches(pattern: unknown, operation: string): boolean {
    const parts = text(pattern).trim().toLowerCase().split("*");
    const [start = "", ...rest] = parts;
    const end = rest.pop();
    if (end === undefined) {
        return start === operation;
    }
    let at = start.length;
    for (const part of rest) {
        const next = operation.indexOf(part, at);
        if (next < 0) {
            return false;
        }
        at = next + part.length;
    }
    return operation.startsWith(start) && operation.endsWith(end) && operation.length - end.length >= at;
}
