import fc from "fast-check";
import { addressMistakes, overlaps } from "../../../infra/sql/address-range";
import type { ShardArgs } from "../../../infra/sql/shard-args";
import { tenantMistakes } from "../../../infra/sql/tenant-rules";
import { administrators, office, shardArgs, tenant } from "./examples";

const mistakes = (changes: Partial<ShardArgs>) => tenantMistakes(shardArgs(changes));

const READER = { group: "readers-a9x4", objectId: "44444444-4444-4444-4444-444444444444" };

describe("the tenants of a shard", () => {
    it("are fine with addresses and readers of their own", () => {
        const other = office({ start: "198.51.100.21", end: "198.51.100.30" });
        expect(
            mistakes({
                tenants: [
                    tenant("a9x4", { addresses: [office()], reader: READER }),
                    tenant("t7k2", { addresses: [other] }),
                ],
            }),
        ).toEqual([]);
    });

    it("do not share an address", () => {
        const other = office({ name: "warehouse", start: "198.51.100.20", end: "198.51.100.30" });
        const tenants = [tenant("t7k2", { addresses: [other] }), tenant("a9x4", { addresses: [office()] })];
        expect(mistakes({ tenants })).toEqual([
            "tenants.t7k2.addresses.warehouse: holds an address of tenants.a9x4.addresses.office; what one tenant comes by reaches no other",
        ]);
    });

    it("have no address that the servers admit already", () => {
        const tenants = [tenant("a9x4", { addresses: [office()] })];
        expect(mistakes({ tenants, firewall: [office({ name: "our-office" })] })).toEqual([
            "tenants.a9x4.addresses.office: holds an address of firewall.our-office; what one tenant comes by reaches no other",
        ]);
    });

    it("have narrow addresses, by the servers' own measure", () => {
        const wide = office({ start: "198.51.100.0", end: "198.51.101.255" });
        expect(mistakes({ tenants: [tenant("a9x4", { addresses: [wide] })] })).toEqual(
            addressMistakes("tenants.a9x4.addresses", [wide]),
        );
    });

    it("do not share a group of readers", () => {
        const upper = { ...READER, objectId: READER.objectId.toUpperCase() };
        expect(mistakes({ tenants: [tenant("a9x4", { reader: READER }), tenant("t7k2", { reader: upper })] })).toEqual([
            "tenants.a9x4.reader.objectId: reads the database of 't7k2' too; give each tenant a group",
            "tenants.t7k2.reader.objectId: reads the database of 'a9x4' too; give each tenant a group",
        ]);
    });

    it.each([
        [{ ...READER, objectId: administrators.objectId }, "is the group that administers the servers"],
        [{ ...READER, group: "id-proef-back-end" }, "is the application's name in the databases"],
        [{ ...READER, group: "ID-Proef-Back-End " }, "is the application's name in the databases"],
        [{ ...READER, group: " " }, "no group is named"],
        [{ ...READER, objectId: "readers" }, "'readers' is no GUID"],
    ])("have readers of their own: %j", (reader, said) => {
        const found = mistakes({ tenants: [tenant("a9x4", { reader })] });
        expect(found).toEqual([expect.stringContaining(said)]);
    });
});

describe("two ranges", () => {
    const address = fc.ipV4();
    const value = (text: string) => text.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);

    it("overlap where an address lies in both, whichever comes first", () => {
        fc.assert(
            fc.property(fc.array(address, { minLength: 4, maxLength: 4 }), (ends) => {
                const [a, b, c, d] = ends as [string, string, string, string];
                const [one, other] = [
                    [a, b].sort((x, y) => value(x) - value(y)),
                    [c, d].sort((x, y) => value(x) - value(y)),
                ].map(([start, end]) => office({ start, end })) as [
                    ReturnType<typeof office>,
                    ReturnType<typeof office>,
                ];
                const apart = value(one.end) < value(other.start) || value(other.end) < value(one.start);
                expect([overlaps(one, other), overlaps(other, one)]).toEqual([!apart, !apart]);
            }),
        );
    });

    it("of IPv4 and of IPv6 do not overlap", () => {
        expect(overlaps(office(), office({ start: "::1", end: "ffff::" }))).toBe(false);
    });
});
