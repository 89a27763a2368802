import * as sql from "@pulumi/azure-native/sql";
import type * as pulumi from "@pulumi/pulumi";
import { type AddressRange, isIPv6Range } from "./address-range";

export interface FirewallArgs {
    readonly resourceGroupName: pulumi.Input<string>;
    /** Server whose public access is open: Azure refuses rules on a closed one (SQL error 42101). */
    readonly serverName: pulumi.Input<string>;
    readonly ranges: readonly AddressRange[];
}

/** The declared addresses of one server, a rule for each, keyed by the name of the range. */
export function firewallRules(name: string, args: FirewallArgs, parent: pulumi.Resource): void {
    for (const range of args.ranges) {
        const on = { resourceGroupName: args.resourceGroupName, serverName: args.serverName };
        const rule = { ...on, firewallRuleName: range.name };
        if (isIPv6Range(range)) {
            new sql.IPv6FirewallRule(
                `${name}-${range.name}`,
                { ...rule, startIPv6Address: range.start, endIPv6Address: range.end },
                { parent },
            );
        } else {
            new sql.FirewallRule(
                `${name}-${range.name}`,
                { ...rule, startIpAddress: range.start, endIpAddress: range.end },
                { parent },
            );
        }
    }
}
