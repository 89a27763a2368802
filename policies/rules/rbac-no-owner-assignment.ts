import { isWideAssignment } from "../assignment-scope";
import { ASSIGNMENTS } from "../azure-types";
import { isMark } from "../marks";
import type { Props, ResourceView } from "../model";
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

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ROLE_DEFINITION = "azure-native:authorization:RoleDefinition";

/**
 * Who gives rights has all of them, however narrow the scope: refused on anything, also for the asking. The exception is an identity
 * of the platform that may give the roles which a condition names, and no other. A contributor is refused on a subscription or more.
 */
export const rbacNoOwnerAssignment = stackRule(ASSIGNMENTS, (assignment, report) => {
    // A role that the plan makes is judged itself.
    const madeFrom = assignment.dependenciesOf("roleDefinitionId");
    if (isMark(assignment.inputs.roleDefinitionId) && madeFrom.some(({ type }) => type === ROLE_DEFINITION)) {
        return;
    }
    const { roleDefinitionId } = assignment.props;
    const role = text(roleDefinitionId).toLowerCase().split("/").filter(Boolean).pop() ?? "";
    const name = GIVES_RIGHTS.get(role);
    if (!GUID.test(role)) {
        report(`${found("roleDefinitionId", roleDefinitionId)}, not the id of a role`);
    } else if (name !== undefined && (role === OWNER || !isConstrained(assignment))) {
        report(`gives the role ${name}`);
    } else if (role === CONTRIBUTOR && isWideAssignment(assignment)) {
        report(`gives the role Contributor, and ${found("scope", assignment.props.scope)}`);
    }
});

/** How Azure's own templates write that only some roles may be given. */
const NAMED_ROLES = /roleAssignments:RoleDefinitionId\]\s*ForAnyOfAnyValues:GuidEquals\s*\{([^}]*)\}/gi;

function isConstrained({ props }: ResourceView): boolean {
    const { principalType, condition, conditionVersion }: Props = props;
    const lists = [...text(condition).matchAll(NAMED_ROLES)].map(([, guids = ""]) => guids.toLowerCase());
    return (
        principalType === "ServicePrincipal" &&
        conditionVersion === "2.0" &&
        lists.length > 0 &&
        lists.every((guids) => ![...GIVES_RIGHTS.keys()].some((role) => guids.includes(role)))
    );
}
