import { isIPv4, isIPv6 } from "node:net";
import ipaddr from "ipaddr.js";

/** Addresses from `first` to `last`, IPv4 and IPv6 in number ranges of their own. */
export interface Block {
    readonly kind: "IPv4" | "IPv6";
    readonly first: bigint;
    readonly last: bigint;
}

/** True for an address as Azure takes it: no zone (`fe80::1%eth0`), no IPv4 in the clothing of IPv6. */
export const isAddress = (text: string): boolean =>
    isIPv4(text) || (isIPv6(text) && !text.includes("%") && !ipaddr.IPv6.parse(text).isIPv4MappedAddress());

/** The addresses between two; `undefined` when one is no address or they are of two kinds. */
export function between(start: string, end: string): Block | undefined {
    if (!isAddress(start) || !isAddress(end) || isIPv4(start) !== isIPv4(end)) {
        return undefined;
    }
    return { kind: isIPv4(start) ? "IPv4" : "IPv6", first: numberOf(start), last: numberOf(end) };
}

/** The addresses of `10.0.0.0/20`; `undefined` when it is not written so or does not begin where such a block begins. */
export function toBlock(cidr: string): Block | undefined {
    const [address = "", length = "", ...more] = cidr.split("/");
    const one = between(address, address);
    const bits = one?.kind === "IPv6" ? 128 : 32;
    if (one === undefined || more.length > 0 || !/^\d{1,3}$/.test(length) || Number(length) > bits) {
        return undefined;
    }
    const size = 1n << BigInt(bits - Number(length));
    return one.first % size === 0n ? { ...one, last: one.first + size - 1n } : undefined;
}

export const overlap = (a: Block, b: Block): boolean => a.kind === b.kind && a.first <= b.last && b.first <= a.last;

export const within = (outer: Block, inner: Block): boolean =>
    outer.kind === inner.kind && outer.first <= inner.first && inner.last <= outer.last;

export const sizeOf = ({ first, last }: Block): bigint => last - first + 1n;

/** The fewest blocks in CIDR notation that hold exactly these addresses. */
export function toCidrs({ kind, first, last }: Block): readonly string[] {
    const bits = kind === "IPv6" ? 128 : 32;
    const cidrs: string[] = [];
    for (let from = first; from <= last; ) {
        let free = 0;
        while (free < bits && from % (2n << BigInt(free)) === 0n && from + (2n << BigInt(free)) - 1n <= last) {
            free += 1;
        }
        cidrs.push(`${addressOf(from, bits)}/${bits - free}`);
        from += 1n << BigInt(free);
    }
    return cidrs;
}

function addressOf(number: bigint, bits: number): string {
    const bytes = Array.from({ length: bits / 8 }, (_, index) =>
        Number((number >> BigInt(bits - 8 * (index + 1))) & 255n),
    );
    return ipaddr.fromByteArray(bytes).toString();
}

const block = (cidr: string): Block => toBlock(cidr) as Block;

const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].map(block);
const NEVER_PUBLIC = ["0.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4"]
    .map(block)
    .concat(PRIVATE);
const GLOBAL_UNICAST = block("2000::/3");

/** True where none of the addresses is private or reserved: such a range never arrives at a public firewall. */
export const isPublic = (range: Block): boolean =>
    range.kind === "IPv4" ? !NEVER_PUBLIC.some((other) => overlap(range, other)) : within(GLOBAL_UNICAST, range);

/** True for addresses that every organisation may use inside. */
export const isPrivate = (range: Block): boolean => PRIVATE.some((all) => within(all, range));

function numberOf(address: string): bigint {
    const bytes = ipaddr.parse(address).toByteArray();
    return bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
}
