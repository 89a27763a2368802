import * as ipaddr from "ipaddr.js";
import type { PackConfig } from "./config";

/** What a block of IPv6 addresses stands for where IPv4 is carried in it. */
const CARRIES_IPV4: ReadonlySet<string> = new Set(["ipv4Mapped", "rfc6052", "rfc6145"]);
const CARRIED = 96;

/** The address of nobody: scanners and some of Azure's own lists read it as everybody (Checkov, CKV_AZURE_9 and CKV_AZURE_10). */
const NOBODY = /^(0\.0\.0\.0|::)$/;

/** True for a block that is wider than may be let in, and for all that cannot be read as one: Azure reads `Any` as everybody. */
export function isWideBlock(block: string, { widestIpv4Prefix, widestIpv6Prefix }: PackConfig): boolean {
    const [address = "", prefix, ...more] = block.trim().split("/");
    if (more.length > 0 || NOBODY.test(address) || (prefix !== undefined && !/^\d{1,3}$/.test(prefix))) {
        return true;
    }
    if (ipaddr.IPv4.isValidFourPartDecimal(address)) {
        return Number(prefix ?? 32) < widestIpv4Prefix;
    }
    if (!ipaddr.IPv6.isValid(address)) {
        return true;
    }
    const bits = Number(prefix ?? 128);
    const parsed = ipaddr.IPv6.parse(address);
    // Also a block that is not of IPv4 itself and holds all of it, such as ::/64.
    const holdsIpv4 = bits <= CARRIED && ipaddr.IPv6.parse("::ffff:0:0").match(parsed, bits);
    const carriesIpv4 = CARRIES_IPV4.has(parsed.range());
    return holdsIpv4 || (carriesIpv4 ? bits - CARRIED < widestIpv4Prefix : bits < widestIpv6Prefix);
}
