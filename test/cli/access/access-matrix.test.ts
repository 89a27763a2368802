import { accessMatrix } from "../../../cli/access/access-matrix";
import type { AccessRow } from "../../../cli/access/access-row";
import { planEnvironment } from "../../../cli/offline/plan-environment";
import type { PlanResource } from "../../../cli/plan/plan";
import { ENVIRONMENTS } from "../../../stacks/settings/environments";
import { previewed, street, TODAY } from "../../street";

const { productie } = street();
let resources: readonly PlanResource[];
let matrix: readonly AccessRow[];

beforeAll(async () => {
    ({ resources } = await previewed("productie"));
    matrix = accessMatrix({ loaded: productie, resources, today: TODAY });
});

const ASSIGNMENT = /(authorization:(RoleAssignment|PimRoleEligibilitySchedule)|figlo:DatabaseUser)$/;

const of = (who: string) => matrix.filter((row) => row.who === who);

describe("the access matrix", () => {
    it.each(ENVIRONMENTS)(
        "of %s has each assignment of the plan once, and nothing that the plan has not",
        async (name) => {
            const plan = await previewed(name);
            const rows = accessMatrix({ loaded: street()[name], resources: plan.resources, today: TODAY });
            const planned = plan.resources.filter(({ type }) => ASSIGNMENT.test(type)).map(({ urn }) => urn);
            expect(rows.flatMap(({ urn }) => urn ?? []).sort()).toEqual(planned.sort());
            const besides = rows.filter(({ urn }) => urn === undefined).map(({ as, how }) => ({ as, how }));
            expect(besides.filter(({ as, how }) => how !== "kept elsewhere" && as !== "security-tester")).toEqual([]);
        },
    );

    it.each(ENVIRONMENTS)("of %s has each row of the access protocol", (name) => {
        const loaded = street()[name];
        const rows = accessMatrix({ loaded, resources: [], today: TODAY });
        const found = (group: string, role: string) => rows.some(({ who, as }) => who === group && as === role);
        const elsewhere = loaded.data.access.filter(({ role, scope }) => role === "pipeline" && scope !== "packages");
        expect(elsewhere.filter(({ group, role }) => !found(group, role))).toEqual([]);
    });

    it("tells who may ask for what on what, why, and when somebody looks at it again", () => {
        expect(of("figlo-advisor-support")[0]).toEqual({
            environment: "productie",
            kind: "people",
            who: "figlo-advisor-support",
            as: "support",
            role: "Log Analytics Reader",
            on: "primary logs",
            how: "eligible",
            why: "Support follows a customer's complaint through the logs.",
            reviewed: "2026-09-15",
            nextReview: "2026-12-14",
            urn: expect.stringContaining("PimRoleEligibilitySchedule::people-figlo-advisor-support"),
        });
    });

    it("tells what an identity of the platform may do, and what for", () => {
        expect(of("database-key-identity")).toEqual([
            {
                environment: "productie",
                kind: "platform",
                who: "database-key-identity",
                role: "Key Vault Crypto Service Encryption User",
                on: "database-key-key",
                how: "standing",
                why: expect.stringContaining("wrap and unwrap"),
                urn: expect.any(String),
            },
        ]);
    });

    it.each(["pipeline", "sql-administrators"])(
        "shows the reach of %s into tenants' databases, and where it is kept",
        (group) => {
            const elsewhere = of(`figlo-advisor-${group}-productie`).filter(({ on }) => on.startsWith("sql"));
            expect(elsewhere).toMatchObject([
                {
                    how: "kept elsewhere",
                    on: "sql: every database (4)",
                    role: expect.stringContaining("reaches every tenant's database"),
                },
            ]);
        },
    );

    it("tells from which day on testers have a right, before the window opens and while it is open", async () => {
        const soon = of("figlo-advisor-red-team");
        expect(soon.map(({ how, from, until }) => [how, from, until])).toEqual([
            ["not yet", "2026-11-30", "2026-12-18"],
            ["not yet", "2026-11-30", "2026-12-18"],
        ]);
        const today = "2026-11-30";
        const open = await planEnvironment(productie, today);
        const then = accessMatrix({ loaded: productie, resources: open.resources, today });
        expect(then.filter(({ who }) => who === "figlo-advisor-red-team").map(({ how }) => how)).toEqual([
            "eligible",
            "eligible",
        ]);
    });

    it("shows an application that the stack does not make as what no row describes", () => {
        const [first] = resources.filter(({ inputs }) => inputs.principalType === "ServicePrincipal");
        const inputs = { ...first?.inputs, principalId: "a stranger" };
        const [group] = resources.filter(({ type }) => type.endsWith(":ResourceGroup"));
        const stray = { ...first, inputs, propertyDependencies: { principalId: [group?.urn] } } as PlanResource;
        const rows = accessMatrix({ loaded: productie, resources: [stray], today: TODAY });
        expect(rows.find(({ who }) => who === "a stranger")).toMatchObject({
            kind: "people",
            why: "not in access.yaml",
        });
    });

    it("shows a right that no row describes as what it is", () => {
        const [first] = resources.filter(({ type }) => type.endsWith("PimRoleEligibilitySchedule"));
        const stray = { ...first, inputs: { ...first?.inputs, principalId: "a stranger" } } as PlanResource;
        const rows = accessMatrix({ loaded: productie, resources: [stray], today: TODAY });
        expect(rows.find(({ who }) => who === "a stranger")).toMatchObject({
            kind: "people",
            why: "not in access.yaml",
        });
    });

    it("says of a row that is over that it has ended, also of one that is kept elsewhere", () => {
        const access = productie.data.access.map((row) => ({ ...row, until: "2026-11-22" }));
        const loaded = { ...productie, data: { ...productie.data, access } };
        const rows = accessMatrix({ loaded, resources: [], today: TODAY });
        expect(new Set(rows.map(({ how }) => how))).toEqual(new Set(["ended"]));
        expect(rows.filter(({ on }) => on === "state")).toHaveLength(1);
    });
});
