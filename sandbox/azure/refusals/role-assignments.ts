import type { Cloud } from "../cloud";
import type { Refusal } from "../refusal";
import { badRequest, conflict } from "./answers";
import { textAt } from "./body";
import { isGuid, lastOf, sameText } from "./ids";
import { sameGrant } from "./same-grant";

const types = ["Microsoft.Authorization/roleAssignments"];
const methods = ["PUT"] as const;

const ROLE_ID = /^\/(.+\/)?providers\/Microsoft\.Authorization\/roleDefinitions\/[^/]+$/i;

/** True for the principal of an identity that lives here. */
const isIdentity = (cloud: Cloud, principal: string): boolean =>
    cloud.all().some(({ type, outputs }) => {
        const own = outputs.identity as { readonly principalId?: unknown } | undefined;
        const isItself = sameText(type, "Microsoft.ManagedIdentity/userAssignedIdentities");
        return (isItself && outputs.principalId === principal) || own?.principalId === principal;
    });

export const ROLE_ASSIGNMENT_REFUSALS: readonly Refusal[] = [
    {
        id: "role-assignment-name",
        title: "A role assignment's name is a GUID.",
        source: "Azure/bicep#8737; Azure/Azure-Landing-Zones#3419",
        types,
        methods,
        judge: ({ id }) =>
            isGuid(lastOf(id))
                ? undefined
                : badRequest(
                      "InvalidRoleAssignmentId",
                      `The role assignment ID '${lastOf(id)}' is not valid. The role assignment ID must be a GUID.`,
                  ),
    },
    {
        id: "role-assignment-principal-id",
        title: "A principal is named by its object id, a GUID: neither by its name nor by the id of an identity's resource.",
        source: "Azure/azure-powershell#16627; hashicorp-education/learn-nomad-cluster-setup#48",
        types,
        methods,
        judge: ({ arm }) => {
            const principal = textAt(arm.body, "properties.principalId") ?? "";
            return isGuid(principal)
                ? undefined
                : badRequest(
                      "InvalidPrincipalId",
                      `The Principal ID '${principal}' is not valid. Principal ID must be a GUID.`,
                  );
        },
    },
    {
        id: "role-assignment-role-id",
        title: "A role is named by its definition's id, which ends in a GUID: not by its name, nor by that GUID alone.",
        source: "documentation of authorization.RoleAssignment; code and message [U]",
        types,
        methods,
        judge: ({ arm }) => {
            const role = textAt(arm.body, "properties.roleDefinitionId") ?? "";
            return ROLE_ID.test(role) && isGuid(lastOf(role))
                ? undefined
                : badRequest(
                      "InvalidRoleDefinitionId",
                      `The role definition ID '${role}' is not valid. The role definition ID must be a GUID.`,
                  );
        },
    },
    {
        id: "role-assignment-principal-unknown",
        title: "A managed identity that the directory does not show yet is refused, unless it is said to be a service principal; people and groups are taken to exist.",
        source: 'Microsoft, "Assign Azure roles using Azure Resource Manager templates": error PrincipalNotFound; documentation of authorization.RoleAssignment (the SDK sends User)',
        types,
        methods,
        judge: ({ arm, existing }, cloud) => {
            const type = textAt(arm.body, "properties.principalType") ?? "User";
            const principal = textAt(arm.body, "properties.principalId") ?? "";
            return existing === undefined && type === "User" && isIdentity(cloud, principal)
                ? badRequest(
                      "PrincipalNotFound",
                      `Principal ${principal} does not exist in the directory. Check that you have the correct principal ID. If you are creating this principal and then immediately assigning a role, this error might be related to a replication delay. In this case, set the role assignment principalType property to a value, such as ServicePrincipal, User, or Group.`,
                  )
                : undefined;
        },
    },
    {
        id: "role-assignment-principal-type",
        title: "The principal of a managed identity is no group.",
        source: "Microsoft.Authorization, error UnmatchedPrincipalType [U]",
        types,
        methods,
        judge: ({ arm }, cloud) => {
            const principal = textAt(arm.body, "properties.principalId") ?? "";
            return textAt(arm.body, "properties.principalType") === "Group" && isIdentity(cloud, principal)
                ? badRequest(
                      "UnmatchedPrincipalType",
                      `The PrincipalId '${principal}' has type 'ServicePrincipal', which is different from specified PrincipalType 'Group'.`,
                  )
                : undefined;
        },
    },
    {
        id: "role-assignment-exists",
        title: "A principal has a role on a scope once: a second assignment under another name is refused.",
        source: "hashicorp/terraform-provider-azurerm#28694",
        types,
        methods,
        judge: (change, cloud) => {
            const twin = sameGrant(change, cloud);
            return (
                twin &&
                conflict(
                    "RoleAssignmentExists",
                    `The role assignment already exists. The ID of the conflicting role assignment is ${lastOf(twin.id)}.`,
                )
            );
        },
    },
];
