import * as pulumi from "@pulumi/pulumi";
import { type RoleGrantArgs, roleGrant } from "../../../infra/access/role-grant";
import { ROLES } from "../../../infra/access/roles";
import { planned } from "../../planned";

class Parent extends pulumi.ComponentResource {
    constructor() {
        super("figlo:test:Parent", "parent");
    }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const grant = async (changes: Partial<RoleGrantArgs> = {}, name = "grant") => {
    const args: RoleGrantArgs = {
        role: "keyVaultSecretsUser",
        subscriptionId: "55555555-5555-5555-5555-555555555555",
        principalId: "22222222-2222-2222-2222-222222222222",
        scope: "vault",
        key: "proef/front-end/secrets",
        reason: "Reads its settings.",
        ...changes,
    };
    const plan = await planned(() => roleGrant(name, args, new Parent()));
    return plan.one("authorization:RoleAssignment").inputs;
};

const nameOf = async (changes: Partial<RoleGrantArgs> = {}) => (await grant(changes)).roleAssignmentName;

describe("roleGrant", () => {
    it("says that the principal is a service, else Azure refuses a fresh identity with PrincipalNotFound", async () => {
        expect((await grant()).principalType).toBe("ServicePrincipal");
    });

    it("gives the role at the scope, with its reason", async () => {
        expect(await grant()).toMatchObject({
            scope: "vault",
            principalId: "22222222-2222-2222-2222-222222222222",
            description: "Reads its settings.",
        });
    });

    it("names the role as Azure answers it, with the subscription: a refresh would find a difference otherwise", async () => {
        expect((await grant()).roleDefinitionId).toBe(
            "/subscriptions/55555555-5555-5555-5555-555555555555/providers/Microsoft.Authorization/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6",
        );
    });

    it("has a UUID for a name, the same in every deployment: another one is 409 RoleAssignmentExists", async () => {
        expect(await nameOf()).toMatch(UUID);
        expect((await grant({ principalId: "other", reason: "Other." }, "other-logical-name")).roleAssignmentName).toBe(
            await nameOf(),
        );
    });

    it("has another name for another key or another role", async () => {
        const names = [
            await nameOf(),
            await nameOf({ key: "test/front-end/secrets" }),
            await nameOf({ role: "storageBlobDataReader" }),
        ];
        expect(new Set(names).size).toBe(3);
    });
});

describe("ROLES", () => {
    it("holds UUIDs, each once, and nothing that owns or administers", () => {
        const ids = Object.values(ROLES);
        expect(ids.filter((id) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))).toEqual([]);
        expect(new Set(ids).size).toBe(ids.length);
        for (const wide of ["8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "b24988ac-6180-42a0-ab88-20f7382dd24c"]) {
            expect(ids).not.toContain(wide);
        }
    });
});
