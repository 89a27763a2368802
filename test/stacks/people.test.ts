import { planEnvironment } from "../../cli/offline/plan-environment";
import { isInForce, peopleRights } from "../../stacks/access/people-rights";
import { ENVIRONMENTS } from "../../stacks/settings/environments";
import { Planned } from "../planned";
import { previewed, street, TODAY } from "../street";
import { allBefore } from "./all-before";
import { dependencyWalk } from "./dependency-walk";

const TYPES = ["authorization:RoleAssignment", "authorization:PimRoleEligibilitySchedule"];

const peoples = (plan: Planned) =>
    TYPES.flatMap((type) => plan.ofType(type)).filter(({ inputs }) => inputs.principalType !== "ServicePrincipal");

describe.each(ENVIRONMENTS)("the people of %s", (environment) => {
    it("have every right of the access protocol that is in force, and no other", async () => {
        const expected = peopleRights(street()[environment])
            .filter((right) => isInForce(right, TODAY))
            .map(({ row, roleId, scope }) => `${row.objectId} ${roleId} ${scope} ${row.standing}`);
        const planned = peoples(await previewed(environment)).map(
            ({ type, inputs }) =>
                `${inputs.principalId} ${String(inputs.roleDefinitionId).split("/").pop()} ${inputs.scope} ${type.endsWith("RoleAssignment")}`,
        );
        expect(planned.sort()).toEqual(expected.sort());
    });
});

describe("a right that ends", () => {
    it("is in the plan on its last day, and gone the day after", async () => {
        const { acceptatie } = street();
        const rightsUntil = async (until: string) => {
            const access = acceptatie.data.access.map((row) => (row.role === "tester" ? { ...row, until } : row));
            const { resources } = await planEnvironment({ ...acceptatie, data: { ...acceptatie.data, access } }, TODAY);
            return peoples(new Planned(resources)).filter(({ name }) => name.includes("tester")).length;
        };
        expect(await rightsUntil(TODAY)).toBe(2);
        expect(await rightsUntil("2026-11-22")).toBe(0);
    });
});

describe("the right of who tests the security", () => {
    it.each([
        ["2026-11-29", 0],
        ["2026-11-30", 2],
        ["2026-12-18", 2],
        ["2026-12-19", 0],
    ])("is in the plan on the days of the test window only: on %s %d times", async (today, times) => {
        const { resources } = await planEnvironment(street().productie, today);
        const testers = peoples(new Planned(resources)).filter(({ name }) => name.includes("security-tester"));
        expect(testers).toHaveLength(times);
    });
});

describe("a right in productie", () => {
    it("comes after its role and its group, and lies on nothing that is locked", async () => {
        const plan = await previewed("productie");
        const [right] = peoples(plan).filter(({ name }) => name.includes("configuration-reader-secondary"));
        const before = [...allBefore(right as NonNullable<typeof right>, plan)].map((urn) => urn.split("::").pop());
        expect(before).toEqual(
            expect.arrayContaining(["people-role-configuration-reader", "primary-group", "secondary-group"]),
        );
        const scopes = peoples(plan).map(({ inputs }) => String(inputs.scope));
        expect(scopes.filter((scope) => /Microsoft\.(Storage|Sql|DataProtection)\//.test(scope))).toEqual([]);
    });

    it("adds next to nothing to the engine's walk", async () => {
        const walk = await dependencyWalk(() => previewed("productie"));
        const steps = [...walk].filter(([name]) => name.startsWith("people-")).map(([, count]) => count);
        expect(Math.max(...steps)).toBeLessThan(20);
    });
});
