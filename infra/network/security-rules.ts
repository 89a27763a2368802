import type { Region } from "../regions";
import type { AddressPlan } from "./address-plan";
import { regionInTags } from "./service-tags";

/** What a subnet is for; decides with whom it may talk. */
export type SubnetRole =
    | "front-end"
    | "back-end"
    | "runners"
    | "private-endpoints"
    | "back-end-endpoints"
    | "document-endpoints"
    | "shards";

/** One row: who opens a connection, to whom, on which port, and why. */
export interface Flow {
    readonly from: SubnetRole;
    /** A subnet of the same network, or addresses outside it. */
    readonly to: SubnetRole | ServiceTag | Ranges;
    readonly port: number;
    /** Of both rules that the row becomes; fixed, so that a new row renumbers none. */
    readonly priority: number;
    /** At most 140 characters: Azure's limit on a rule's description. */
    readonly why: string;
}

interface ServiceTag {
    readonly tag: string;
    /** True where only the service's addresses in the network's own region are meant. */
    readonly regional?: boolean;
}

interface Ranges {
    readonly name: string;
    readonly ranges: readonly string[];
}

/** A rule as a network security group has it. */
export interface SecurityRule {
    readonly name: string;
    readonly description: string;
    readonly direction: "Inbound" | "Outbound";
    readonly access: "Allow" | "Deny";
    readonly protocol: "Tcp" | "*";
    readonly priority: number;
    readonly sourceAddressPrefix: string;
    readonly sourcePortRange: "*";
    readonly destinationAddressPrefix?: string;
    readonly destinationAddressPrefixes?: string[];
    readonly destinationPortRange: string;
}

/** Azure's last priority; its own rules that let the virtual network and the internet through come after it. */
const LAST = 4096;

/** GitHub's own ranges (github.com and its API). Source: GitHub's published `meta` list. */
const GITHUB: Ranges = {
    name: "github",
    ranges: ["140.82.112.0/20", "143.55.64.0/20", "185.199.108.0/22", "192.30.252.0/22"],
};

/**
 * All that is allowed. Nothing comes in from the internet: visitors reach App Service, not this network.
 *
 * No row for DNS: Azure's resolver (168.63.129.16) is outside the reach of rules that do not name it by its service tag. SQL takes
 * one port: behind a private endpoint its default connection policy is proxy; the redirect policy would need 1433 to 65535 [U].
 *
 * A runner cannot reach the whole of GitHub Actions this way: its jobs and logs live at addresses that change, which a security
 * group cannot name [U]. Azure DevOps publishes a service tag, documented for inbound rules only [U]. Tools and plugins belong in
 * the runner's image. Whoever runs the pipeline elsewhere adds its row here.
 *
 * The state and its key lie outside this network, and no endpoint leads to them. Their accounts' firewalls must admit the runners, by
 * the address of their way out. Where both regions have runners, those of the other region reach a state that lies in this one only
 * by a row of their own: the tag is that of the network's region, since the whole service's would be a way to any account anywhere.
 *
 * Back-ends, documents and databases have endpoints in subnets of their own, so that only those who need one can reach it: a
 * front-end no documents, a back-end no other back-end. Visitors of External ID sign in at `ciamlogin.com`; that the tag
 * AzureActiveDirectory covers its addresses is not verified [U].
 */
