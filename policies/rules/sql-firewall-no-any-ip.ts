import { endsOf, holdsIpv4, isAddressRange, parseAddress, prefixOf } from "../address-range";
import { anyResourceRule } from "../rule";
import { show } from "../show";

/** Judges a range by its width, so that two halves of the internet do not pass where the whole would not. */
export const sqlFirewallNoAnyIp = anyResourceRule((rule, report, { config }) => {
    if (!isAddressRange(rule)) {
        return;
    }
    const { start, end } = endsOf(rule);
    const first = parseAddress(start);
    const last = parseAddress(end);
    if (!first || !last || first.bits !== last.bits) {
        report(`the range from ${show(start)} to ${show(end)} is not one of addresses`);
        return;
    }
    if (last.value < first.value) {
        report(`the range from ${start} to ${end} ends before it starts`);
        return;
    }
    const widest = first.bits === 32 ? config.widestIpv4Prefix : config.widestIpv6Prefix;
    if (prefixOf(first, last) < widest || holdsIpv4(first, last)) {
        report(`the range from ${start} to ${end} is wider than a /${widest}`);
    }
});
