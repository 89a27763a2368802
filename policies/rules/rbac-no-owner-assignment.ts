import { isWideAssignment } from "../assignment-scope";
import { ASSIGNMENTS } from "../azure-types";
import { GUID } from "../guid";
import { isGiven, isMark } from "../marks";
import type { ResourceView } from "../model";
import { rolesLeftBy } from "../role-condition";
import { givesRoles } from "../role-permissions";
import { stackRule } from "../rule";
import { found, text } from "../show";

/** Built-in roles that give rights, themselves included. Source: Microsoft, "Azure built-in roles". */
const GIVES_RIGHTS: ReadonlyMap<string, string> = new Map([
    ["18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", "User Access Administrator"],
    ["8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "Owner"],
    ["f58310d9-a9f6-439a-9e8d-f62e7b41a168", "Role Based Access Control Administrator"],
]);
const OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
const CONTRIBUTOR = "b24988ac-6180-42a0-ab88-20f7382dd24c";

const ROLE_DEFINITION = "azure-native:authorization:RoleDefinition";

/**
 * Who gives rights has all of them, however narrow the scope: refused on anything, also for the asking. The exception is an identity
 * of the platform that may give the roles which a condition names, and no other. A contributor is refused on a subscription or more.
 */
export const rbacNoOwnerAssignment = stackRule(ASSIGNMENTS, (assignment, report) => {
    const { inputs, props } = assignment;
    // What a role of the plan may do besides is judged at the role itself.
    const own = assignment.references("roleDefinitionId", ROLE_DEFINITION);
    if (own.some(({ props: role }) => givesRoles(role.permissions)) && !isConstrained(assignment)) {
        report(`gives a role of one's own that gives roles${ofCondition(assignment)}`);
    }
    if (isMark(inputs.roleDefinitionId) && own.length > 0) {
        return;
    }
    const { roleDefinitionId } = props;
    const role = text(roleDefinitionId).toLowerCase().split("/").filter(Boolean).pop() ?? "";
    const name = GIVES_RIGHTS.get(role);
    if (!GUID.test(role)) {
        report(`${found("roleDefinitionId", roleDefinitionId)}, not the id of a role`);
    } else if (role === OWNER) {
        report(`gives the role ${name}`);
    } else if (name !== undefined && !isConstrained(assignment)) {
        report(`gives the role ${name}${ofCondition(assignment)}`);
    } else if (role === CONTRIBUTOR && isWideAssignment(assignment)) {
        report(`gives the role Contributor, and ${found("scope", props.scope)}`);
    }
});

/** What may not be given by itself may not be given to be passed on either. */
function isConstrained(assignment: ResourceView): boolean {
    const { principalType, condition, conditionVersion } = assignment.props;
    const roles = rolesLeftBy(condition);
    return (
        principalType === "ServicePrincipal" &&
        conditionVersion === "2.0" &&
        roles !== undefined &&
        !roles.some((role) => GIVES_RIGHTS.has(role)) &&
        !(roles.includes(CONTRIBUTOR) && isWideAssignment(assignment))
    );
}

function ofCondition({ props: { condition } }: ResourceView): string {
    if (!isGiven(condition)) {
        return "";
    }
    return rolesLeftBy(condition) === undefined
        ? ", and its condition is not recognised as one that names the roles which may be given"
        : ", and its condition does not keep it from that";
}
