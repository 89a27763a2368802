import { type AddressRange, endsOf, holdsIpv4, isAddressRange, prefixOf, rangeOf } from "../address-range";
import type { PackConfig } from "../config";
import { joinedWith } from "../joined-ranges";
import { anyStackRule } from "../rule";
import { show } from "../show";

/** Judges a range by its width, with all that it borders on: neither two halves of the internet pass, nor a thousand slices. */
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
        report(`the range from ${start} to ${end} and those that it borders on are wider than a /${widest} together`);
    }
});

const widestOf = ({ first }: AddressRange, { widestIpv4Prefix, widestIpv6Prefix }: PackConfig): number =>
    first.bits === 32 ? widestIpv4Prefix : widestIpv6Prefix;

const isTooWide = (range: AddressRange, config: PackConfig): boolean =>
    prefixOf(range.first, range.last) < widestOf(range, config) || holdsIpv4(range.first, range.last);
