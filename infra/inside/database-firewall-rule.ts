import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../dynamic/dynamic-resource";
import { type AddressRange, isIPv6Range } from "../sql/address-range";
import type { InsideArgs } from "./inside-args";

export interface DatabaseFirewallRuleArgs extends InsideArgs {
    readonly range: AddressRange;
}

/**
 * Addresses that reach one database and no other of its server. Azure lets a rule inside a database act only while the server's public side is open
 * (sp_set_database_firewall_rule, learn.microsoft.com).
 */
export class DatabaseFirewallRule extends DynamicResource {
    constructor(name: string, { range, ...inside }: DatabaseFirewallRuleArgs, opts?: pulumi.CustomResourceOptions) {
        const { start, end } = range;
        const ends = isIPv6Range(range)
            ? { startIPv6Address: start, endIPv6Address: end }
            : { startIpAddress: start, endIpAddress: end };
        const props = { ...inside, ruleName: range.name, ...ends };
        super("DatabaseFirewallRule", "infra/inside/database-firewall-rule-provider", name, props, opts);
    }
}
