import { isIPv4, isIPv6 } from "node:net";
import ipaddr from "ipaddr.js";

/** Addresses outside our networks that may reach SQL, by a declaration that somebody reviewed. */
export interface AddressRange {
    /** Names the firewall rule; unique without regard to case, as names in Azure are. */
    readonly name: string;
    /** First address, IPv4 or IPv6. */
    readonly start: string;
    /** Last address, of the same kind; equal to `start` for a single one. */
    readonly end: string;
    /** Why it is needed. Azure has no place for it: it stands in the settings and in the reports. */
    readonly reason: string;
    /** Last day of a temporary purpose, `YYYY-MM-DD`. */
    readonly until?: string;
}

/** The widest range: a /24 of IPv4, and as many addresses of IPv6. */
export const MOST_ADDRESSES = 256;

/** The portal's rule for "Allow Azure services": refused by name as well, because scanners look for the name. */
const ALL_OF_AZURE = "allowallwindowsazureips";
const NAME = /^[a-z0-9](?:[a-z0-9 ._-]{0,126}[a-z0-9_-])?$/i;

/** Everything that is wrong with a list of ranges, each with its path below `path`. */
export function addressMistakes(path: string, ranges: readonly AddressRange[]): string[] {
    const names = ranges.map((range) => range.name.toLowerCase());
    const twice = ranges.filter((_, index) => names.indexOf(names[index] as string) !== index);
    return [
        ...twice.map((range) => `${path}: the name '${range.name}' is given twice; give each range its own`),
        ...ranges.flatMap((range) => rangeMistakes(range).map((mistake) => `${path}.${range.name}: ${mistake}`)),
    ];
}

/** True where an address lies in both ranges; of a range that is wrong nothing does. */
export function overlaps(one: AddressRange, other: AddressRange): boolean {
    const [a, b] = [one, other].map(({ start, end }) =>
        [start, end].every(isAddress) && isIPv4(start) === isIPv4(end)
            ? { kind: isIPv4(start), first: numberOf(start), last: numberOf(end) }
            : undefined,
    );
    return a !== undefined && b !== undefined && a.kind === b.kind && a.first <= b.last && b.first <= a.last;
}

/** True where the range is one of IPv6 addresses, which Azure keeps in rules of another type. */
export const isIPv6Range = (range: AddressRange): boolean => isIPv6(range.start);

function rangeMistakes(range: AddressRange): string[] {
    return [...nameMistakes(range), ...purposeMistakes(range), ...widthMistakes(range)];
}

function nameMistakes({ name }: AddressRange): string[] {
    if (name.toLowerCase() === ALL_OF_AZURE) {
        return [`'${name}' is Azure's name for admitting every tenant of Azure; use another name`];
    }
    return NAME.test(name) ? [] : [`'${name}' is no name of a rule; use at most 128 letters, digits and hyphens`];
}

function purposeMistakes({ reason, until }: AddressRange): string[] {
    const dated = until === undefined || isDate(until);
    return [
        ...(reason.trim() === "" ? ["no reason is given; say who needs it and what for"] : []),
        ...(dated ? [] : [`'${until}' is no date; write YYYY-MM-DD`]),
    ];
}

/** A day that exists: `Date` alone reads 31 February as 3 March. */
function isDate(text: string): boolean {
    const date = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function widthMistakes({ start, end }: AddressRange): string[] {
    const wrong = [start, end].filter((address) => !isAddress(address));
    if (wrong.length > 0) {
        return wrong.map((address) => `'${address}' is neither an IPv4 nor an IPv6 address`);
    }
    if (isIPv4(start) !== isIPv4(end)) {
        return [`'${start}' and '${end}' are not of one kind; give two IPv4 or two IPv6 addresses`];
    }
    const [first, last] = [numberOf(start), numberOf(end)];
    // 0.0.0.0 does not mean an address: Azure reads it as every address inside Azure, also those of other customers.
    if (first === 0n || last === 0n) {
        return [`'${first === 0n ? start : end}' admits all of Azure; name the addresses that are needed`];
    }
    if (last < first) {
        return [`'${end}' comes before '${start}'; swap them`];
    }
    const count = last - first + 1n;
    if (count > MOST_ADDRESSES) {
        return [`${count} addresses are too many; at most ${MOST_ADDRESSES} (a /24) are allowed`];
    }
    const unreachable = [start, end].find(isNeverPublic);
    return unreachable === undefined
        ? []
        : [`'${unreachable}' never arrives from outside; name the public address behind which it stands`];
}

/** Neither a zone (`fe80::1%eth0`) nor IPv4 in IPv6's clothing, which would escape the checks for IPv4. */
function isAddress(text: string): boolean {
    return isIPv4(text) || (isIPv6(text) && !text.includes("%") && !ipaddr.IPv6.parse(text).isIPv4MappedAddress());
}

/** Addresses that only mean something inside a network or a machine. */
const NEVER_PUBLIC = [
    "broadcast",
    "carrierGradeNat",
    "linkLocal",
    "loopback",
    "multicast",
    "private",
    "uniqueLocal",
    "unspecified",
];

const isNeverPublic = (address: string): boolean => NEVER_PUBLIC.includes(ipaddr.parse(address).range());

const numberOf = (address: string): bigint =>
    ipaddr
        .parse(address)
        .toByteArray()
        .reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
