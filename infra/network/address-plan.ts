import ipaddr from "ipaddr.js";
import { Refusal } from "../refusal";

/** The parts of one region's address space, each in CIDR notation. */
export interface AddressPlan {
    readonly frontEnd: string;
    readonly backEnd: string;
    readonly runners: string;
    /** Private endpoints of what every application uses: vaults and release packages. */
    readonly privateEndpoints: string;
    /** Private endpoints of the back-ends of both regions. */
    readonly backEndEndpoints: string;
    /** Private endpoints of customers' documents. */
    readonly documentEndpoints: string;
    /** The upper half: the private endpoints of all shards, present and future. */
    readonly shards: string;
}

/** Prefix length of a region's address space. */
const SPACE = 20;
/** Azure recommends a /26 or larger for App Service integration; a /24 leaves room for a plan's largest scale-out, twice. */
const SUBNET = 24;
const HALF = 21;
/**
 * A shard needs two addresses in each region, one for each of its servers, and Azure keeps five of every subnet. With /28 the
 * upper half has 128 places, which is more than the 99 shards that two digits can number.
 */
const SHARD = 28;

/**
 * Divides a region's address space. Two of the eight /24 of the lower half stay free.
 *
 * @param addressSpace a private IPv4 /20, for example `10.20.0.0/20`.
 * @throws Refusal for anything else.
 */
export function planAddresses(addressSpace: string): AddressPlan {
    const start = startOf(addressSpace);
    const subnet = (place: number) => cidr(start + place * size(SUBNET), SUBNET);
    return {
        frontEnd: subnet(0),
        backEnd: subnet(1),
        privateEndpoints: subnet(2),
        runners: subnet(3),
        backEndEndpoints: subnet(4),
        documentEndpoints: subnet(5),
        shards: cidr(start + size(HALF), HALF),
    };
}

/**
 * The subnet of a shard's private endpoints.
 *
 * @param shard two digits, `01` to `99`.
 * @throws Refusal for another shard or another address space.
 */
export function shardAddresses(addressSpace: string, shard: string): string {
    if (!/^(?!00)\d\d$/.test(shard)) {
        throw new Refusal(`'${shard}' is not a shard; expected two digits from '01' to '99'`);
    }
    return cidr(startOf(addressSpace) + size(HALF) + (Number(shard) - 1) * size(SHARD), SHARD);
}

function startOf(addressSpace: string): number {
    const wrong = (why: string) =>
        new Refusal(`address space '${addressSpace}' ${why}; expected a private IPv4 /20, such as '10.20.0.0/20'`);
    if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(addressSpace)) {
        throw wrong("is not an IPv4 range");
    }
    const [address, prefix] = ipaddr.IPv4.parseCIDR(addressSpace);
    if (prefix !== SPACE) {
        throw wrong(`is a /${prefix}`);
    }
    if (address.range() !== "private") {
        throw wrong("is not private");
    }
    const network = ipaddr.IPv4.networkAddressFromCIDR(addressSpace);
    if (network.toString() !== address.toString()) {
        throw wrong(`does not begin a /20, '${network}' does`);
    }
    return address.toByteArray().reduce((number, byte) => number * 256 + byte, 0);
}

const size = (prefix: number): number => 2 ** (32 - prefix);

function cidr(start: number, prefix: number): string {
    const bytes = [24, 16, 8, 0].map((shift) => (start >>> shift) & 255);
    return `${new ipaddr.IPv4(bytes)}/${prefix}`;
}
