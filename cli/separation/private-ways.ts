import type { PlanObject, PlanResource } from "../plan/plan";
import { inputAt, isPlanObject, listAt, type PlannedResources } from "../plan/planned-resources";

/** A private endpoint, by which a network reaches a server. */
export interface PrivateWay {
    /** Logical names. */
    readonly endpoint: string;
    readonly subnet: string;
    /** Addresses that the subnet's security group lets through to SQL: a subnet's own, or Azure's word for more. */
    readonly from: readonly string[];
}

const SQL_PORT = 1433;
/** Azure's own rule, behind all others: the whole network and what is joined with it. */
const WHOLE_NETWORK = "VirtualNetwork";

/** The private endpoints of a server, and from where each is reached. */
export function privateWays(server: PlanResource, plan: PlannedResources): readonly PrivateWay[] {
    return plan.referrers(server, "privateLinkServiceConnections", "network:PrivateEndpoint").map((endpoint) => {
        const [subnet] = plan.references(endpoint, "subnet", "network:Subnet");
        return {
            endpoint: endpoint.name,
            subnet: subnet?.name ?? "a subnet of another stack",
            from: subnet === undefined ? [WHOLE_NETWORK] : letThrough(subnet, plan),
        };
    });
}

function letThrough(subnet: PlanResource, plan: PlannedResources): readonly string[] {
    const [group] = plan.references(subnet, "networkSecurityGroup", "network:NetworkSecurityGroup");
    // Security groups bind endpoints only where the subnet says so.
    if (group === undefined || inputAt(subnet, "privateEndpointNetworkPolicies") !== "Enabled") {
        return [WHOLE_NETWORK];
    }
    const rules = listAt(group, "securityRules")
        .filter(isPlanObject)
        .filter((rule) => rule.direction === "Inbound" && isOnSqlPort(rule))
        .sort((a, b) => Number(a.priority) - Number(b.priority));
    const closing = rules.findIndex((rule) => rule.access === "Deny" && rule.sourceAddressPrefix === "*");
    const open = closing < 0 ? rules : rules.slice(0, closing);
    const sources = open.filter(({ access }) => access === "Allow").flatMap(sourcesOf);
    return [...new Set([...sources, ...(closing < 0 ? [WHOLE_NETWORK] : [])])].sort();
}

function isOnSqlPort({ destinationPortRange, destinationPortRanges }: PlanObject): boolean {
    const ranges = [destinationPortRange, ...(Array.isArray(destinationPortRanges) ? destinationPortRanges : [])];
    return ranges.map(String).some((range) => {
        const [first, last = first] = range.split("-").map(Number);
        return range === "*" || (Number(first) <= SQL_PORT && SQL_PORT <= Number(last));
    });
}

const sourcesOf = ({ sourceAddressPrefix, sourceAddressPrefixes }: PlanObject): readonly string[] =>
    [sourceAddressPrefix, ...(Array.isArray(sourceAddressPrefixes) ? sourceAddressPrefixes : [])].filter(
        (prefix): prefix is string => typeof prefix === "string",
    );
