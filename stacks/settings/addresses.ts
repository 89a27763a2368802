import { z } from "zod";
import { MOST_ADDRESSES } from "../../infra/sql/address-range";
import { type Block, between, isAddress, isPrivate, isPublic, overlap, sizeOf, toBlock } from "./address-math";
import { day, label, sentence, unique } from "./fields";

const address = z
    .string()
    .max(45)
    .describe("an IPv4 or IPv6 address such as 203.0.113.10")
    .refine(isAddress, "is no IPv4 or IPv6 address; write one such as 203.0.113.10");

const NAMED_ENDS = { name: label, start: address, end: address } as const;

interface Range {
    readonly name: string;
    readonly start: string;
    readonly end: string;
}

function refuseMistakes({ start, end }: Range, context: z.RefinementCtx): void {
    const mistake = rangeMistake(start, end);
    if (mistake !== undefined) {
        context.addIssue({ code: "custom", path: [mistake.key], message: mistake.message });
    }
}

/** Addresses that a firewall admits. An end date in the past is a finding of the policies, not a mistake. */
const addressRange = z
    .strictObject({ ...NAMED_ENDS, reason: sentence, until: day.optional() })
    .superRefine(refuseMistakes);

/** The first thing that is wrong with a range, at the end of it that causes it: the others follow from that. */
function rangeMistake(start: string, end: string): { readonly key: string; readonly message: string } | undefined {
    const range = between(start, end);
    if (range === undefined) {
        const message = "start and end are not of one kind, IPv4 or IPv6; give both of the same";
        return isAddress(start) && isAddress(end) ? { key: "end", message } : undefined;
    }
    const width = `${start} to ${end} holds ${sizeOf(range)} addresses, of which at most ${MOST_ADDRESSES} (a /24) are allowed`;
    const tooWide = sizeOf(range) > MOST_ADDRESSES;
    // Azure reads 0.0.0.0 as every address inside Azure, also those of other customers.
    if (range.first === 0n || range.last === 0n) {
        const [key, zero] = range.first === 0n ? ["start", start] : ["end", end];
        const message = `${zero} admits all of Azure${tooWide ? `, and ${width}` : ""}; name the addresses that need it`;
        return { key: key as string, message };
    }
    if (range.first > range.last) {
        return { key: "end", message: "the range ends before it starts; swap start and end" };
    }
    if (tooWide) {
        return { key: "end", message: `${width}; name those that need it` };
    }
    if (isPublic(range)) {
        return undefined;
    }
    const [key, unreachable] = isPublic({ ...range, last: range.first }) ? ["end", end] : ["start", start];
    const message = `'${unreachable}' is private or reserved and never arrives here; name the public address behind which it stands`;
    return { key: key as string, message };
}

const uniqueNames = unique<Range>("name", "name", (range) => range.name);

function refuseOverlap(ranges: readonly Range[], context: z.RefinementCtx): void {
    // A range that is wrong already would overlap the rest only because it is.
    const blocks = ranges.map(({ start, end }) => (rangeMistake(start, end) ? undefined : between(start, end)));
    blocks.forEach((range, index) => {
        const first = blocks.findIndex((other) => other && range && overlap(other, range));
        if (first >= 0 && first < index) {
            const message = `overlaps '${ranges[first]?.name}'; admit each address once`;
            context.addIssue({ code: "custom", path: [index], message });
        }
    });
}

/** Ranges of one firewall: each name once, no address twice. */
export const addressRanges = z.array(addressRange).superRefine(uniqueNames).superRefine(refuseOverlap);

/** The same where reason and end stand with the whole list. */
export const namedRanges = z
    .array(z.strictObject(NAMED_ENDS).superRefine(refuseMistakes))
    .superRefine(uniqueNames)
    .superRefine(refuseOverlap);

/** Text that must be a block for which `fits` holds. */
const blockOf = (words: string, remedy: string, fits: (block: Block) => boolean) =>
    z
        .string()
        .max(49)
        .describe(words)
        .refine((cidr) => {
            const block = toBlock(cidr);
            return block !== undefined && fits(block);
        }, remedy);

/** Public addresses that may visit a site: few enough that a list stays a list. */
export const visitorBlock = blockOf(
    "a block of public addresses such as 203.0.113.0/24",
    `is no block of at most ${MOST_ADDRESSES} public addresses; write its first address and its length, such as 203.0.113.0/24`,
    (block) => isPublic(block) && sizeOf(block) <= MOST_ADDRESSES,
);

/** The addresses of one region's network: private, exactly the /20 that the subnets are cut from. */
export const networkBlock = blockOf(
    "a private IPv4 /20 such as '10.20.0.0/20'",
    "is no private IPv4 /20; write one such as '10.20.0.0/20', whose third number is a multiple of 16",
    (block) => isPrivate(block) && sizeOf(block) === 4096n,
);
