import type { Block } from "./address-math";

/** Addresses that somebody holds. */
export interface Held {
    readonly block: Block;
    /** Whose they are; what one holder has twice is not looked for. */
    readonly holder: string;
}

/**
 * Each range that shares an address with one of another holder, behind one that it shares it with. All ranges are compared in the order of
 * their first addresses, so that many are compared quickly.
 */
export function sharedAddresses<R extends Held>(ranges: readonly R[]): readonly (readonly [earlier: R, later: R])[] {
    const shared: (readonly [R, R])[] = [];
    // Of all ranges so far that which reaches furthest, and that of all other holders.
    let furthest: R | undefined;
    let other: R | undefined;
    for (const range of [...ranges].sort(inOrder)) {
        if (furthest?.block.kind !== range.block.kind) {
            furthest = undefined;
            other = undefined;
        }
        const rival = furthest?.holder === range.holder ? other : furthest;
        if (rival !== undefined && rival.block.last >= range.block.first) {
            shared.push([rival, range]);
        }
        if (furthest === undefined || range.block.last > furthest.block.last) {
            other = furthest?.holder === range.holder ? other : furthest;
            furthest = range;
        } else if (furthest.holder !== range.holder && (other === undefined || range.block.last > other.block.last)) {
            other = range;
        }
    }
    return shared;
}

const inOrder = ({ block: a }: Held, { block: b }: Held): number =>
    a.kind === b.kind ? (a.first < b.first ? -1 : a.first > b.first ? 1 : 0) : a.kind < b.kind ? -1 : 1;
