import fc from "fast-check";
import ipaddr from "ipaddr.js";
import { planAddresses, shardAddresses } from "../../../infra/network/address-plan";

const SPACE = "10.20.0.0/20";
const SHARDS = Array.from({ length: 99 }, (_, index) => String(index + 1).padStart(2, "0"));

const bounds = (cidr: string) => {
    const number = (address: ipaddr.IPv4) => address.toByteArray().reduce((sum, byte) => sum * 256 + byte, 0);
    return {
        first: number(ipaddr.IPv4.networkAddressFromCIDR(cidr)),
        last: number(ipaddr.IPv4.broadcastAddressFromCIDR(cidr)),
    };
};

const inside = (inner: string, outer: string) =>
    bounds(inner).first >= bounds(outer).first && bounds(inner).last <= bounds(outer).last;

const overlap = (one: string, other: string) =>
    bounds(one).first <= bounds(other).last && bounds(other).first <= bounds(one).last;

describe("planAddresses", () => {
    it("gives each purpose a /24 of the lower half and shards the upper half", () => {
        expect(planAddresses(SPACE)).toEqual({
            frontEnd: "10.20.0.0/24",
            backEnd: "10.20.1.0/24",
            privateEndpoints: "10.20.2.0/24",
            runners: "10.20.3.0/24",
            backEndEndpoints: "10.20.4.0/24",
            documentEndpoints: "10.20.5.0/24",
            shards: "10.20.8.0/21",
        });
    });

    it("keeps all parts inside the space and apart, whatever the private /20", () => {
        const spaces = fc
            .tuple(fc.constantFrom("10.0", "10.255", "172.16", "172.31", "192.168"), fc.integer({ min: 0, max: 15 }))
            .map(([start, third]) => `${start}.${third * 16}.0/20`);
        fc.assert(
            fc.property(spaces, (space) => {
                const parts = Object.values(planAddresses(space));
                const pairs = parts.flatMap((one, at) => parts.slice(at + 1).map((other) => [one, other] as const));
                expect(parts.filter((part) => !inside(part, space))).toEqual([]);
                expect(pairs.filter(([one, other]) => overlap(one, other))).toEqual([]);
            }),
        );
    });

    it.each([
        ["10.20.0.0/16", "address space '10.20.0.0/16' is a /16; expected a private IPv4 /20, such as '10.20.0.0/20'"],
        ["10.20.1.0/20", "address space '10.20.1.0/20' does not begin a /20, '10.20.0.0' does"],
        ["198.51.96.0/20", "address space '198.51.96.0/20' is not private"],
        ["2001:db8::/20", "address space '2001:db8::/20' is not an IPv4 range"],
        ["10.20.0.0", "address space '10.20.0.0' is not an IPv4 range"],
        ["10.20/20", "address space '10.20/20' is not an IPv4 range"],
    ])("refuses %s with a sentence", (space, sentence) => {
        expect(() => planAddresses(space)).toThrow(sentence);
    });
});

describe("shardAddresses", () => {
    it("numbers shards from the start of the upper half", () => {
        expect(shardAddresses(SPACE, "01")).toBe("10.20.8.0/28");
        expect(shardAddresses(SPACE, "02")).toBe("10.20.8.16/28");
        expect(shardAddresses(SPACE, "17")).toBe("10.20.9.0/28");
        expect(shardAddresses(SPACE, "99")).toBe("10.20.14.32/28");
    });

    it("has room for all 99 shards, apart from each other and inside the range that security rules name", () => {
        const ranges = SHARDS.map((shard) => shardAddresses(SPACE, shard));
        expect(new Set(ranges).size).toBe(99);
        expect(ranges.filter((range) => !inside(range, planAddresses(SPACE).shards))).toEqual([]);
    });

    it.each(["00", "1", "100", "ab", ""])("refuses '%s' as a shard", (shard) => {
        expect(() => shardAddresses(SPACE, shard)).toThrow("is not a shard; expected two digits from '01' to '99'");
    });
});
