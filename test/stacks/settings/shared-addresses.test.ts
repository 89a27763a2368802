import * as fc from "fast-check";
import { type Held, sharedAddresses } from "../../../stacks/settings/shared-addresses";

const held = (holder: string, first: number, last: number, kind: "IPv4" | "IPv6" = "IPv4"): Held => ({
    holder,
    block: { kind, first: BigInt(first), last: BigInt(last) },
});

const some = fc.record({
    holder: fc.constantFrom("a", "b", "c"),
    first: fc.nat(60),
    length: fc.nat(12),
    kind: fc.constantFrom("IPv4" as const, "IPv6" as const),
});

describe("addresses of several holders", () => {
    it("that touch without meeting are nobody else's", () => {
        expect(sharedAddresses([held("a", 1, 4), held("b", 5, 9)])).toEqual([]);
    });

    it("that meet in one are found, with whom they are shared", () => {
        const [a, b] = [held("a", 1, 5), held("b", 5, 9)];
        expect(sharedAddresses([b, a])).toEqual([[a, b]]);
    });

    it("are of two kinds, which never meet", () => {
        expect(sharedAddresses([held("a", 1, 5), held("b", 1, 5, "IPv6")])).toEqual([]);
    });

    it("may stand twice for one holder, and are found behind them all the same", () => {
        const [wide, own, strange] = [held("a", 1, 100), held("a", 2, 200), held("b", 50, 60)];
        expect(sharedAddresses([wide, own, strange]).map(([, later]) => later)).toEqual([strange]);
    });

    it("are found exactly where comparing each with each finds them", () => {
        fc.assert(
            fc.property(fc.array(some, { maxLength: 12 }), (drawn) => {
                const ranges = drawn.map(({ holder, first, length, kind }) =>
                    held(holder, first, first + length, kind),
                );
                const meets = (a: Held, b: Held) =>
                    a.holder !== b.holder &&
                    a.block.kind === b.block.kind &&
                    a.block.first <= b.block.last &&
                    b.block.first <= a.block.last;
                const pairs = sharedAddresses(ranges);
                expect(pairs.filter(([a, b]) => !meets(a, b))).toEqual([]);
                expect(pairs.length > 0).toBe(ranges.some((a) => ranges.some((b) => meets(a, b))));
            }),
            { numRuns: 1000 },
        );
    });
});
