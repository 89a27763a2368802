import { tenantContainers } from "../../../infra/backup/tenant-containers";

const of = (...ids: string[]) => tenantContainers(ids.map((id) => ({ id })));

describe("tenantContainers", () => {
    it("names a container after each tenant, in an order that does not depend on the file's", () => {
        expect(of("t-0002", "t-0001")).toEqual(["documents-t-0001", "documents-t-0002"]);
    });

    it("has none without tenants", () => {
        expect(of()).toEqual([]);
    });

    it("refuses a tenant twice, whose documents would share a container", () => {
        expect(() => of("t-0001", "t-0001")).toThrow("container 'documents-t-0001' is named twice");
    });

    it.each([["T-0001"], ["t_1"], ["t--1"], ["-t"], ["t-"], [""], ["t".repeat(54)]])("refuses the id %p", (id) => {
        expect(() => of(id)).toThrow(`'documents-${id}' cannot be a container`);
    });

    it("names all mistakes at once", () => {
        expect(() => of("A", "B")).toThrow(/'documents-A' cannot.*'documents-B' cannot/);
    });
});
