import * as sql from "@pulumi/azure-native/sql";
import type * as pulumi from "@pulumi/pulumi";
import { type AddressRange, isIPv6Range } from "./address-range";

export interface FirewallArgs {
    readonly resourceGroupName: pulumi.Input<string>;
    /** Server whose public access is open: Azure refuses rules on a closed one (SQL error 42101). */
    readonly serverName: pulumi.Input<string>;
    readonly ranges: readonly AddressRange[];
    /** What changes the server before. */
    readonly after: pulumi.Resource;
}

/**
 * The declared addresses of one server, a rule for each, keyed by the name of the range; one after the other, since Azure refuses
 * two changes of a server at a time. Returns what changes the server last.
 */
export const firewallRules = (
    name: string,
    { ranges, after, ...on }: FirewallArgs,
    parent: pulumi.Resource,
): pulumi.Resource =>
    ranges.reduce((dependsOn, range) => {
        const args = { ...on, firewallRuleName: range.name };
        return rule(`${name}-${range.name}`, range, args, { parent, dependsOn });
    }, after);

function rule(
    name: string,
    range: AddressRange,
    args: Pick<sql.FirewallRuleArgs, "resourceGroupName" | "serverName" | "firewallRuleName">,
    opts: pulumi.CustomResourceOptions,
): pulumi.Resource {
    const { start, end } = range;
    return isIPv6Range(range)
        ? new sql.IPv6FirewallRule(name, { ...args, startIPv6Address: start, endIPv6Address: end }, opts)
        : new sql.FirewallRule(name, { ...args, startIpAddress: start, endIpAddress: end }, opts);
}
