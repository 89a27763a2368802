import type { Refusal } from "../refusal";
import { badRequest, conflict } from "./answers";
import { textAt, valuesAt } from "./body";
import { isGuid, lastOf, sameText } from "./ids";

const types = ["Microsoft.Authorization/roleDefinitions"];
const methods = ["PUT"] as const;
const GIVEN = ["Microsoft.Authorization/roleAssignments", "Microsoft.Authorization/roleEligibilityScheduleRequests"];

export const ROLE_DEFINITION_REFUSALS: readonly Refusal[] = [
    {
        id: "role-definition-name",
        title: "A role's definition is called by a GUID; its name stands inside.",
        source: "documentation of authorization.RoleDefinition; code and message [U]",
        types,
        methods,
        judge: ({ id }) =>
            isGuid(lastOf(id))
                ? undefined
                : badRequest(
                      "InvalidRoleDefinitionId",
                      `The role definition ID '${lastOf(id)}' is not valid. The role definition ID must be a GUID.`,
                  ),
    },
    {
        id: "role-definition-scopes",
        title: "A role of one's own says where it can be given.",
        source: 'Microsoft, "Understand Azure role definitions": AssignableScopes; code and message [U]',
        types,
        methods,
        judge: ({ arm }) =>
            valuesAt(arm.body, "properties.assignableScopes[]").length > 0
                ? undefined
                : badRequest("MissingAssignableScopes", "The role definition must have at least one assignable scope."),
    },
    {
        id: "role-definition-same-name",
        title: "A directory has one role of a name, whichever subscription it is in.",
        source: "Azure/Azure-Landing-Zones#1505: RoleDefinitionWithSameNameExists; message [U]",
        types,
        methods,
        judge: ({ id, arm }, cloud) => {
            const name = textAt(arm.body, "properties.roleName") ?? "";
            const twin = cloud
                .all(arm.type)
                .find((one) => !sameText(one.id, id) && sameText(textAt(one.body, "properties.roleName") ?? "", name));
            return (
                twin &&
                conflict(
                    "RoleDefinitionWithSameNameExists",
                    `A custom role with the same name '${name}' already exists in this directory. Use a different name.`,
                )
            );
        },
    },
    {
        id: "role-definition-given",
        title: "A role that somebody has cannot be deleted.",
        source: 'Microsoft, "Azure custom roles": RoleDefinitionHasAssignments',
        types,
        methods: ["DELETE"],
        judge: ({ id }, cloud) =>
            GIVEN.flatMap((type) => cloud.all(type)).some((one) =>
                sameText(lastOf(textAt(one.body, "properties.roleDefinitionId") ?? ""), lastOf(id)),
            )
                ? badRequest(
                      "RoleDefinitionHasAssignments",
                      `There are existing role assignments referencing role ${lastOf(id)}.`,
                  )
                : undefined,
    },
];