export const FLOWS: readonly Flow[] = [
    row("front-end", "private-endpoints", 443, 100, "The vault, the release package."),
    row("front-end", "back-end-endpoints", 443, 110, "The back-ends of both regions."),
    row("front-end", { tag: "AzureActiveDirectory" }, 443, 120, "Sign-in and tokens."),
    row("front-end", { tag: "AzureMonitor" }, 443, 130, "Telemetry."),
    row("back-end", "private-endpoints", 443, 140, "The vault, the release package."),
    row("back-end", "document-endpoints", 443, 145, "Customers' documents."),
    row("back-end", "shards", 1433, 150, "Tenants' databases."),
    row("back-end", { tag: "AzureActiveDirectory" }, 443, 160, "Sign-in and tokens."),
    row("back-end", { tag: "AzureMonitor" }, 443, 170, "Telemetry."),
    row("runners", "private-endpoints", 443, 180, "Vaults and release packages that the pipeline writes to."),
    row("runners", "back-end-endpoints", 443, 185, "SCM sites and health checks of back-ends."),
    row("runners", "shards", 1433, 190, "Users, firewall rules and guards inside databases."),
    row("runners", { tag: "AzureActiveDirectory" }, 443, 200, "The pipeline's federated identity."),
    row("runners", { tag: "AzureResourceManager" }, 443, 210, "Deployments."),
    row("runners", { tag: "AzureMonitor" }, 443, 220, "Telemetry."),
    row("runners", { tag: "Storage", regional: true }, 443, 222, "Pulumi's state, which lies in the region."),
    row(
        "runners",
        { tag: "AzureKeyVault", regional: true },
        443,
        224,
        "The key that encrypts the secrets in the state.",
    ),
    row("runners", { tag: "AppService" }, 443, 230, "SCM sites and health checks of public front-ends."),
    row("runners", { tag: "AzureDevOps" }, 443, 240, "The pipeline's service, where it is Azure DevOps."),
    row("runners", GITHUB, 443, 250, "The pipeline's service, where it is GitHub."),
];

function row(from: Flow["from"], to: Flow["to"], port: number, priority: number, why: string): Flow {
    return { from, to, port, priority, why };
}

/** The rules of a subnet's security group: its rows of {@link FLOWS}, then a refusal of everything else in both directions. */
export function securityRules(role: SubnetRole, plan: AddressPlan, region: Region): SecurityRule[] {
    const addresses = addressesOf(plan);
    const rule = (flow: Flow, direction: SecurityRule["direction"]) => allow(flow, direction, addresses, region);
    const outbound = FLOWS.filter((flow) => flow.from === role).map((flow) => rule(flow, "Outbound"));
    const inbound = FLOWS.filter((flow) => flow.to === role).map((flow) => rule(flow, "Inbound"));
    return [...inbound, ...outbound, deny("Inbound"), deny("Outbound")];
}

const addressesOf = (plan: AddressPlan): Record<SubnetRole, string> => ({
    "front-end": plan.frontEnd,
    "back-end": plan.backEnd,
    runners: plan.runners,
    "private-endpoints": plan.privateEndpoints,
    "back-end-endpoints": plan.backEndEndpoints,
    "document-endpoints": plan.documentEndpoints,
    shards: plan.shards,
});

function allow(
    flow: Flow,
    direction: SecurityRule["direction"],
    addresses: Record<SubnetRole, string>,
    region: Region,
): SecurityRule {
    const peer = direction === "Inbound" ? flow.from : nameOf(flow.to);
    return {
        name: `allow-${direction === "Inbound" ? "from" : "to"}-${peer}-${flow.port}`,
        description: flow.why,
        direction,
        access: "Allow",
        protocol: "Tcp",
        priority: flow.priority,
        sourceAddressPrefix: addresses[flow.from],
        sourcePortRange: "*",
        ...destination(flow.to, addresses, region),
        destinationPortRange: String(flow.port),
    };
}

function nameOf(to: Flow["to"]): string {
    if (typeof to === "string") {
        return to;
    }
    return "tag" in to ? to.tag : to.name;
}

/** Azure takes a service tag as the single prefix of a rule only. */
function destination(to: Flow["to"], addresses: Record<SubnetRole, string>, region: Region) {
    if (typeof to === "string") {
        return { destinationAddressPrefix: addresses[to] };
    }
    if ("tag" in to) {
        return { destinationAddressPrefix: to.regional ? `${to.tag}.${regionInTags(region)}` : to.tag };
    }
    return { destinationAddressPrefixes: [...to.ranges] };
}

function deny(direction: SecurityRule["direction"]): SecurityRule {
    return {
        name: `deny-all-${direction.toLowerCase()}`,
        description: "Whatever no other rule allows, also within the network.",
        direction,
        access: "Deny",
        protocol: "*",
        priority: LAST,
        sourceAddressPrefix: "*",
        sourcePortRange: "*",
        destinationAddressPrefix: "*",
        destinationPortRange: "*",
    };
}
