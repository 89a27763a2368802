import type { AddressRange } from "./address-range";
import { append } from "./multi-map";

/** A range of addresses, and whose it is. */
export interface OwnedRange {
    readonly range: AddressRange;
    readonly owner: string;
    /** In the words of a message. */
    readonly what: string;
}

/** Finds what overlaps a range and is somebody else's, by two looks: the ranges of a hundred tenants are not compared with each other. */
export class Overlaps {
    private readonly kinds: ReadonlyMap<number, Sorted>;

    constructor(ranges: readonly OwnedRange[]) {
        const kinds = new Map<number, OwnedRange[]>();
        for (const each of ranges) {
            append(kinds, each.range.first.bits, each);
        }
        this.kinds = new Map([...kinds].map(([bits, each]) => [bits, new Sorted(each)]));
    }

    /** At most two, of two owners; nothing only where no other's overlaps. */
    with(range: AddressRange, owner?: string): readonly OwnedRange[] {
        const found = this.kinds.get(range.first.bits)?.with(range, owner) ?? [];
        return found.filter((each, index) => found.findIndex((other) => other.owner === each.owner) === index);
    }
}

/** Ranges of one kind, sorted by their first address. */
class Sorted {
    private readonly ranges: readonly OwnedRange[];
    /** Of a range and all before it, the one that reaches farthest, and the farthest of another owner. */
    private readonly reach: (readonly OwnedRange[])[] = [];
    /** Where the next range of another owner is. */
    private readonly next: number[] = [];

    constructor(ranges: readonly OwnedRange[]) {
        this.ranges = [...ranges].sort((a, b) => compare(firstOf(a), firstOf(b)));
        this.ranges.forEach((range, index) => {
            this.reach.push(farthest(this.reach[index - 1] ?? [], range));
        });
        for (let at = this.ranges.length - 1; at >= 0; at--) {
            const isSame = this.ranges[at + 1]?.owner === this.ranges[at]?.owner;
            this.next[at] = isSame ? (this.next[at + 1] ?? at + 1) : at + 1;
        }
    }

    with({ first, last }: AddressRange, owner: string | undefined): readonly OwnedRange[] {
        const at = this.indexFrom(first.value);
        const before = (this.reach[at - 1] ?? []).find((each) => each.owner !== owner);
        const after = this.ranges[this.ranges[at]?.owner === owner ? (this.next[at] ?? at) : at];
        return [
            ...(before && lastOf(before) >= first.value ? [before] : []),
            ...(after && firstOf(after) <= last.value ? [after] : []),
        ];
    }

    /** Index of the first range that begins at an address or behind it. */
    private indexFrom(address: bigint): number {
        let [low, high] = [0, this.ranges.length];
        while (low < high) {
            const middle = (low + high) >> 1;
            const range = this.ranges[middle];
            [low, high] = range && firstOf(range) < address ? [middle + 1, high] : [low, middle];
        }
        return low;
    }
}

function farthest(before: readonly OwnedRange[], range: OwnedRange): readonly OwnedRange[] {
    const sorted = [...before, range].sort((a, b) => compare(lastOf(b), lastOf(a)));
    const [best] = sorted;
    const other = sorted.find(({ owner }) => owner !== best?.owner);
    return best && other ? [best, other] : sorted.slice(0, 1);
}

const firstOf = ({ range }: OwnedRange): bigint => range.first.value;
const lastOf = ({ range }: OwnedRange): bigint => range.last.value;
const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
