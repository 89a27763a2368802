import * as ipaddr from "ipaddr.js";
import { isWideBlock } from "./address-block";
import type { PackConfig } from "./config";

/** How many blocks of the widest kind may be let in together: the offices of a large organisation, and no part of the internet. */
export const MOST_BLOCKS = 16;

export const widestPrefix = (bits: 32 | 128, { widestIpv4Prefix, widestIpv6Prefix }: PackConfig): number =>
    bits === 32 ? widestIpv4Prefix : widestIpv6Prefix;

/** How many addresses of a kind may be let in together. */
export const mostAddresses = (bits: 32 | 128, config: PackConfig): bigint =>
    BigInt(MOST_BLOCKS) << BigInt(bits - widestPrefix(bits, config));

/** What is wrong with a list of blocks as a whole; each may be narrow. What is wide, or no block, is judged alone. */
export function tooMuchTogether(blocks: readonly string[], config: PackConfig): string | undefined {
    const distinct = [...new Set(blocks.map((block) => block.trim().toLowerCase()))].filter(
        (block) => !isWideBlock(block, config),
    );
    const bits = ([32, 128] as const).find(
        (each) => distinct.reduce((sum, block) => sum + sizeOf(block, each), 0n) > mostAddresses(each, config),
    );
    return bits && `lets in more than ${MOST_BLOCKS} times a /${widestPrefix(bits, config)} by all addresses together`;
}

/** How many addresses of a kind a block has. */
function sizeOf(block: string, bits: 32 | 128): bigint {
    const [address = "", prefix = String(bits)] = block.split("/");
    const isOfKind = bits === 32 ? ipaddr.IPv4.isValidFourPartDecimal(address) : ipaddr.IPv6.isValid(address);
    return isOfKind && Number(prefix) <= bits ? 1n << BigInt(bits - Number(prefix)) : 0n;
}
