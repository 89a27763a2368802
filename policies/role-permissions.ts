import { isGiven } from "./marks";
import type { Props } from "./model";
import { list, text } from "./show";

/** Gives roles to whom one likes, unless a condition at the assignment says which. */
export const ROLE_GIVING = "microsoft.authorization/roleassignments/write";

/** True where a role of one's own, of which the permissions are given, may give roles. */
export const givesRoles = (permissions: unknown): boolean =>
    list(permissions).some((permission) =>
        operationsOf(permission?.actions).some((action) => reaches(action, ROLE_GIVING, permission)),
    );

/** A text is no list, and Azure may still take it for one element. */
export const operationsOf = (actions: unknown): readonly unknown[] =>
    Array.isArray(actions) ? actions : isGiven(actions) ? [actions] : [];

export const isEverything = (action: unknown): boolean => /^[*/\s]+$/.test(text(action));

/** True where an action of a permission, perhaps with a star, is or holds an operation in lower case. */
export const reaches = (action: unknown, operation: string, { notActions }: Props): boolean =>
    matches(action, operation) && !operationsOf(notActions).some((each) => matches(each, operation));

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
