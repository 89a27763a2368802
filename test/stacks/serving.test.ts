import { planEnvironment } from "../../cli/offline/plan-environment";
import { Planned } from "../planned";
import { resolved, street, TODAY } from "../street";

const CRYPTO_USER = /\/12338af0-0e69-4776-bea7-57ae8d297424$/;

describe("the right to use the column master key", () => {
    it("is the back-end's alone, on that key and no other", async () => {
        const plan = await resolved("productie");
        const grants = plan
            .ofType("authorization:RoleAssignment")
            .filter(({ inputs }) => CRYPTO_USER.test(String(inputs.roleDefinitionId)));
        expect(grants.map(({ name }) => name)).toEqual(["back-end-rights-column-key"]);
        expect(grants[0]?.inputs.scope).toMatch(
            /\/vaults\/[^/]+\/keys\/key-figlo-advisor-productie-column-encryption-weu$/,
        );
    });

    it("is there no more than the key where Azure keeps the keys of databases", async () => {
        const { settings, ...loaded } = street().test;
        const withoutKey = {
            ...loaded,
            settings: { ...settings, sql: { ...settings.sql, customerManagedKey: false } },
        };
        const plan = new Planned((await planEnvironment(withoutKey, TODAY)).resources);
        expect(plan.ofType("keyvault:Key")).toEqual([]);
        expect(plan.resources.filter(({ name }) => name.includes("column-key"))).toEqual([]);
    });
});
