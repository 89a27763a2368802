import { newTenantId } from "../../../cli/tenants/tenant-id";

describe("the id of a new tenant", () => {
    it("is t- and six letters or digits by chance", () => {
        const ids = Array.from({ length: 50 }, () => newTenantId(new Set()));
        expect(ids.filter((id) => !/^t-[a-z0-9]{6}$/.test(id))).toEqual([]);
        expect(new Set(ids).size).toBe(50);
    });

    it("is drawn again while a tenant has it", () => {
        let draws = 0;
        const draw = () => Math.floor(draws++ / 6);
        expect(newTenantId(new Set(["t-aaaaaa", "t-bbbbbb"]), draw)).toBe("t-cccccc");
    });
});
