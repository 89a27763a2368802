import * as pulumi from "@pulumi/pulumi";
import { type GroupGrantArgs, groupGrant } from "../../../infra/access/group-grant";
import { planned } from "../../planned";

class Parent extends pulumi.ComponentResource {
    constructor() {
        super("figlo:test:Parent", "parent");
    }
}

const GROUP = "/subscriptions/55555555-5555-5555-5555-555555555555/resourceGroups/rg-one";
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const ARGS: GroupGrantArgs = {
    groupId: "22222222-2222-2222-2222-222222222222",
    roleDefinitionId:
        "/subscriptions/55555555-5555-5555-5555-555555555555/providers/Microsoft.Authorization/roleDefinitions/73c42c96-874c-492b-b04d-ab87d138a893",
    scope: GROUP,
    why: "Reads the logs.",
    after: [],
};

const plan = (changes: Partial<GroupGrantArgs> = {}) =>
    planned(() => groupGrant("grant", { ...ARGS, ...changes }, new Parent()));

const standing = async (changes: Partial<GroupGrantArgs> = {}) =>
    (await plan(changes)).one("authorization:RoleAssignment").inputs;

const eligible = async (changes: Partial<GroupGrantArgs> = {}) =>
    (await plan({ eligibleUntil: "2026-12-14", ...changes })).one("authorization:PimRoleEligibilitySchedule").inputs;

describe("groupGrant", () => {
    it("gives a group a right that is always there, with its reason", async () => {
        expect(await standing()).toEqual({
            roleAssignmentName: expect.stringMatching(UUID),
            principalId: ARGS.groupId,
            principalType: "Group",
            roleDefinitionId: ARGS.roleDefinitionId,
            scope: GROUP,
            description: "Reads the logs.",
        });
    });

    it("keeps its name for the same group, role and scope, and has another for others", async () => {
        const name = (await standing()).roleAssignmentName;
        expect((await standing({ why: "Another reason.", scope: GROUP.toUpperCase() })).roleAssignmentName).toBe(name);
        expect((await standing({ scope: `${GROUP}-two` })).roleAssignmentName).not.toBe(name);
        expect((await standing({ groupId: "33333333-3333-3333-3333-333333333333" })).roleAssignmentName).not.toBe(name);
    });

    it("narrows a right by a condition of version 2.0", async () => {
        expect(await standing({ condition: "(true)" })).toMatchObject({ condition: "(true)", conditionVersion: "2.0" });
    });

    it("makes a right that must be asked for eligible until the end of a day, instead of always there", async () => {
        expect(await eligible()).toEqual({
            principalId: ARGS.groupId,
            roleDefinitionId: ARGS.roleDefinitionId,
            scope: GROUP,
            justification: "Reads the logs.",
            scheduleInfo: { expiration: { type: "AfterDateTime", endDateTime: "2026-12-14T23:59:59Z" } },
        });
        expect((await plan({ eligibleUntil: "2026-12-14" })).ofType("authorization:RoleAssignment")).toEqual([]);
    });

    it("narrows an eligible right as well", async () => {
        expect(await eligible({ condition: "(true)" })).toMatchObject({ condition: "(true)", conditionVersion: "2.0" });
    });
});
