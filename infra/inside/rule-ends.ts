import ipaddr from "ipaddr.js";

/** The two kinds of rules that Azure keeps apart, each with its own procedures and view. One name may stand for one of each. */
export const RULE_KINDS = ["ipv4", "ipv6"] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** Ends of the ranges of a rule: of one kind where it is declared, of both where somebody added the other by hand. */
export interface RuleEnds {
    readonly startIpAddress?: string;
    readonly endIpAddress?: string;
    readonly startIPv6Address?: string;
    readonly endIPv6Address?: string;
}

export interface Range {
    readonly start: string;
    readonly end: string;
}

/** The range of one kind. */
export function rangeOf(ends: RuleEnds, kind: RuleKind): Range | undefined {
    const [start, end] =
        kind === "ipv4" ? [ends.startIpAddress, ends.endIpAddress] : [ends.startIPv6Address, ends.endIPv6Address];
    return start === undefined || end === undefined ? undefined : { start, end };
}

/** The same, the other way round. */
export const endsOf = ({ start, end }: Range, kind: RuleKind): RuleEnds =>
    kind === "ipv4" ? { startIpAddress: start, endIpAddress: end } : { startIPv6Address: start, endIPv6Address: end };

/** Whether both are the same addresses, or both nothing: an address of IPv6 can be written in many ways. */
export const isSameRange = (one: Range | undefined, other: Range | undefined): boolean =>
    one === undefined || other === undefined
        ? one === other
        : isSameAddress(one.start, other.start) && isSameAddress(one.end, other.end);

const isSameAddress = (one: string, other: string): boolean => normal(one) === normal(other);

const normal = (address: string): string =>
    ipaddr.isValid(address) ? ipaddr.parse(address).toNormalizedString() : address;
