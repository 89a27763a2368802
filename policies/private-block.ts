import * as ipaddr from "ipaddr.js";

/** Blocks that no router of the internet knows, for IPv4 and IPv6. */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"].map((block) => ipaddr.parseCIDR(block));

/** True for an address, or a whole block of them, of private networks. */
export function isPrivateBlock(text: string): boolean {
    const [address = "", prefix, ...more] = text.trim().split("/");
    if (more.length > 0 || !(ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address))) {
        return false;
    }
    const parsed = ipaddr.parse(address);
    const bits = prefix === undefined ? Number.POSITIVE_INFINITY : Number(prefix);
    return PRIVATE.some(([net, width]) => net.kind() === parsed.kind() && bits >= width && within(parsed, net, width));
}

const within = (address: ipaddr.IPv4 | ipaddr.IPv6, net: ipaddr.IPv4 | ipaddr.IPv6, width: number): boolean =>
    address.match([net, width] as [ipaddr.IPv4, number] & [ipaddr.IPv6, number]);
