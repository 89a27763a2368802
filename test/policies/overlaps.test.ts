import fc from "fast-check";
import { Overlaps, type OwnedRange } from "../../policies/overlaps";

const ADDRESSES = 40;
const at = (value: number) => ({ bits: 32 as const, value: BigInt(value) });

const owned = (first: number, length: number, owner: string): OwnedRange => ({
    range: { first: at(first), last: at(first + length) },
    owner,
    what: "",
});

const anyRange = fc
    .tuple(fc.nat(ADDRESSES), fc.nat(12), fc.constantFrom("a", "b", "c"))
    .map(([first, length, owner]) => owned(first, length, owner));

const touch = ({ range: a }: OwnedRange, { range: b }: OwnedRange): boolean =>
    a.first.value <= b.last.value && b.first.value <= a.last.value;

describe("what overlaps a range", () => {
    it("is found where a comparison of each with each finds one of another owner, and only there", () => {
        fc.assert(
            fc.property(fc.array(anyRange, { maxLength: 25 }), anyRange, (ranges, asked) => {
                const expected = ranges.filter((each) => each.owner !== asked.owner && touch(each, asked));
                const found = new Overlaps(ranges).with(asked.range, asked.owner);
                expect(found.length > 0).toBe(expected.length > 0);
                expect(found.every((each) => expected.includes(each))).toBe(true);
            }),
            { numRuns: 2000 },
        );
    });

    it("is anybody's where no owner asks", () => {
        expect(new Overlaps([owned(5, 2, "a")]).with(owned(6, 0, "").range)).toHaveLength(1);
    });

    it("is of the same kind of address", () => {
        const { range } = owned(5, 0, "a");
        const long = { first: { ...range.first, bits: 128 as const }, last: { ...range.last, bits: 128 as const } };
        expect(new Overlaps([owned(5, 0, "a")]).with(long)).toEqual([]);
    });

    it("is found soon among tens of thousands, also where one holds them all", () => {
        const many = Array.from({ length: 20_000 }, (_, index) => owned(index * 3, 1, `tenant-${index % 100}`));
        const start = performance.now();
        const overlaps = new Overlaps([owned(0, 100_000, "wide"), ...many]);
        const found = many.map(({ range, owner }) => overlaps.with(range, owner).length);
        expect(performance.now() - start).toBeLessThan(1000);
        expect(new Set(found)).toEqual(new Set([1]));
    });
});
