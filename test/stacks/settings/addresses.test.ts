import fc from "fast-check";
import { between, isPublic, overlap, sizeOf, toBlock } from "../../../stacks/settings/address-math";
import { mistakesWith } from "./examples";

const range = (changes: object = {}) => ({
    name: "office",
    start: "203.0.113.10",
    end: "203.0.113.20",
    reason: "The office in Utrecht.",
    ...changes,
});

const firewall = (...ranges: readonly object[]) => mistakesWith("sql.firewall", ranges);

describe("a firewall range", () => {
    it("may end in the past, which is a finding elsewhere and no mistake", () => {
        expect(firewall(range({ until: "2020-01-01" }))).toEqual([]);
    });

    it("may be of IPv6", () => {
        expect(firewall(range({ start: "2001:db8::1", end: "2001:db8::ff" }))).toEqual([]);
    });

    it("is at most a /24 wide, of either kind", () => {
        expect(firewall(range({ start: "203.0.113.0", end: "203.0.113.255" }))).toEqual([]);
        const remedy = "holds 257 addresses, of which at most 256 (a /24) are allowed; name those that need it";
        expect(firewall(range({ start: "203.0.113.0", end: "203.0.114.0" }))).toEqual([
            `sql.firewall[0].end: 203.0.113.0 to 203.0.114.0 ${remedy}`,
        ]);
        expect(firewall(range({ start: "2001:db8::", end: "2001:db8::100" }))).toEqual([
            `sql.firewall[0].end: 2001:db8:: to 2001:db8::100 ${remedy}`,
        ]);
    });

    it("of the whole internet is one mistake, at its start, and overlaps nothing besides", () => {
        const all = range({ name: "all", start: "0.0.0.0", end: "255.255.255.255" });
        expect(firewall(range(), all, range({ name: "other", start: "198.51.100.1", end: "198.51.100.1" }))).toEqual([
            "sql.firewall[1].start: 0.0.0.0 admits all of Azure, and 0.0.0.0 to 255.255.255.255 holds 4294967296 addresses, " +
                "of which at most 256 (a /24) are allowed; name the addresses that need it",
        ]);
    });

    it("never ends at 0.0.0.0, for which swapping would be the wrong remedy", () => {
        expect(firewall(range({ end: "0.0.0.0" }))).toEqual([
            "sql.firewall[0].end: 0.0.0.0 admits all of Azure; name the addresses that need it",
        ]);
    });

    it("that is private at its end only is told so there", () => {
        expect(firewall(range({ start: "9.255.255.250", end: "10.0.0.5" }))).toEqual([
            "sql.firewall[0].end: '10.0.0.5' is private or reserved and never arrives here; name the public address behind which it stands",
        ]);
    });

    it("runs forward", () => {
        expect(firewall(range({ start: "203.0.113.20", end: "203.0.113.10" }))).toEqual([
            "sql.firewall[0].end: the range ends before it starts; swap start and end",
        ]);
    });

    it("is of one kind", () => {
        expect(firewall(range({ end: "2001:db8::1" }))).toEqual([
            "sql.firewall[0].end: start and end are not of one kind, IPv4 or IPv6; give both of the same",
        ]);
    });

    it.each(["0.0.0.0", "::"])("never begins at %s, which Azure reads as all of Azure", (start) => {
        expect(firewall(range({ start, end: start }))).toEqual([
            `sql.firewall[0].start: ${start} admits all of Azure; name the addresses that need it`,
        ]);
    });

    it.each(["10.0.0.1", "192.168.1.1", "127.0.0.1", "169.254.1.1", "224.0.0.1", "fd00::1"])(
        "is public, unlike %s",
        (address) => {
            expect(firewall(range({ start: address, end: address }))).toEqual([
                `sql.firewall[0].start: '${address}' is private or reserved and never arrives here; name the public address behind which it stands`,
            ]);
        },
    );

    it.each(["203.0.113", "203.0.113.256", "203.0.113.010", "::ffff:203.0.113.1", "fe80::1%eth0"])(
        "has addresses, unlike %s",
        (start) => {
            expect(firewall(range({ start }))).toEqual([
                `sql.firewall[0].start: '${start}' is no IPv4 or IPv6 address; write one such as 203.0.113.10`,
            ]);
        },
    );

    it("has a name of its own", () => {
        const other = range({ start: "198.51.100.1", end: "198.51.100.1" });
        expect(firewall(range(), other)).toEqual([
            "sql.firewall[1].name: 'office' stands twice (first at 0); each name may stand once",
        ]);
    });

    it("does not overlap another", () => {
        expect(firewall(range(), range({ name: "second", start: "203.0.113.20", end: "203.0.113.30" }))).toEqual([
            "sql.firewall[1]: overlaps 'office'; admit each address once",
        ]);
    });

    it("cannot be called what scanners take for Azure's own rule", () => {
        expect(firewall(range({ name: "AllowAllWindowsAzureIps" }))).toHaveLength(1);
    });

    it.each(["2026-02-30", "31-12-2026", "2026-12-31T00:00:00Z", "soon"])("does not end on %s", (until) => {
        expect(firewall(range({ until }))).toEqual([
            `sql.firewall[0].until: expected a date that exists, written YYYY-MM-DD in quotes, got '${until}'`,
        ]);
    });

    it("gives a reason", () => {
        expect(firewall(range({ reason: "   " }))).toEqual([
            "sql.firewall[0].reason: expected a sentence of 10 to 500 characters, got '   '",
        ]);
    });
});

