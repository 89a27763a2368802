import { ROLE_ASSIGNMENT_REFUSALS } from "../../../../sandbox/azure/refusals/role-assignments";
import { describeRefusals } from "./describe-refusals";
import { type Asked, PlayedStreet } from "./played-street";

const NEW = "3f0b2c64-1d7e-4a95-8c2b-6e9d4f7a1b08";
const READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const GROUP = "b7d5e1a2-9c34-4f68-a0d1-5e2c8b7f6a43";

/** The right of the back-end's identity to read secrets of the primary vault. */
const right = (change: Asked["change"]): Asked => ({
    method: "PUT",
    type: "authorization:RoleAssignment",
    name: "back-end-rights-primary-vault",
    change,
});

/** The same for another role, where nothing stands in its way. */
const newRight = (change: Readonly<Record<string, unknown>>): Asked =>
    right({ roleAssignmentName: NEW, roleDefinitionId: role("c9d8e7f6-5a4b-4c3d-9e2f-1a0b9c8d7e6f"), ...change });

const role = (guid: string): string => `/providers/Microsoft.Authorization/roleDefinitions/${guid}`;

describeRefusals("role assignments", ROLE_ASSIGNMENT_REFUSALS, {
    "role-assignment-name": {
        refused: newRight({ roleAssignmentName: "back-end-reads-secrets" }),
        allowed: newRight({ roleAssignmentName: NEW.toUpperCase() }),
        message: "'back-end-reads-secrets' is not valid",
    },
    "role-assignment-principal-id": {
        refused: (street) =>
            newRight({ principalId: street.idOf("managedidentity:UserAssignedIdentity", "back-end-identity") }),
        allowed: newRight({ principalId: GROUP, principalType: "Group" }),
        message: "Principal ID must be a GUID",
    },
    "role-assignment-role-id": {
        refused: newRight({ roleDefinitionId: READER }),
        allowed: newRight({ roleDefinitionId: role(READER) }),
        message: `'${READER}' is not valid`,
    },
    "role-assignment-principal-unknown": {
        refused: newRight({ principalType: "User" }),
        allowed: newRight({ principalType: "User", principalId: GROUP }),
        message: "does not exist in the directory",
    },
    "role-assignment-principal-type": {
        refused: newRight({ principalType: "Group" }),
        allowed: newRight({ principalType: "Group", principalId: GROUP }),
        message: "different from specified PrincipalType 'Group'",
    },
    "role-assignment-exists": {
        refused: right({ roleAssignmentName: NEW }),
        allowed: newRight({}),
        message: "The role assignment already exists.",
    },
});

describe("a role assignment", () => {
    it("does not find its role by a name, nor at another place than among role definitions", async () => {
        const street = await PlayedStreet.of("test");
        const refusals = ["Reader", role("Reader"), `/subscriptions/roleDefinitions/${READER}`].map(
            (roleDefinitionId) => street.refusalOf(newRight({ roleDefinitionId }))?.id,
        );
        expect(refusals).toEqual(Array.from({ length: 3 }, () => "role-assignment-role-id"));
    });
});
