import type { Tenant } from "../../../stacks/settings/data-files";
import { tenantPaths } from "../../../stacks/settings/tenant-paths";
import { previewed, street } from "../../street";

const { settings, data } = street().productie;
const FILES = { settings: "Pulumi.productie.yaml", tenants: "tenants.yaml" };
const [linde, noord, dijk, kanaal] = data.tenants as [Tenant, Tenant, Tenant, Tenant];

const mistakes = (...tenants: readonly Tenant[]) =>
    tenantPaths(FILES, settings, tenants, data.access).map(({ file, path, message }) => `${file} ${path}: ${message}`);

const at = (tenant: Tenant, start: string, end = start): Tenant => ({
    ...tenant,
    addresses: [{ name: "office", start, end, reason: "Its own reports from its own office." }],
});

const readBy = (tenant: Tenant, group: string, objectId: string): Tenant => ({
    ...tenant,
    directAccess: { group, objectId, purpose: "support", until: "2027-01-31" },
});

const OWN = "11111111-1111-1111-1111-111111111111";

describe("a path between customers", () => {
    it("is not in the tracked files", () => {
        expect(mistakes(...data.tenants)).toEqual([]);
    });

    it("is an address of two tenants, told at the later one", () => {
        expect(mistakes(at(noord, "192.0.2.90", "192.0.2.99"), at(dijk, "192.0.2.80", "192.0.2.90"))).toEqual([
            "tenants.yaml tenants[1].addresses[0]: 'office' shares addresses with 'office' of 't-7h3m8x', and an address belongs to one customer; name each address once",
        ]);
    });

    it("is the same in IPv6", () => {
        expect(mistakes(at(noord, "2001:db8::1"), at(dijk, "2001:db8:0:0::1"))).toHaveLength(1);
    });

    it("is one of a suspended tenant too, since it may come back", () => {
        expect(kanaal.status).toBe("suspended");
        expect(mistakes(at(noord, "192.0.2.90"), at(kanaal, "192.0.2.90"))).toHaveLength(1);
    });

    it("is an address of a tenant that the servers admit", () => {
        expect(mistakes(at(noord, "203.0.113.31", "203.0.113.40"))).toEqual([
            "tenants.yaml tenants[0].addresses[0]: 'office' shares addresses with 'office-utrecht' of sql.firewall in Pulumi.productie.yaml, which opens the databases of all customers; name each address once",
        ]);
    });

    it("is an address of a tenant within a test window", () => {
        expect(mistakes(at(noord, "192.0.2.33"))).toEqual([
            expect.stringContaining("with 'waterkant-utrecht' of testWindow.addresses in Pulumi.productie.yaml"),
        ]);
    });

    it("is a group that reads for two", () => {
        expect(mistakes(readBy(noord, "readers", OWN), readBy(dijk, "others", OWN))).toEqual([
            `tenants.yaml tenants[1].directAccess.group: 'others' (${OWN}) reads for 't-7h3m8x' as well; name a group that is this customer's alone`,
        ]);
    });

    it("is one name of two groups, since one database would know the other's by it", () => {
        const other = OWN.replaceAll("1", "2");
        expect(mistakes(readBy(noord, "readers", OWN), readBy(dijk, "readers", other))).toHaveLength(1);
    });

    it("is one name in another spelling, which a database does not tell apart", () => {
        const other = OWN.replaceAll("1", "2");
        for (const spelling of ["READERS", "readers ", "ｒｅａｄｅｒｓ"]) {
            expect(mistakes(readBy(noord, "readers", OWN), readBy(dijk, spelling, other))).toHaveLength(1);
        }
    });

    it("is a group with the name that the application has in the databases", async () => {
        const { resources } = await previewed("productie");
        const user = resources.find(({ name }) => name === "shard-01-tenant-t-4f9k2c-application");
        expect(mistakes(readBy(noord, String(user?.inputs.userName).toUpperCase(), OWN))).toEqual([
            `tenants.yaml tenants[0].directAccess.group: 'ID-FIGLO-ADVISOR-PRODUCTIE-BACK-END-WEU' (${OWN}) is called what the application is called in every database; name a group that is this customer's alone`,
        ]);
    });

    it("is the group that administers the servers", () => {
        const { group, objectId } = settings.sql.administrators;
        expect(mistakes(readBy(noord, "readers", objectId))).toEqual([
            `tenants.yaml tenants[0].directAccess.group: 'readers' (${objectId}) administers the SQL servers or has work on them, and so reaches the databases of all customers; name a group that is this customer's alone`,
        ]);
        expect(mistakes(readBy(noord, group, OWN))).toHaveLength(1);
    });

    it("is the group of a pipeline that works on SQL", () => {
        const pipeline = data.access.find(({ role, scope }) => role === "pipeline" && scope === "sql");
        expect(mistakes(readBy(noord, "readers", String(pipeline?.objectId)))).toHaveLength(1);
    });

    it("is not a group that works on something else", () => {
        const support = data.access.find(({ scope }) => scope === "logs");
        expect(mistakes(readBy(linde, "readers", String(support?.objectId)))).toEqual([]);
    });
});