describe("a network", () => {
    it.each(["10.64.0.0/16", "10.40.8.0/20", "8.8.0.0/20", "10.40.0.0", "10.40.0.0/20/20"])("is no %s", (block) => {
        expect(mistakesWith("network.primary", block)).toEqual([
            `network.primary: '${block}' is no private IPv4 /20; write one such as '10.20.0.0/20', whose third number is a multiple of 16`,
        ]);
    });

    it("is not that of the other region", () => {
        expect(mistakesWith("network.secondary", "10.40.0.0/20")).toEqual([
            "network.secondary: '10.40.0.0/20' is also the network of the first region; give each its own block",
        ]);
    });
});

describe("visitors", () => {
    it("are the internet or blocks of addresses", () => {
        expect(mistakesWith("web.visitors", "everybody")).toEqual([
            "web.visitors: expected 'internet' or a list of public addresses such as 203.0.113.0/24, got 'everybody'",
        ]);
        expect(mistakesWith("web.visitors", [])).toHaveLength(1);
        expect(mistakesWith("web.visitors", ["203.0.113.0/24", "2001:db8::/120"])).toEqual([]);
    });

    it.each(["0.0.0.0/0", "203.0.0.0/16", "10.0.0.0/24", "203.0.113.1/24", "::/0"])("come from no %s", (block) => {
        expect(mistakesWith("web.visitors", [block])).toEqual([
            `web.visitors[0]: '${block}' is no block of at most 256 public addresses; write its first address and its length, such as 203.0.113.0/24`,
        ]);
    });
});

describe("blocks", () => {
    it("of any length have as many addresses as their length says, and overlap themselves", () => {
        fc.assert(
            fc.property(fc.nat(0xffffffff), fc.integer({ min: 1, max: 32 }), (number, length) => {
                const size = 2 ** (32 - length);
                const first = Math.floor(number / size) * size;
                const address = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join(".");
                const block = toBlock(`${address}/${length}`);
                expect(block && sizeOf(block)).toBe(BigInt(size));
                expect(block && overlap(block, block)).toBe(true);
            }),
        );
    });

    it("of two kinds never overlap", () => {
        const four = between("0.0.0.1", "0.0.0.9");
        const six = between("::1", "::9");
        expect(four && six && overlap(four, six)).toBe(false);
    });

    it("of documentation count as public, so that examples can use them", () => {
        expect(["192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"].map(toBlock).every((b) => b && isPublic(b))).toBe(
            true,
        );
    });
});
