import * as pulumi from "@pulumi/pulumi";
import { CUSTOM_ROLES, type CustomRoleArgs, customRole, customRoleId } from "../../../infra/access/custom-roles";
import { planned } from "../../planned";

class Parent extends pulumi.ComponentResource {
    constructor() {
        super("figlo:test:Parent", "parent");
    }
}

const SUBSCRIPTION = "/subscriptions/55555555-5555-5555-5555-555555555555";
const GROUPS = [`${SUBSCRIPTION}/resourceGroups/rg-one`, `${SUBSCRIPTION}/resourceGroups/rg-two`];

const role = async (changes: Partial<CustomRoleArgs> = {}) => {
    const args: CustomRoleArgs = {
        role: "siteRestarter",
        owner: "figlo/advisor/proef",
        subscriptionId: "55555555-5555-5555-5555-555555555555",
        groups: GROUPS,
        after: [],
        ...changes,
    };
    const plan = await planned(() => customRole("role", args, new Parent()));
    return plan.one("authorization:RoleDefinition").inputs;
};

describe("customRole", () => {
    it("carries its environment in its name, since a directory has one role of a name", async () => {
        expect((await role()).roleName).toBe("Site restarter (figlo advisor proef)");
        expect((await role({ owner: "figlo/advisor/test" })).roleName).toBe("Site restarter (figlo advisor test)");
    });

    it("has the same GUID in every deployment, and another in another environment", async () => {
        expect((await role()).roleDefinitionId).toBe(customRoleId("siteRestarter", "figlo/advisor/proef"));
        expect(customRoleId("siteRestarter", "figlo/advisor/proef")).toBe("31c47a49-0ad9-5e19-bdc3-0a38098290ab");
        expect(customRoleId("siteRestarter", "figlo/advisor/test")).not.toBe(
            customRoleId("siteRestarter", "figlo/advisor/proef"),
        );
    });

    it("can be given in the environment's groups only", async () => {
        const { scope, assignableScopes } = await role();
        expect({ scope, assignableScopes }).toEqual({ scope: SUBSCRIPTION, assignableScopes: GROUPS });
    });

    it("may do what its row says and nothing else", async () => {
        expect((await role()).permissions).toEqual([
            {
                actions: [
                    "Microsoft.Resources/subscriptions/resourceGroups/read",
                    "Microsoft.Web/sites/read",
                    "Microsoft.Web/sites/restart/action",
                ],
                notActions: [],
                dataActions: [],
                notDataActions: [],
            },
        ]);
    });

    it("reads no logs as configuration reader", async () => {
        const [permission] = (await role({ role: "configurationReader" })).permissions as [{ notActions: string[] }];
        expect(permission.notActions).toEqual(
            expect.arrayContaining(["Microsoft.OperationalInsights/workspaces/query/*/read"]),
        );
    });
});

describe("the roles of our own", () => {
    const all = Object.entries(CUSTOM_ROLES).map(([name, row]) => ({ name, ...row }));

    it("reach data in one case, the package's", () => {
        expect(all.filter((row) => "dataActions" in row).map(({ name }) => name)).toEqual(["packageUploader"]);
    });

    it("delete nothing and give no rights", () => {
        const operations = all.flatMap(({ actions, ...row }) => [
            ...actions,
            ...("dataActions" in row ? row.dataActions : []),
        ]);
        expect(
            operations.filter((one) => /delete|Microsoft\.Authorization|^\*$|\*\/(write|action)/i.test(one)),
        ).toEqual([]);
    });
});
