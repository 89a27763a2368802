import fc from "fast-check";
import { type AddressRange, addressMistakes, MOST_ADDRESSES } from "../../../infra/sql/address-range";
import { office } from "./examples";

const mistakes = (changes: Partial<AddressRange>) => addressMistakes("firewall", [office(changes)]);

/** Counts of addresses on both sides of the limit, the nearest ones often. */
const counts = fc.oneof(
    fc.integer({ min: MOST_ADDRESSES - 1, max: MOST_ADDRESSES + 1 }),
    fc.integer({ min: 1, max: 1024 }),
);

const dotted = (number: number): string => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join(".");

describe("addressMistakes", () => {
    it("accepts a named, narrow range with a reason and an end date", () => {
        expect(mistakes({ until: "2026-12-31" })).toEqual([]);
    });

    it("accepts exactly the IPv4 ranges of 1 to 256 addresses, where they are public", () => {
        const first = fc.integer({ min: 0x01000000, max: 0x09ffffff - 1024 });
        fc.assert(
            fc.property(first, counts, (start, count) => {
                const found = mistakes({ start: dotted(start), end: dotted(start + count - 1) });
                expect(found.length === 0).toBe(count <= MOST_ADDRESSES);
            }),
        );
    });

    it("accepts exactly the IPv6 ranges of 1 to 256 addresses", () => {
        fc.assert(
            fc.property(fc.integer({ min: 1, max: 0xf000 }), counts, (start, count) => {
                const address = (offset: number) => `2001:db8::${(start + offset).toString(16)}`;
                const found = mistakes({ start: address(0), end: address(count - 1) });
                expect(found.length === 0).toBe(count <= MOST_ADDRESSES);
            }),
        );
    });

    it("refuses every range that ends before it starts", () => {
        const first = fc.integer({ min: 2, max: 0xffffffff });
        fc.assert(
            fc.property(first, fc.double({ min: 0, max: 1, noNaN: true }), (start, part) => {
                const end = 1 + Math.floor((start - 2) * part);
                expect(mistakes({ start: dotted(start), end: dotted(end) })).toEqual([
                    `firewall.office: '${dotted(end)}' comes before '${dotted(start)}'; swap them`,
                ]);
            }),
        );
    });

    it("refuses 0.0.0.0, which admits all of Azure, also as the start of a narrow range", () => {
        const sentence = "firewall.office: '0.0.0.0' admits all of Azure; name the addresses that are needed";
        expect(mistakes({ start: "0.0.0.0", end: "0.0.0.0" })).toEqual([sentence]);
        expect(mistakes({ start: "0.0.0.0", end: "0.0.0.9" })).toEqual([sentence]);
        expect(mistakes({ start: "::", end: "::1" })).toHaveLength(1);
    });

    it("refuses the whole internet with its width", () => {
        expect(mistakes({ start: "0.0.0.1", end: "255.255.255.255" })).toEqual([
            "firewall.office: 4294967295 addresses are too many; at most 256 (a /24) are allowed",
        ]);
    });

    it.each(["10.0.0.7", "127.0.0.1", "169.254.1.1", "100.64.0.1", "192.168.1.1", "224.0.0.1", "fd00::1", "fe80::1"])(
        "refuses %s, which never arrives from outside",
        (address) => {
            expect(mistakes({ start: address, end: address })).toEqual([
                `firewall.office: '${address}' never arrives from outside; name the public address behind which it stands`,
            ]);
        },
    );

    it.each(["198.51.100", "198.51.100.010", "198.51.100.0/24", "0x7f.1", "office.figlo.example", ""])(
        "refuses '%s', which is no literal address",
        (start) => {
            expect(mistakes({ start })).toContain(`firewall.office: '${start}' is neither an IPv4 nor an IPv6 address`);
        },
    );

    it("refuses IPv4 in the clothing of IPv6, and an IPv6 address with a zone", () => {
        expect(mistakes({ start: "::ffff:0.0.0.0", end: "::ffff:0.0.0.0" })).toHaveLength(2);
        expect(mistakes({ start: "fe80::1%eth0", end: "fe80::1%eth0" })).toHaveLength(2);
    });

    it("refuses a range from IPv4 to IPv6", () => {
        expect(mistakes({ end: "2001:db8::1" })).toEqual([
            "firewall.office: '198.51.100.10' and '2001:db8::1' are not of one kind; give two IPv4 or two IPv6 addresses",
        ]);
    });

    it("refuses a name twice, without regard to case, as Azure does", () => {
        expect(addressMistakes("firewall", [office(), office({ name: "Office" })])).toEqual([
            "firewall: the name 'Office' is given twice; give each range its own",
        ]);
    });

    it("refuses the name by which the portal admits all of Azure, and a name that Azure would refuse", () => {
        expect(mistakes({ name: "AllowAllWindowsAzureIps" })).toHaveLength(1);
        expect(mistakes({ name: "office/2" })).toHaveLength(1);
    });

    it("refuses a range without a reason, and an end date that is no day", () => {
        expect(mistakes({ reason: " " })).toEqual([
            "firewall.office: no reason is given; say who needs it and what for",
        ]);
        expect(mistakes({ until: "2026-02-31" })).toEqual([
            "firewall.office: '2026-02-31' is no date; write YYYY-MM-DD",
        ]);
    });

    it("names all mistakes at once", () => {
        expect(mistakes({ name: "office/2", reason: "", start: "nowhere" })).toHaveLength(3);
    });
});
