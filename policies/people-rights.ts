import { ROLE_ASSIGNMENT, USER_IDENTITY } from "./azure-types";
import type { PeopleRight } from "./declared";
import { isGiven } from "./marks";
import type { ResourceView } from "./model";
import { text } from "./show";

/** True for a right of an identity that the stack makes, on its own or with a resource: a part of the platform, not people. */
export const isPlatforms = (assignment: ResourceView): boolean =>
    assignment.type === ROLE_ASSIGNMENT &&
    assignment.props.principalType === "ServicePrincipal" &&
    assignment.dependenciesOf("principalId").some(hasIdentity) &&
    isGiven(assignment.inputs.principalId);

/** True for an identity, and for what gets one of its own, whose principal others may be told of. */
export const hasIdentity = ({ type, props }: ResourceView): boolean =>
    type === USER_IDENTITY || /\bSystemAssigned\b/i.test(text(props.identity?.type));

/** The GUID at the end of a role definition's id. */
export const roleGuid = (roleDefinitionId: unknown): string =>
    text(roleDefinitionId).toLowerCase().split("/").filter(Boolean).pop() ?? "";

/** True where an assignment gives who, what and where a declared right does. Throws where one of them is not known. */
export function gives({ props }: ResourceView, { principalId, role, scope }: PeopleRight): boolean {
    return (
        same(text(props.principalId), principalId) &&
        roleGuid(props.roleDefinitionId) === role.toLowerCase() &&
        same(withoutEnd(text(props.scope)), withoutEnd(scope))
    );
}

/** From the first day until the last is over, where there are such. */
export const isInForce = ({ firstDay, lastDay }: PeopleRight, today: string): boolean =>
    (firstDay === undefined || firstDay <= today) && (lastDay === undefined || today <= lastDay);

/** What a reader knows a scope by. */
export const placeOf = (scope: string): string => withoutEnd(scope).split("/").pop() ?? "";

/** Azure compares ids without case. */
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const withoutEnd = (id: string): string => id.replace(/\/+$/, "");
