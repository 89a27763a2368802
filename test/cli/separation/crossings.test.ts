import { crossings } from "../../../cli/separation/crossings";
import { databaseAccess } from "../../../cli/separation/database-access";
import { ENVIRONMENTS } from "../../../stacks/settings/environments";
import { administrators, shardArgs } from "../../infra/sql/examples";
import { previewed, street } from "../../street";
import { accessOf, crossingsOf, range, reader, SUSPENDED, tenant, withInputs } from "./databases";

const GROUP = "44444444-4444-4444-4444-444444444444";

describe("a path from one tenant to another", () => {
    it.each(ENVIRONMENTS)("is not in %s", async (environment) => {
        const loaded = street()[environment];
        expect(crossings(databaseAccess((await previewed(environment)).resources, loaded), loaded)).toEqual([]);
    });

    it("is an address that rules in two databases let in", async () => {
        const tenants = [
            tenant("t-aaaaaa", { addresses: [range("one", "192.0.2.1", "192.0.2.9")] }),
            tenant("t-bbbbbb", { addresses: [range("two", "192.0.2.20")] }),
        ];
        const moved = withInputs(/address-two$/, { startIpAddress: "192.0.2.9", endIpAddress: "192.0.2.9" });
        expect(crossingsOf(await accessOf(tenants, {}, moved), tenants)).toEqual([
            "'one' of sqldb-t-aaaaaa and 'two' of sqldb-t-bbbbbb share addresses",
        ]);
    });

    it("is an address of one that a rule of the servers lets in", async () => {
        const tenants = [tenant("t-aaaaaa", { addresses: [range("one", "192.0.2.1")] })];
        const changes = { ...{}, firewall: [range("support", "198.51.100.1")] };
        const moved = withInputs(/sql:FirewallRule::/, { startIpAddress: "192.0.2.0", endIpAddress: "192.0.2.3" });
        expect(crossingsOf(await accessOf(tenants, changes, moved), tenants)).toEqual([
            "'support' of every database of the server and 'one' of sqldb-t-aaaaaa share addresses",
            "'support' of every database of the server and 'one' of tenant t-aaaaaa share addresses",
        ]);
    });

    it("is an address of a suspended one in the database of another", async () => {
        const suspended = tenant("t-aaaaaa", { ...SUSPENDED, addresses: [range("one", "192.0.2.1")] });
        const tenants = [suspended, tenant("t-bbbbbb", { addresses: [range("two", "192.0.2.20")] })];
        const moved = withInputs(/address-two$/, { startIpAddress: "192.0.2.0", endIpAddress: "192.0.2.3" });
        expect(crossingsOf(await accessOf(tenants, {}, moved), tenants)).toEqual([
            "'two' of sqldb-t-bbbbbb and 'one' of tenant t-aaaaaa share addresses",
        ]);
    });

    it("is a group that is in two databases", async () => {
        const tenants = [
            tenant("t-aaaaaa", { directAccess: reader("readers", GROUP) }),
            tenant("t-bbbbbb", { directAccess: reader("others", GROUP.replaceAll("4", "5")) }),
        ];
        const same = withInputs(/t-bbbbbb-reader$/, { entraId: GROUP });
        expect(crossingsOf(await accessOf(tenants, {}, same), tenants)).toEqual([
            "'others' is in sqldb-t-aaaaaa and in sqldb-t-bbbbbb",
        ]);
    });

    it("is an identity that the stack does not make, in two databases", async () => {
        const tenants = [tenant("t-aaaaaa"), tenant("t-bbbbbb")];
        const { application } = shardArgs();
        expect(crossingsOf(await accessOf(tenants, { application }), tenants)).toEqual([
            "'id-proef-back-end' is in sqldb-t-aaaaaa and in sqldb-t-bbbbbb",
        ]);
    });

    it("is the group that administers the servers as somebody's reader", async () => {
        const tenants = [tenant("t-aaaaaa", { directAccess: reader("readers", GROUP) })];
        const ours = withInputs(/t-aaaaaa-reader$/, { entraId: administrators.objectId });
        expect(crossingsOf(await accessOf(tenants, {}, ours), tenants)).toEqual([
            "'readers' of sqldb-t-aaaaaa administers every database of its server",
        ]);
    });

    it("is whatever a suspended tenant has left", async () => {
        const active = tenant("t-aaaaaa", { addresses: [range("one", "192.0.2.1")] });
        expect(crossingsOf(await accessOf([active]), [{ ...active, ...SUSPENDED }])).toEqual([
            "'id-figlo-advisor-proef-back-end-weu' is left in sqldb-t-aaaaaa, whose tenant is not active",
            "'one' is left in sqldb-t-aaaaaa, whose tenant is not active",
        ]);
    });
});
