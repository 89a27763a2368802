import { type AddressRange, isAddressRange, knownRangeOf } from "./address-range";
import { DATABASE_FIREWALL_RULE } from "./allowed-types";
import { DATABASE, SERVER } from "./azure-types";
import { isMark } from "./marks";
import type { ResourceView, StackView } from "./model";
import { physicalNamesIn } from "./physical-name";

/** A range of a firewall with all of the same server or database that overlap it or lie beside it, and beside those in turn. */
export const joinedWith = (rule: ResourceView, range: AddressRange, stack: StackView): AddressRange =>
    joinedOf(rule, stack).find((joined) => holds(joined, range)) ?? range;

/** How many addresses of one kind all ranges of a rule's server or database let in, with what is between neighbours. */
export function addressesBeside(rule: ResourceView, { first }: AddressRange, stack: StackView): bigint {
    const joined = joinedOf(rule, stack);
    const sum = sums.get(joined) ?? { 32: sumOf(joined, 32), 128: sumOf(joined, 128) };
    sums.set(joined, sum);
    return sum[first.bits];
}

/** Kept for the ranges of each server and database, so that not every rule adds up all. */
const sums = new WeakMap<readonly AddressRange[], Readonly<Record<32 | 128, bigint>>>();

const sumOf = (ranges: readonly AddressRange[], bits: 32 | 128): bigint =>
    ranges
        .filter(({ first }) => first.bits === bits)
        .reduce((sum, { first, last }) => sum + last.value - first.value + 1n, 0n);

const joinedOf = (rule: ResourceView, stack: StackView): readonly AddressRange[] =>
    indexOf(stack).get(placeOf(rule)) ?? [];

const holds = (outer: AddressRange, inner: AddressRange): boolean =>
    outer.first.bits === inner.first.bits &&
    outer.first.value <= inner.first.value &&
    inner.last.value <= outer.last.value;

/** Kept for each stack, so that not every rule reads every other. */
const indexes = new WeakMap<StackView, ReadonlyMap<string, readonly AddressRange[]>>();

function indexOf(stack: StackView): ReadonlyMap<string, readonly AddressRange[]> {
    const made = indexes.get(stack) ?? index(stack);
    indexes.set(stack, made);
    return made;
}

function index(stack: StackView): ReadonlyMap<string, readonly AddressRange[]> {
    const ranges = new Map<string, AddressRange[]>();
    for (const rule of stack.all.filter(isAddressRange)) {
        const range = knownRangeOf(rule);
        const place = placeOf(rule);
        if (range) {
            ranges.set(place, ranges.get(place) ?? []);
            ranges.get(place)?.push(range);
        }
    }
    return new Map([...ranges].map(([place, each]) => [place, join(each)]));
}

/**
 * What tells apart the servers that rules are of, or the databases that rules are in, as far as a rule says; those that say nothing may all
 * be of one, and so count together.
 */
function placeOf(rule: ResourceView): string {
    const [property, type] = rule.type === DATABASE_FIREWALL_RULE ? ["database", DATABASE] : ["serverName", SERVER];
    const given = rule.inputs[property];
    const [place] = isMark(given) ? [] : rule.references(property, type);
    const [name] = physicalNamesIn(given);
    return place?.urn ?? name ?? rule.dependencyUrns(property).join(" ");
}

/** Ranges with no more than this between them count as one: a slice that leaves out an address is no narrower for it. */
const NEAR: Readonly<Record<32 | 128, bigint>> = { 32: 16n, 128: 1n << 60n };

function join(ranges: readonly AddressRange[]): readonly AddressRange[] {
    const joined: AddressRange[] = [];
    for (const range of [...ranges].sort(byFirst)) {
        const last = joined.at(-1);
        if (
            last &&
            last.first.bits === range.first.bits &&
            range.first.value <= last.last.value + NEAR[range.first.bits] + 1n
        ) {
            joined.splice(-1, 1, { first: last.first, last: later(last, range) });
        } else {
            joined.push(range);
        }
    }
    return joined;
}

const later = (a: AddressRange, b: AddressRange) => (a.last.value > b.last.value ? a.last : b.last);

const byFirst = ({ first: a }: AddressRange, { first: b }: AddressRange): number =>
    a.bits - b.bits || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);
