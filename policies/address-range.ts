import * as ipaddr from "ipaddr.js";
import { DATABASE_FIREWALL_RULE } from "./allowed-types";
import type { ResourceView } from "./model";

const SQL_RULES: ReadonlySet<string> = new Set([
    "azure-native:dbformysql:FirewallRule",
    "azure-native:dbformysql:SingleServerFirewallRule",
    "azure-native:dbforpostgresql:FirewallRule",
    "azure-native:dbforpostgresql:ServerGroupFirewallRule",
    "azure-native:dbforpostgresql:SingleServerFirewallRule",
    "azure-native:sql:FirewallRule",
    "azure-native:sql:IPv6FirewallRule",
    DATABASE_FIREWALL_RULE,
]);

/** True for a firewall rule of a database server, and for anything else that states a range of addresses as those do. */
export const isAddressRange = ({ type, inputs }: ResourceView): boolean =>
    SQL_RULES.has(type) || Object.hasOwn(inputs, "startIpAddress") || Object.hasOwn(inputs, "startIPv6Address");

/** The two ends of a range, under the names that IPv4 and IPv6 rules have for them. */
export function endsOf({ props }: Pick<ResourceView, "props">): { readonly start: unknown; readonly end: unknown } {
    return {
        start: props.startIpAddress ?? props.startIPv6Address,
        end: props.endIpAddress ?? props.endIPv6Address,
    };
}

/** Two addresses of one kind. */
export interface AddressRange {
    readonly first: Address;
    readonly last: Address;
}

/** `undefined` for what is not a range of addresses of one kind. Throws where an end is not known. */
export function rangeOf(rule: Pick<ResourceView, "props">): AddressRange | undefined {
    const { start, end } = endsOf(rule);
    const first = parseAddress(start);
    const last = parseAddress(end);
    return first && last && first.bits === last.bits ? { first, last } : undefined;
}

/** A range that is known and begins before it ends. */
export function knownRangeOf(rule: ResourceView): AddressRange | undefined {
    // As given, a mark is no address.
    const range = rangeOf({ props: rule.inputs });
    return range && range.first.value <= range.last.value ? range : undefined;
}

/** An address as a number; an IPv6 address that holds an IPv4 one is that one. */
export interface Address {
    readonly bits: 32 | 128;
    readonly value: bigint;
}

/** `undefined` for what is not an address; IPv4 only in four decimal parts, since Azure takes no other. */
export function parseAddress(text: unknown): Address | undefined {
    if (typeof text !== "string" || !(ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text))) {
        return undefined;
    }
    const bytes = ipaddr.process(text).toByteArray();
    const value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
    return { bits: bytes.length === 4 ? 32 : 128, value };
}

/** The prefix of the smallest power of two that holds as many addresses: 256 of IPv4 are a /24. */
export function prefixOf(start: Address, end: Address): number {
    const addresses = end.value - start.value + 1n;
    const bits = (addresses - 1n).toString(2).length;
    return start.bits - (addresses === 1n ? 0 : bits);
}

/** True for a range of IPv6 addresses that holds one that is of IPv4, and so more than its width says. */
export const holdsIpv4 = (start: Address, end: Address): boolean =>
    start.bits === 128 && start.value <= LAST_IPV4 && end.value >= FIRST_IPV4;

const FIRST_IPV4 = 0xffff_0000_0000n;
const LAST_IPV4 = 0xffff_ffff_ffffn;
