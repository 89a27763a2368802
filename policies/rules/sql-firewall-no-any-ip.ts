import { type AddressRange, endsOf, holdsIpv4, isAddressRange, prefixOf, rangeOf } from "../address-range";
import { MOST_BLOCKS, mostAddresses, widestPrefix } from "../address-sums";
import { DATABASE_FIREWALL_RULE } from "../allowed-types";
import type { PackConfig } from "../config";
import { addressesBeside, joinedWith } from "../joined-ranges";
import { anyStackRule } from "../rule";
import { show } from "../show";

/** Judges a range by its width, with all beside it and with all of its server or database: neither two halves of the internet pass, nor a thousand slices. */
export const sqlFirewallNoAnyIp = anyStackRule((rule, report, { config, stack }) => {
    if (!isAddressRange(rule)) {
        return;
    }
    const { start, end } = endsOf(rule);
    const range = rangeOf(rule);
    if (!range) {
        report(`the range from ${show(start)} to ${show(end)} is not one of addresses`);
    } else if (range.last.value < range.first.value) {
        report(`the range from ${start} to ${end} ends before it starts`);
    } else if (isTooWide(range, config)) {
        report(`the range from ${start} to ${end} is wider than a /${widestOf(range, config)}`);
    } else if (isTooWide(joinedWith(rule, range, stack), config)) {
        const widest = widestOf(range, config);
        report(`the range from ${start} to ${end} and those beside it are wider than a /${widest} together`);
    } else if (addressesBeside(rule, range, stack) > mostAddresses(range.first.bits, config)) {
        const place = rule.type === DATABASE_FIREWALL_RULE ? "database" : "server";
        report(
            `its ${place} lets in more than ${MOST_BLOCKS} times a /${widestOf(range, config)} by all ranges together`,
        );
    }
});

const widestOf = ({ first }: AddressRange, config: PackConfig): number => widestPrefix(first.bits, config);

const isTooWide = (range: AddressRange, config: PackConfig): boolean =>
    prefixOf(range.first, range.last) < widestOf(range, config) || holdsIpv4(range.first, range.last);
