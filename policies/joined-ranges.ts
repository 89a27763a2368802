import { type AddressRange, isAddressRange, knownRangeOf } from "./address-range";
import { SERVER } from "./azure-types";
import { isMark } from "./marks";
import type { ResourceView, StackView } from "./model";
import { physicalNamesIn } from "./physical-name";

/** A range of a firewall with all of the same server that overlap it or border on it, and on those in turn. */
export const joinedWith = (rule: ResourceView, range: AddressRange, stack: StackView): AddressRange =>
    (indexOf(stack).get(serverOf(rule)) ?? []).find((joined) => holds(joined, range)) ?? range;

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
        const server = serverOf(rule);
        if (range) {
            ranges.set(server, ranges.get(server) ?? []);
            ranges.get(server)?.push(range);
        }
    }
    return new Map([...ranges].map(([server, each]) => [server, join(each)]));
}

/** What tells servers apart, as far as a rule says; those that say nothing may all be of one server, and so count together. */
function serverOf(rule: ResourceView): string {
    const given = rule.inputs.serverName;
    const [server] = isMark(given) ? [] : rule.references("serverName", SERVER);
    const [name] = physicalNamesIn(given);
    return server?.urn ?? name ?? rule.dependencyUrns("serverName").join(" ");
}

function join(ranges: readonly AddressRange[]): readonly AddressRange[] {
    const joined: AddressRange[] = [];
    for (const range of [...ranges].sort(byFirst)) {
        const last = joined.at(-1);
        if (last && last.first.bits === range.first.bits && range.first.value <= last.last.value + 1n) {
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
